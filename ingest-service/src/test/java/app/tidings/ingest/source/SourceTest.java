package app.tidings.ingest.source;

import static app.tidings.ingest.source.TestSources.NOW;
import static app.tidings.ingest.source.TestSources.aSource;
import static app.tidings.ingest.source.TestSources.unchanged;
import static org.assertj.core.api.Assertions.assertThat;

import app.tidings.ingest.connector.FeedSettings;
import app.tidings.ingest.outcome.Outcome;
import app.tidings.ingest.outcome.PollState;
import app.tidings.ingest.source.Source.Draft;
import app.tidings.ingest.source.Standing.Active;
import app.tidings.ingest.source.Standing.Archived;
import app.tidings.ingest.source.Standing.Paused;
import app.tidings.ingest.source.Standing.Snoozed;
import java.net.URI;
import java.time.Instant;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SourceTest {

    @ParameterizedTest
    @CsvSource({
        "https://blog.example/feed.xml, http://BLOG.example:80/feed.xml",
        "https://blog.example/feed?a=1&utm_source=x, https://blog.example/feed?a=1#top",
    })
    void isTheSameHoweverItsAddressIsSpelled(String one, String other) {
        assertThat(aSource(one).id()).isEqualTo(aSource(other).id());
    }

    @Test
    void isAnotherInAnotherPublicationOrAtAnotherAddress() {
        var one = aSource("weekly", "https://blog.example/feed.xml");

        assertThat(aSource("daily", "https://blog.example/feed.xml").id()).isNotEqualTo(one.id());
        assertThat(aSource("weekly", "https://blog.example/Feed.xml").id()).isNotEqualTo(one.id());
    }

    @Test
    void isFetchedAtTheAddressThatWasGiven() {
        assertThat(FeedSettings.of("http://blog.example/f?utm_source=x#y").feedUrl())
                .isEqualTo(URI.create("http://blog.example/f?utm_source=x"));
    }

    @Test
    void keepsTheIdThatItHadWhenThereWereOnlyFeeds() {
        assertThat(aSource("weekly", "https://blog.example/feed.xml").id())
                .isEqualTo("weekly:bac559c521ff282fcea5be31");
    }

    @Test
    void isRefusedInAPublicationWhoseIdIsNone() {
        var settings = SourceSettings.of("N", FeedSettings.of("https://a.example/"));

        assertThat(Source.draft("Week ly", settings, NOW))
                .isEqualTo(Source.draft(null, settings, NOW))
                .isEqualTo(new Draft.Bad("publication is not an id of lower-case letters, digits and hyphens"));
    }

    @Test
    void isDueAtOnceWhenSomebodyAsksAndNoLongerOnceItWasPolled() {
        var due = NOW.plusSeconds(600);
        var asked = asked(aSource(), due);
        assertThat(asked.dueAt()).isEqualTo(NOW);

        var polled = asked.polled(unchanged(asked, NOW.plusMillis(1)));

        assertThat(polled.dueAt()).isEqualTo(due);
        assertThat(asked.polled(unchanged(asked, NOW.minusMillis(1))).dueAt()).isEqualTo(NOW);
    }

    private static Source asked(Source source, Instant due) {
        return new Source(
                source.id(), source.publicationId(), source.settings(), source.addedAt(), NOW, 1, PollState.none(due));
    }

    @Test
    void isPolledAnewWhenItsIntervalOrItsPlaceChanges() {
        var source = TestSources.dueAt(aSource(), NOW.plusSeconds(600));
        var set = source.settings();
        var moved = set.withConnector(FeedSettings.of("https://b.example/"));

        assertThat(source.changed(set.withStanding(new Active()), NOW).dueAt()).isEqualTo(NOW.plusSeconds(600));
        assertThat(source.changed(set.withInterval(5), NOW).dueAt()).isEqualTo(NOW);
        assertThat(source.changed(moved, NOW).dueAt()).isEqualTo(NOW);
    }

    @Test
    void isNotDueWhileItIsNotPolledAndDueAtOnceWhenItIsResumed() {
        var due = NOW.plusSeconds(600);
        var source = TestSources.dueAt(aSource(), due);

        assertThat(standing(source, new Paused("")).dueAt()).isEqualTo(Standing.NEVER);
        assertThat(standing(source, new Archived()).dueAt()).isEqualTo(Standing.NEVER);
        assertThat(standing(source, new Snoozed(due.plusSeconds(1))).dueAt()).isEqualTo(due.plusSeconds(1));
        assertThat(standing(source, new Snoozed(due.minusSeconds(1))).dueAt()).isEqualTo(due);
        assertThat(standing(standing(source, new Paused("")), new Active()).dueAt())
                .isEqualTo(NOW);
    }

    private static Source standing(Source source, Standing standing) {
        return source.changed(source.settings().withStanding(standing), NOW);
    }

    @Test
    void keepsItsFirstFailureInMindUntilAPollDoesNotFail() {
        var first = new Outcome.Failed(NOW, "timeout", "too slow");
        var second = new Outcome.Failed(NOW.plusSeconds(9), "http-500", "broken");

        var failing = aSource().poll().failed(first).failed(second);

        assertThat(failing.failures()).isEqualTo(2);
        assertThat(failing.failingSince()).isEqualTo(NOW);
        assertThat(failing.outcome()).isEqualTo(second);
        assertThat(unchanged(aSource().polled(failing), NOW).failingSince()).isNull();
    }

    @Test
    void spreadsOverTheBuckets() {
        var used = IntStream.range(0, 5_000)
                .map(i -> aSource("https://a.example/" + i).bucket())
                .distinct()
                .count();

        assertThat(used).isEqualTo(Source.BUCKETS);
    }
}
