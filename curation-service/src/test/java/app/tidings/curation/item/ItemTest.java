package app.tidings.curation.item;

import static app.tidings.curation.TestLinks.NOW;
import static app.tidings.curation.TestLinks.aSighting;
import static app.tidings.curation.item.TestItems.anItem;
import static java.time.temporal.ChronoUnit.DAYS;
import static org.assertj.core.api.Assertions.assertThat;

import app.tidings.contracts.Credit;
import app.tidings.contracts.ItemEvent;
import app.tidings.contracts.ItemEvent.ItemEnriched;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ItemTest {

    private static final Credit ADA = new Credit("Ada", null);

    @Test
    void mergesSourcesAndKeepsTheWordsOfTheLaterVersion() {
        var first = new Sighted(1, "First", "one", List.of(aSighting("s1", "https://a.example/", null)), null);
        var later = new Sighted(
                3,
                "Later",
                "three",
                List.of(aSighting("s1", "https://a.example/", null), aSighting("s2", "https://a.example/", ADA)),
                null);

        assertThat(first.mergedWith(later)).isEqualTo(later);
        assertThat(later.mergedWith(first)).isEqualTo(later);
        assertThat(first.mergedWith(first)).isEqualTo(first);
    }

    @Test
    void isToldAsItWasFoundWhateverAnEditorSays() {
        var item = anItem().enriched("zh", null).saidToBeIn("en").build();

        assertThat(item.language()).isEqualTo("en");
        assertThat(((ItemEnriched) item.answer().orElseThrow()).language()).isEqualTo("zh");
    }

    @Test
    void keepsEachContributorOfOneSource() {
        var one = new Sighted(1, "T", null, List.of(aSighting("submissions", "https://a.example/", ADA)), null);
        var two = new Sighted(
                2, "T", null, List.of(aSighting("submissions", "https://a.example/", new Credit("Lin", null))), null);

        assertThat(one.mergedWith(two).sightings()).hasSize(2);
    }

    @Test
    void boundsTheSources() {
        var many = IntStream.range(0, 300)
                .mapToObj(each -> aSighting("s" + each, "https://a.example/", null))
                .toList();

        assertThat(new Sighted(1, "T", null, many, null)
                        .mergedWith(new Sighted(2, "T", null, many, null))
                        .sightings())
                .hasSize(100);
    }

    @Test
    void isUsableBeforeAnybodyLookedItUp() {
        var item = anItem().build();

        assertThat(item.title()).isEqualTo("A title from the feed");
        assertThat(item.language()).isEqualTo("und");
        assertThat(item.kind()).isEqualTo(Kind.ARTICLE);
        assertThat(item.stars()).isNull();
        assertThat(item.publishedAt()).hasValue(NOW);
        assertThat(item.answer()).isEmpty();
    }

    @Test
    void wasNotPublishedLongAfterItWasTakenIn() {
        assertThat(anItem().dated(NOW, NOW.plus(1, DAYS)).build().publishedAt()).hasValue(NOW.plus(1, DAYS));
        assertThat(anItem().dated(NOW, NOW.plus(3, DAYS)).build().publishedAt()).isEmpty();
    }

    @Test
    void saysWhatPeopleWroteBeforeWhatWasFound() {
        var repository = TestItems.aRepository(900);
        var found = anItem().enriched("en", "Found.", repository);

        assertThat(found.build().stars()).isEqualTo(900);
        assertThat(found.withStars(1200).build().stars()).isEqualTo(1200);
        assertThat(found.build().titleIn("zh")).isEqualTo("A title from the page");
        assertThat(found.written("zh", "标题", null).build().titleIn("zh")).isEqualTo("标题");
        assertThat(found.creditedTo("Lin").build().credits()).containsExactly(new Credit("Lin", null));
    }

    @Test
    void isToldInTheSameWordsHoweverOften() {
        var item = anItem().enriched("en", "Found.").build();

        assertThat(item.answer())
                .isEqualTo(item.withState(ItemState.SHORTLISTED).withVersion(9).answer());
        assertThat(item.answer().orElseThrow().version()).isEqualTo(2);
    }

    @Test
    void isToldAnewWhenALaterVersionOfTheLinkIsTaken() {
        var item = anItem().enriched("en", "Found.").build().withVersion(5);

        var taken = item.withSighted(new Sighted(4, "T", null, List.of(), null), NOW.plusSeconds(1));

        assertThat(taken.answer().map(ItemEvent::version)).hasValue(6L);
        assertThat(taken.answer().map(ItemEnriched.class::cast).map(ItemEnriched::linkVersion))
                .hasValue(4L);
    }

    @Test
    void tellsAnExcerptOfBoundedLength() {
        var event = anItem().enriched("en", "x".repeat(5_000))
                .build()
                .answer()
                .map(ItemEnriched.class::cast)
                .orElseThrow();

        assertThat(event.excerpt()).hasSize(ItemEnriched.MAX_EXCERPT).endsWith("…");
    }
}
