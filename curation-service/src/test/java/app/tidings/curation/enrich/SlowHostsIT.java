package app.tidings.curation.enrich;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import app.tidings.curation.CurationTest;
import app.tidings.curation.enrich.EnrichItem.Kept;
import app.tidings.curation.enrich.EnrichItem.Named;
import app.tidings.curation.image.FetchImage;
import app.tidings.curation.image.TestImages;
import app.tidings.curation.item.Item;
import app.tidings.curation.item.Items;
import app.tidings.curation.item.Page;
import app.tidings.curation.item.TestItems;
import app.tidings.curation.pdf.PdfReader;
import app.tidings.curation.replay.EnrichStep;
import app.tidings.platform.fetch.SafeFetcher;
import app.tidings.platform.fetch.TestSettings;
import app.tidings.platform.jobs.Again;
import app.tidings.platform.jobs.Jobs.Job;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.springframework.beans.factory.annotation.Autowired;

/** Servers that take a connection and never answer, while others do; each address of loopback is a host of its own. */
@Timeout(60)
class SlowHostsIT extends CurationTest {

    private static final int SLOTS = 2;

    private final ExecutorService workers = Executors.newVirtualThreadPerTaskExecutor();
    private final List<AutoCloseable> open = new ArrayList<>();
    private SafeFetcher fetcher;
    private EnrichItem enrich;

    @Autowired
    private Items items;

    @Autowired
    private Kept kept;

    @BeforeEach
    void waitForServersLongerThanAnyTestTakes() {
        fetcher = new SafeFetcher(TestSettings.onLoopback("first-byte-timeout=10m", "total-timeout=10m"));
        open.add(fetcher);
        enrich = enrich(SLOTS);
    }

    private EnrichItem withPictures(FetchImage fetch) {
        return enrich(
                1,
                new Named(EnrichStep.PAGE, new ReadMetadata()),
                new Named(EnrichStep.IMAGE, new OfferPictures()),
                new Named(EnrichStep.PAGE, Draft::leavePage),
                new Named(EnrichStep.IMAGE, new ProposeImage(fetcher, fetch)));
    }

    private EnrichItem enrich(int slots, Named... more) {
        var page = new Named(EnrichStep.PAGE, new FetchPage(fetcher, new PdfReader()));
        return new EnrichItem(
                Stream.concat(Stream.of(page), Stream.of(more)).toList(),
                new Turns(slots, 1, 0),
                kept,
                InstantSource.system(),
                Duration.ofMinutes(10));
    }

    @AfterEach
    void hangUp() throws Exception {
        for (var each : open.reversed()) {
            each.close();
        }
        workers.shutdownNow();
    }

    @Test
    void hangingPagesBlockNoOtherItem() throws Exception {
        var hanging = new ArrayList<Future<?>>();
        for (var host = 2; host < 2 + 4 * SLOTS; host++) {
            hanging.add(begun(hangingHost(host), "/"));
        }
        var quick = stored(WEB.onPage("/" + UUID.randomUUID(), "<title>Quick</title><p>Here it is."));

        assertThat(run(quick)).isEmpty();

        assertThat(items.find(quick.id()).flatMap(Item::page)).isPresent();
        assertThat(hanging).noneMatch(Future::isDone);
    }

    @Test
    void anItemOfACrowdedHostIsLeftForLaterAsIfNeverTried() throws Exception {
        var server = hangingHost(2);
        var first = begun(server, "/first");

        var again = run(stored(url(server, "/second")));

        assertThat(again.map(Again::tried)).hasValue(false);
        assertThat(first.isDone()).isFalse();
    }

    @Test
    void aPictureThatWaitsToBeDecodedBlocksNoOtherItem() throws Exception {
        var turn = new Semaphore(0, true);
        enrich = withPictures(TestImages.fetchWhen(turn, Duration.ofMinutes(10)));
        var item = stored(anIllustratedPage().replace("127.0.0.1", "localhost"));
        var waiting = workers.submit(() -> run(item));
        await().atMost(LONG).until(turn::hasQueuedThreads);
        var quick = stored(WEB.onPage("/" + UUID.randomUUID(), "<title>Quick</title><p>Here it is."));

        assertThat(run(quick)).isEmpty();

        assertThat(waiting.isDone()).isFalse();
        turn.release();
        assertThat(waiting.get()).isEmpty();
    }

    @Test
    void anItemWhosePictureWaitsTooLongIsLookedUpAgain() {
        enrich = withPictures(TestImages.fetchWhen(new Semaphore(0, true), Duration.ZERO));
        var item = stored(anIllustratedPage());

        assertThat(run(item).map(Again::tried)).hasValue(true);

        assertThat(items.find(item.id()).flatMap(Item::page).orElseThrow().quality())
                .contains("no-image", "image-busy", Page.AGAIN_LATER);
    }

    @Test
    void anItemOverWhichFewerWorkersWereLostIsLookedUp() {
        var item = stored(WEB.onPage("/" + UUID.randomUUID(), "<title>Quick</title><p>Here it is."));

        assertThat(enrich.run(new Job(item.id(), 10, 0, 9))).isEmpty();

        assertThat(items.find(item.id()).flatMap(Item::page).orElseThrow().quality())
                .doesNotContain("failed-enrichment");
    }

    @Test
    void anItemOverWhichAllWorkersWereLostIsKeptAsItsSourceShowsIt() {
        var path = "/" + UUID.randomUUID();
        var item = stored(WEB.onPage(path, "<title>Takes all memory</title>"));

        assertThat(enrich.run(new Job(item.id(), 11, 0, 10))).isEmpty();

        assertThat(WEB.askedFor(path)).isZero();
        assertThat(items.find(item.id()).flatMap(Item::page).orElseThrow().quality())
                .contains(Page.NONE, "failed-enrichment");
        assertThat(items.find(item.id()).orElseThrow().awaitsEnrichment()).isFalse();
    }

    private String anIllustratedPage() {
        var path = "/" + UUID.randomUUID();
        WEB.onBytes(path + ".png", "image/png", TestImages.plain("png", 600, 400));
        return WEB.onPage(path, "<title>Slow</title><meta property=og:image content='%s.png'>".formatted(path));
    }

    private ServerSocket hangingHost(int number) throws IOException {
        var server = new ServerSocket(0, 10, InetAddress.ofLiteral("127.0.0." + number));
        server.setSoTimeout((int) LONG.toMillis());
        open.add(server);
        return server;
    }

    /** An item of the host that is being looked up: the server has the connection. */
    private Future<?> begun(ServerSocket server, String path) throws IOException {
        var item = stored(url(server, path + UUID.randomUUID()));
        var work = workers.submit(() -> run(item));
        Socket connection = server.accept();
        open.add(connection);
        return work;
    }

    private Optional<Again> run(Item item) {
        return enrich.run(new Job(item.id(), 1, 0, 0));
    }

    private Item stored(String url) {
        return items.keepFirst(TestItems.anItem(url).build());
    }

    private static String url(ServerSocket server, String path) {
        return "http://%s:%d%s".formatted(server.getInetAddress().getHostAddress(), server.getLocalPort(), path);
    }
}
