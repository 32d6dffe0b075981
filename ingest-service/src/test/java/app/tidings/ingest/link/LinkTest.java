package app.tidings.ingest.link;

import static app.tidings.ingest.link.TestLinks.NOW;
import static app.tidings.ingest.link.TestLinks.aLink;
import static app.tidings.ingest.link.TestLinks.aSighting;
import static org.assertj.core.api.Assertions.assertThat;

import app.tidings.contracts.LinkEvent.LinkFound;
import app.tidings.contracts.LinkEvent.LinkSeenAgain;
import app.tidings.contracts.Sighting;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class LinkTest {

    private static final String URL = "https://a.example/1";

    @Test
    void isFoundAtFirstAndSeenAgainLater() {
        var first = aLink(URL, "one");
        var second = first.seenAgain(aLink(URL, "two"), NOW.plusSeconds(9));

        assertThat(first.event()).isInstanceOf(LinkFound.class);
        assertThat(second.event())
                .isEqualTo(new LinkSeenAgain(
                        first.id(),
                        "weekly",
                        2,
                        first.url(),
                        "A title",
                        null,
                        List.of(aSighting(URL, "one"), aSighting(URL, "two")),
                        NOW.plusSeconds(9)));
    }

    @Test
    void lacksOnlySightingsOfOtherSourcesAndOnlyUpToTheLimit() {
        var link = aLink(URL, "0");

        assertThat(link.lacks(aSighting(URL, "0"))).isFalse();
        assertThat(with(link, 49).lacks(aSighting(URL, "new"))).isTrue();
        assertThat(with(link, 50).lacks(aSighting(URL, "new"))).isFalse();
    }

    @Test
    void takesFromALaterSourceWhatTheFirstDidNotSay() {
        var bare = said(aLink(URL, "one"), URL, null);
        var full = said(aLink(URL, "two"), "A real title", "and a teaser");

        var richer = bare.seenAgain(full, NOW);
        var same = full.seenAgain(said(aLink(URL, "three"), "Another title", "and another teaser"), NOW);

        assertThat(richer.title()).isEqualTo("A real title");
        assertThat(richer.teaser()).isEqualTo("and a teaser");
        assertThat(same.title()).isEqualTo("A real title");
        assertThat(same.teaser()).isEqualTo("and a teaser");
    }

    private static Link said(Link link, String title, @Nullable String teaser) {
        return new Link(link.id(), "weekly", link.url(), title, teaser, link.sightings(), 1, NOW, null);
    }

    private static Link with(Link link, int sightings) {
        List<Sighting> all = IntStream.range(0, sightings)
                .mapToObj(i -> aSighting(URL, "" + i))
                .toList();
        return new Link(link.id(), "weekly", link.url(), link.title(), null, all, sightings, NOW, null);
    }
}
