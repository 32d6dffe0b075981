package app.tidings.ingest.entry;

import static app.tidings.ingest.source.TestSources.aSource;
import static org.assertj.core.api.Assertions.assertThat;

import app.tidings.contracts.Ids;
import app.tidings.ingest.FeedServer;
import app.tidings.ingest.IngestSettings;
import app.tidings.ingest.IngestTest;
import app.tidings.ingest.connector.Validators;
import app.tidings.ingest.feed.FeedEntry;
import app.tidings.ingest.feed.FeedText;
import app.tidings.ingest.held.HeldEntries;
import app.tidings.ingest.link.KeepLinks;
import app.tidings.ingest.link.Link;
import app.tidings.ingest.link.Links;
import app.tidings.ingest.outcome.Outcome;
import app.tidings.ingest.outcome.Outcome.Counts;
import app.tidings.ingest.seen.Memories;
import app.tidings.ingest.shortened.ShortAddresses;
import app.tidings.ingest.source.Source;
import app.tidings.platform.fetch.SafeFetcher;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

class TakeEntriesIT extends IngestTest {

    private static final Instant NOW = Instant.parse("2026-11-22T10:00:00Z");

    private final FeedServer web = new FeedServer();
    private final String site = "https://%s.example/".formatted(UUID.randomUUID());

    @Autowired
    Links links;

    @Autowired
    KeepLinks keepLinks;

    @Autowired
    HeldEntries held;

    @Autowired
    Memories memories;

    @Autowired
    SafeFetcher fetcher;

    @Autowired
    IngestSettings settings;

    private TakeEntries takeEntries;

    @BeforeEach
    void knowAShortener() {
        var shortAddresses = new ShortAddresses(fetcher, Set.of("127.0.0.1"));
        takeEntries = new TakeEntries(
                new FindNewcomers(links, shortAddresses, settings),
                keepLinks,
                held,
                memories,
                (_, shown, _) -> shown,
                settings);
    }

    @AfterEach
    void close() {
        web.close();
    }

    @Test
    void printsTheAddressAsItAnswersUnderTheIdOfAllItsForms() {
        var shown = site.replace("https://", "http://www.") + "a/?utm_source=feed&b=2&a=1";

        takeEntries.run(aSource(), List.of(entry("1", shown, null)), NOW);
        var again = takeEntries.run(aSource(), List.of(entry("1", site + "a?a=1&b=2", null)), NOW);

        assertThat(again.counts()).isEqualTo(new Counts(1, 0, 1, 0, 0, 0, 0, 0));
        assertThat(standing(site + "a?a=1&b=2").url())
                .isEqualTo(URI.create(site.replace("https://", "http://www.") + "a/?b=2&a=1"));
    }

    @Test
    void knowsALinkByWhereAShortenedAddressLeads() {
        var source = aSource();
        redirect("/x", site + "one?utm_source=short");
        redirect("/y", site + "one");

        var first = takeEntries.run(source, List.of(entry("1", web.url("/x"), null)), NOW);
        takeEntries.run(source, List.of(entry("1", web.url("/x"), null)), NOW);
        var other = takeEntries.run(aSource(), List.of(entry("1", web.url("/y"), null)), NOW);

        assertThat(first.counts().found()).isEqualTo(1);
        assertThat(other.counts().seenAgain()).isEqualTo(1);
        assertThat(web.requests("/x")).hasSize(1);
        assertThat(standing(site + "one").url()).isEqualTo(URI.create(site + "one"));
        assertThat(standing(site + "one").sightings().getFirst().shownUrl()).isEqualTo(URI.create(web.url("/x")));
    }

    @Test
    void keepsAShortenedAddressThatLeadsNowhereAndTakesItForNothingElseLater() {
        var source = aSource();
        var entry = entry("1", web.url("/" + UUID.randomUUID()), null);

        var first = takeEntries.run(source, List.of(entry), NOW);
        redirect(URI.create(String.valueOf(entry.link())).getPath(), site + "late");
        var later = takeEntries.run(source, List.of(entry), NOW);

        assertThat(first.counts().found()).isEqualTo(1);
        assertThat(later.counts().known()).isEqualTo(1);
    }

    @Test
    void makesNoLinkOfWhatMustHaveBeenHereLongBeforeTheLastReading() {
        var read = NOW.plus(Duration.ofDays(10));
        var young = entry("1", site + "young", read.minus(Duration.ofDays(30)));
        var old = entry("2", site + "old", read.minus(Duration.ofDays(30)).minusMillis(1));

        var taken = takeEntries.run(readAt(read), List.of(young, old), read.plusSeconds(60));

        assertThat(taken.counts()).isEqualTo(new Counts(2, 1, 0, 0, 1, 0, 0, 0));
    }

    @Test
    void holdsNothingThatCameWhileNothingWasHeardOfTheSource() {
        var source = readAt(NOW);
        takeEntries.run(source, entries(0, NOW.minusSeconds(60)), NOW);

        var afterAWeek = NOW.plus(Duration.ofDays(7));
        var taken = takeEntries.run(source, entries(100, NOW.plus(Duration.ofDays(3))), afterAWeek);

        assertThat(taken.counts().found()).isEqualTo(10);
    }

    @Test
    void holdsWhatIsDatedBeforeThePause() {
        var source = readAt(NOW);
        takeEntries.run(source, entries(0, NOW.minusSeconds(60)), NOW);

        var afterAWeek = NOW.plus(Duration.ofDays(7));
        var taken = takeEntries.run(source, entries(100, NOW.minus(Duration.ofDays(3))), afterAWeek);

        assertThat(taken.counts()).isEqualTo(new Counts(10, 0, 0, 0, 0, 0, 10, 0));
    }

    @Test
    void holdsTheFewYoungOnesWhereAllTheOldOnesAreStrange() {
        var source = readAt(NOW);
        takeEntries.run(source, entries(0, NOW.minusSeconds(60)), NOW);
        var strange = IntStream.range(100, 109)
                .mapToObj(i -> entry("" + i, site + i, NOW.minus(Duration.ofDays(900))))
                .toList();
        var feed = new ArrayList<>(strange);
        feed.add(entry("99", site + "99", NOW));

        var taken = takeEntries.run(source, feed, NOW.plusSeconds(60));

        assertThat(taken.counts()).isEqualTo(new Counts(10, 0, 0, 0, 9, 0, 1, 0));
    }

    @Test
    void writesNothingOfASourceThatShowsNothingNew() {
        var source = aSource();
        takeEntries.run(source, entries(0, NOW), NOW);
        var before = memories.of(source.id());

        takeEntries.run(source, entries(0, NOW).reversed(), NOW.plusSeconds(60));

        assertThat(memories.of(source.id())).isEqualTo(before);
    }

    @Test
    void learnsFromAPartNothingOfHowMuchUsuallyIsNew() {
        var source = readAt(NOW);
        takeEntries.run(source, entries(0, NOW.minusSeconds(60)), NOW);
        for (var i = 50; i < 55; i++) {
            takeEntries.runPart(source, List.of(entry("" + i, site + i, NOW)), NOW.plusSeconds(i));
        }

        var taken = takeEntries.run(source, entries(100, NOW.minusSeconds(60)), NOW.plusSeconds(60));

        assertThat(taken.counts().held()).isEqualTo(10);
    }

    private List<FeedEntry> entries(int from, Instant date) {
        return IntStream.range(from, from + 10)
                .mapToObj(i -> entry("" + i, site + i, date))
                .toList();
    }

    private static Source readAt(Instant when) {
        var source = aSource();
        var polled = new Outcome.Polled(when, new Counts(0, 0, 0, 0, 0, 0, 0, 0), null);
        return source.polled(source.poll().read(polled, new Validators(null, null, "hash"), source.version()));
    }

    private Link standing(String url) {
        return links.find(Ids.link("weekly", url)).orElseThrow().link();
    }

    private void redirect(String path, String target) {
        web.on(path, exchange -> {
            exchange.getResponseHeaders().set("Location", target);
            exchange.sendResponseHeaders(302, -1);
        });
    }

    private static FeedEntry entry(String guid, String url, @Nullable Instant published) {
        var title = new FeedText("Title of the entry " + guid, false);
        return new FeedEntry(guid, url, url, title, new FeedText("", false), null, published, null);
    }
}
