package app.tidings.contracts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class IdsTest {

    @Test
    void givesALinkTheSameIdForEver() {
        assertThat(Ids.link("python-weekly", "https://example.org/"))
                .isEqualTo("python-weekly:qgmndowebiidgzj2pdsiqago7q");
    }

    @Test
    void keepsPublicationsApart() {
        assertThat(Ids.link("a", "https://example.org/")).isNotEqualTo(Ids.link("b", "https://example.org/"));
    }

    @Test
    void givesAnEventOneIdPerAggregateVersionAndType() {
        var id = Ids.event("a:1", 2, "link-found");

        assertThat(id).matches("[a-z2-7]{52}").isEqualTo(Ids.event("a:1", 2, "link-found"));
        assertThat(id)
                .isNotIn(
                        Ids.event("a:2", 2, "link-found"),
                        Ids.event("a:1", 3, "link-found"),
                        Ids.event("a:1", 2, "link-seen-again"));
    }

    @Test
    void findsThePublicationOfAnId() {
        assertThat(Ids.publicationOf("weekly:01J:zh:full")).isEqualTo("weekly");
        assertThatThrownBy(() -> Ids.publicationOf("weekly")).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void refusesAPublicationThatIsNoSlug() {
        assertThatThrownBy(() -> Ids.link("Py thon", "https://example.org/"))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
