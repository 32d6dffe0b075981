package app.tidings.curation.image;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.tidings.contracts.Ids;
import app.tidings.curation.PageServer;
import app.tidings.curation.image.FetchImage.Outcome;
import app.tidings.curation.image.FetchImage.Outcome.Ready;
import app.tidings.curation.image.FetchImage.Outcome.Unusable;
import app.tidings.platform.fetch.SafeFetcher;
import app.tidings.platform.fetch.TestSettings;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FetchImageTest {

    private static final PageServer WEB = new PageServer();
    private static final SafeFetcher FETCHER = new SafeFetcher(TestSettings.onLoopback());
    private static final SafeFetcher IMPATIENT = new SafeFetcher(TestSettings.onLoopback("total-timeout=500ms"));
    private static final Instant NOW = Instant.parse("2026-11-29T10:00:00Z");

    @AfterAll
    static void close() {
        FETCHER.close();
        IMPATIENT.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"image/png", "application/octet-stream", "image/jpeg"})
    void takesAnImageWhateverItsServerCallsIt(String type) {
        var ready = (Ready) fetched(WEB.onBytes("/a.png", type, TestImages.quarters("png")));

        assertThat(ready.image().sha256())
                .isEqualTo(Ids.contentHash(ready.image().bytes()));
        assertThat(ready.image().mediaType()).isEqualTo("image/png");
    }

    @Test
    void hasOneNameForTheSameImageAtTwoAddresses() {
        var one = WEB.onBytes("/one.png", "image/png", TestImages.quarters("png"));
        var other = WEB.onBytes("/other.png", "image/png", TestImages.quarters("png"));

        assertThat(fetched(one)).isEqualTo(fetched(other));
    }

    @ParameterizedTest
    @CsvSource({
        "text/html, <html><body>no image</body></html>, wrong-type",
        "image/png, <html><body>no image</body></html>, no-image",
        "image/svg+xml, <svg><script>alert(1)</script></svg>, svg"
    })
    void tellsWhyItDoesNotTakeSomethingElse(String type, String body, String why) {
        assertThat(why(WEB.onBytes("/b.png", type, body.getBytes(UTF_8)))).isEqualTo(why);
    }

    @Test
    void tellsWhatItsServerAnswers() {
        assertThat(why(WEB.url("/none.png"))).isEqualTo("http-404");
    }

    @Test
    void takesNoFileOfMoreThanEightMegabytes() {
        assertThat(why(WEB.onBytes("/c.png", "image/png", new byte[8 * 1024 * 1024 + 1])))
                .isEqualTo("too-large");
    }

    @Test
    void waitsForNoServerThatDrips() {
        var url = WEB.on("/drip.png", exchange -> {
            exchange.getResponseHeaders().set("Content-Type", "image/png");
            exchange.sendResponseHeaders(200, 1_000_000);
            for (var end = System.nanoTime() + 4_000_000_000L; System.nanoTime() < end; ) {
                exchange.getResponseBody().write(0x89);
                exchange.getResponseBody().flush();
            }
        });

        assertThat(why(fetched(IMPATIENT, url))).isIn("timeout", "too-slow");
    }

    @Test
    void goesNowhereInwards() {
        assertThat(why("http://169.254.169.254/latest/meta-data/a.png")).isEqualTo("forbidden-address");
        assertThat(why(WEB.on("/away.png", exchange -> {
                    exchange.getResponseHeaders().set("Location", "http://10.0.0.1/a.png");
                    exchange.sendResponseHeaders(302, -1);
                })))
                .isEqualTo("forbidden-address");
    }

    @Test
    void isForLaterWhenItsTurnDoesNotComeInTime() {
        var outsideTheSlot = new AtomicInteger();

        var outcome = fetched(taken(Duration.ofMillis(1)), turn -> {
            outsideTheSlot.incrementAndGet();
            return turn.get();
        });

        assertThat(why(outcome)).isEqualTo("busy");
        assertThat(outsideTheSlot).hasValue(1);
    }

    @Test
    void isForLaterAtOnceWhenTooMuchWaits() {
        var small = new Turn(new Semaphore(1), Duration.ZERO, 100); // bytes

        assertThat(why(fetched(small, Supplier::get))).isEqualTo("busy");
    }

    @Test
    @Timeout(20)
    void isCalledOffWhileItWaitsForItsTurn() {
        var outcome = fetched(taken(Duration.ofMinutes(1)), turn -> {
            Thread.currentThread().interrupt();
            return turn.get();
        });

        assertThat(Thread.interrupted()).isTrue();
        assertThat(why(outcome)).isEqualTo("busy");
    }

    @Test
    void givesItsTurnBackHoweverTheWaitEnds() {
        var turn = new Semaphore(1);
        var waits = new Turn(turn, Duration.ZERO, TestImages.quarters("png").length);

        assertThatThrownBy(() -> fetched(waits, mine -> {
                    assertThat(mine.get()).isTrue();
                    throw new IllegalStateException("called off");
                }))
                .hasMessage("called off");
        assertThat(turn.availablePermits()).isOne();
        assertThat(fetched(waits, Supplier::get)).isInstanceOf(Ready.class);
    }

    /** A turn that somebody else has. */
    private static Turn taken(Duration longest) {
        return new Turn(new Semaphore(0, true), longest, 100_000);
    }

    private static Outcome fetched(Turn turn, Predicate<Supplier<Boolean>> waiting) {
        var url = WEB.onBytes("/turn.png", "image/png", TestImages.quarters("png"));
        return new FetchImage(() -> NOW, turn).run(URI.create(url), FETCHER::fetch, waiting);
    }

    private static Outcome fetched(String url) {
        return fetched(FETCHER, url);
    }

    private static Outcome fetched(SafeFetcher fetcher, String url) {
        return new FetchImage(() -> NOW).run(URI.create(url), fetcher::fetch, Supplier::get);
    }

    private static String why(String url) {
        return why(fetched(url));
    }

    private static String why(Outcome outcome) {
        return ((Unusable) outcome).why();
    }
}
