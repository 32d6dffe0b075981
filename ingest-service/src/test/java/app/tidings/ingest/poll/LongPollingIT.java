package app.tidings.ingest.poll;

import static app.tidings.ingest.FeedServer.say;
import static app.tidings.ingest.feed.TestFeeds.item;
import static app.tidings.ingest.feed.TestFeeds.rss;
import static com.mongodb.client.model.Filters.eq;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import app.tidings.contracts.SourceEvent;
import app.tidings.contracts.SourceEvent.SourceFailing;
import app.tidings.contracts.SourceEvent.SourceRecovered;
import app.tidings.ingest.FeedServer;
import app.tidings.ingest.IngestSettings;
import app.tidings.ingest.IngestTest;
import app.tidings.ingest.connector.Connectors;
import app.tidings.ingest.entry.TakeEntries;
import app.tidings.ingest.health.Alarm;
import app.tidings.ingest.outcome.Outcome;
import app.tidings.ingest.source.Source;
import app.tidings.ingest.source.TestSources;
import app.tidings.ingest.websub.FollowHub;
import app.tidings.platform.fetch.SafeFetcher;
import app.tidings.platform.fetch.TestSettings;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Weeks of polls of one source, each at the moment for which the one before asked. */
class LongPollingIT extends IngestTest {

    @Autowired
    private Connectors connectors;

    @Autowired
    private TakeEntries takeEntries;

    @Autowired
    private FollowHub followHub;

    @Autowired
    private IngestSettings settings;

    private final LargeBodies largeBodies = new LargeBodies(1, Duration.ofMillis(1));
    private final SafeFetcher fetcher = new SafeFetcher(TestSettings.onLoopback("small-body=1KB"));
    private final FeedServer web = new FeedServer();
    private final AtomicReference<Instant> now = new AtomicReference<>(TestSources.NOW);
    private final Alarm alarm = new Alarm(Duration.ofDays(1));
    private final ArrayList<SourceEvent> events = new ArrayList<>();

    @AfterEach
    void close() {
        fetcher.close();
        web.close();
    }

    private Source pollWhenDue(Source source) {
        now.set(source.dueAt());
        var told = alarm.judge(source, polls(now::get).run(source), now.get());
        events.addAll(told.events());
        return source.polled(told.state());
    }

    private PollSource polls(InstantSource clock) {
        return new PollSource(connectors, fetcher, largeBodies, takeEntries, followHub, settings, clock);
    }

    @Test
    void aFeedThatFailsFiftyTimesRecoversUnaided() {
        web.on("/feed", exchange -> say(exchange, 500, ""));
        var source = TestSources.aSource(aPublication(), web.url("/feed"));
        var waits = new ArrayList<Duration>();

        for (var i = 0; i < 50; i++) {
            source = pollWhenDue(source);
            waits.add(Duration.between(now.get(), source.dueAt()));
        }
        assertThat(source.poll().failures()).isEqualTo(50);
        assertThat(waits.getFirst()).isBetween(Duration.ofMinutes(27), Duration.ofMinutes(33));
        assertThat(waits.getLast()).isLessThanOrEqualTo(Duration.ofMinutes(24 * 66));
        web.onFeed("/feed", rss(item("Back", "https://a.example/" + source.publicationId())));
        source = pollWhenDue(source);

        assertThat(source.poll().outcome())
                .isInstanceOfSatisfying(
                        Outcome.Polled.class,
                        polled -> assertThat(polled.counts().found()).isOne());
        assertThat(source.poll().failures()).isZero();
        assertThat(Duration.between(now.get(), source.dueAt())).isLessThan(Duration.ofHours(12));
        assertThat(events).hasExactlyElementsOfTypes(SourceFailing.class, SourceRecovered.class);
    }

    @Test
    void aLargeFeedIsPolledLaterWhereOthersAreTakenApart() throws InterruptedException {
        var source = TestSources.aSource(
                aPublication(), web.onFeed("/feed", largeFeed()).url("/feed"));
        try (var other = largeBodies.share()) {
            other.forLargeBody();

            assertThatExceptionOfType(PollSource.NoRoom.class).isThrownBy(() -> pollWhenDue(source));
        }
        assertThat(pollWhenDue(source).poll().outcome())
                .isInstanceOfSatisfying(
                        Outcome.Polled.class,
                        polled -> assertThat(polled.counts().found()).isEqualTo(250));
        assertThat(database.getCollection("links").countDocuments(eq("link.publicationId", source.publicationId())))
                .isEqualTo(250);
    }

    @Test
    void aLargeFeedTakesItsRoomUntilItsLinksAreKept() {
        var source = TestSources.aSource(
                aPublication(), web.onFeed("/feed", largeFeed()).url("/feed"));
        var free = new ArrayList<Boolean>();

        polls(() -> {
                    free.add(isRoom());
                    return TestSources.NOW;
                })
                .run(source);

        assertThat(free).startsWith(true).endsWith(false);
    }

    private boolean isRoom() {
        try (var other = largeBodies.share()) {
            return other.forLargeBody();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** In more entries than are written at a time. */
    private static String largeFeed() {
        var run = aPublication();
        return rss(IntStream.range(0, 250)
                .mapToObj(i -> item("Entry " + i, "https://a.example/" + run + "/" + i))
                .toArray(String[]::new));
    }

    @Test
    void aServersWordsAreKeptInMindWhileNothingChanges() {
        var feed = rss("<ttl>120</ttl>", item("One", "https://a.example/" + aPublication()));
        var source =
                TestSources.aSource(aPublication(), web.onFeed("/feed", feed).url("/feed"));

        for (var i = 0; i < 3; i++) {
            source = pollWhenDue(source);
            assertThat(Duration.between(now.get(), source.dueAt())).isEqualTo(Duration.ofHours(2));
        }
        assertThat(source.poll().outcome()).isInstanceOf(Outcome.Unchanged.class);
    }
}
