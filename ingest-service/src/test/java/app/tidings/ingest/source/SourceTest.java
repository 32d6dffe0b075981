package app.tidings.ingest.source;

import static app.tidings.ingest.source.TestSources.NOW;
import static app.tidings.ingest.source.TestSources.aSource;
import static org.assertj.core.api.Assertions.assertThat;

import app.tidings.ingest.source.Source.Draft;
import java.net.URI;
import java.time.Instant;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
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
        assertThat(aSource("http://blog.example/f?utm_source=x#y").feedUrl())
                .isEqualTo(URI.create("http://blog.example/f?utm_source=x"));
    }

    @ParameterizedTest
    @CsvSource(nullValues = "-", delimiter = '|', textBlock = """
            Week ly | N | https://a.example/  | -     | publication is not an id of lower-case letters, digits and hyphens
            -       | N | https://a.example/  | -     | publication is not an id of lower-case letters, digits and hyphens
            weekly  | - | https://a.example/  | -     | name is missing or longer than 200 characters
            weekly  | N | -                   | -     | feedUrl is missing
            weekly  | N | ftp://a.example/    | -     | feedUrl is not an address that can be fetched: not an http or https address
            weekly  | N | file:///etc/passwd  | -     | feedUrl is not an address that can be fetched: not an http or https address
            weekly  | N | https://u@a.example | -     | feedUrl is not an address that can be fetched: contains a user name
            weekly  | N | https://a.example/  | 0     | intervalMinutes is not from 1 to 10080
            weekly  | N | https://a.example/  | 10081 | intervalMinutes is not from 1 to 10080
            """)
    void isRefusedWithAReasonThatSaysWhatToChange(
            @Nullable String publication,
            @Nullable String name,
            @Nullable String feedUrl,
            @Nullable Integer minutes,
            String reason) {
        assertThat(Source.draft(publication, name, feedUrl, minutes, NOW)).isEqualTo(new Draft.Bad(reason));
    }

    @Test
    void isDueAtOnceWhenSomebodyAsksAndNoLongerOnceItWasPolled() {
        var due = NOW.plusSeconds(600);
        var asked = asked(aSource(), due);
        assertThat(asked.dueAt()).isEqualTo(NOW);

        var polled = asked.polled(asked.poll().unchanged(NOW.plusMillis(1)));

        assertThat(polled.dueAt()).isEqualTo(due);
        assertThat(asked.polled(asked.poll().unchanged(NOW.minusMillis(1))).dueAt())
                .isEqualTo(NOW);
    }

    private static Source asked(Source source, Instant due) {
        return new Source(
                source.id(),
                source.publicationId(),
                source.name(),
                source.feedUrl(),
                null,
                source.addedAt(),
                NOW,
                1,
                PollState.none(due));
    }

    @Test
    void isPolledAnewWhenItsIntervalChanges() {
        var source = TestSources.dueAt(aSource(), NOW.plusSeconds(600));

        assertThat(source.changed("Another name", null, NOW).dueAt()).isEqualTo(NOW.plusSeconds(600));
        assertThat(source.changed("Another name", 5, NOW).dueAt()).isEqualTo(NOW);
    }

    @Test
    void keepsItsFirstFailureInMindUntilAPollDoesNotFail() {
        var first = new Outcome.Failed(NOW, "timeout", "too slow");
        var second = new Outcome.Failed(NOW.plusSeconds(9), "http-500", "broken");

        var failing = aSource().poll().failed(first).failed(second);

        assertThat(failing.failures()).isEqualTo(2);
        assertThat(failing.failingSince()).isEqualTo(NOW);
        assertThat(failing.outcome()).isEqualTo(second);
        assertThat(failing.unchanged(NOW).failingSince()).isNull();
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
