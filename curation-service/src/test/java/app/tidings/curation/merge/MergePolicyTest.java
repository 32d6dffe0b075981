package app.tidings.curation.merge;

import static app.tidings.curation.TestLinks.NOW;
import static app.tidings.curation.item.TestItems.anItem;
import static org.assertj.core.api.Assertions.assertThat;

import app.tidings.contracts.ItemEvent.ItemMerged;
import app.tidings.curation.item.Item;
import app.tidings.curation.item.ItemState;
import app.tidings.curation.item.Step;
import app.tidings.curation.item.Step.Changed;
import app.tidings.curation.item.Step.Refused;
import app.tidings.curation.item.Step.Unchanged;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class MergePolicyTest {

    private final Item one = anItem().enriched("en", "One.").build();
    private final Item other = anItem().enriched("en", "Other.").build();

    private static Item changed(Step step) {
        return ((Changed) step).item();
    }

    @Test
    void theSameOneStandsWhicheverIsAskedFirst() {
        assertThat(MergePolicy.survivor(one, other))
                .isEqualTo(MergePolicy.survivor(other, one))
                .isPresent();
    }

    @ParameterizedTest
    @EnumSource(
            value = ItemState.class,
            names = {"SHORTLISTED", "PLACED", "PUBLISHED"})
    void oneThatAnEditorWorkedOnStandsAndTwoAreLeft(ItemState state) {
        var worked = anItem().enriched("en", "Worked on.").in(state).build();

        assertThat(MergePolicy.survivor(one, worked)).contains(worked);
        assertThat(MergePolicy.survivor(worked, one)).contains(worked);
        assertThat(MergePolicy.survivor(
                        worked, anItem().in(ItemState.SHORTLISTED).build()))
                .isEmpty();
    }

    @Test
    void whatIngestTookBackStandsForNothing() {
        assertThat(MergePolicy.survivor(anItem().withdrawnFor("spam").build(), other))
                .isEmpty();
    }

    @Test
    void tellsOfTheMergeWithTheLastVersionOfTheLink() {
        var step = (Changed) MergePolicy.mergeByHand(one, other, NOW);

        assertThat(step.item().state()).isEqualTo(ItemState.MERGED);
        assertThat(step.event())
                .isEqualTo(
                        new ItemMerged(one.id(), one.publicationId(), one.version() + 1, 1, other.id(), "editor", NOW));
        assertThat(step.item().withVersion(9).answer()).contains(step.event());
        assertThat(MergePolicy.mergeByHand(step.item(), other, NOW)).isInstanceOf(Unchanged.class);
    }

    @Test
    void anItemInAnIssueOrNotYetLookedUpIsNotMerged() {
        assertThat(MergePolicy.mergeByHand(anItem().placedIn("i", "articles").build(), other, NOW))
                .isInstanceOf(Refused.class);
        assertThat(MergePolicy.mergeByHand(anItem().build(), other, NOW)).isInstanceOf(Refused.class);
    }

    @Test
    void splitItemsAreKeptApartWithAllThatTheyStandFor() {
        var third = anItem().enriched("en", "Third.").build();
        var merged = changed(MergePolicy.mergeByHand(one, other, NOW));
        var survivor = changed(MergePolicy.standFor(other, merged));
        var split = changed(MergePolicy.split(merged, NOW));
        var left = changed(MergePolicy.letGo(survivor, one.id()));

        assertThat(left.merges().from()).isEmpty();
        assertThat(Stream.of(split, left).map(each -> each.merges().apart()))
                .containsExactly(List.of(other.id()), List.of(one.id()));
        assertThat(MergePolicy.survivor(split, left)).isEmpty();
        assertThat(MergePolicy.survivor(split, changed(MergePolicy.standFor(third, left))))
                .isEmpty();
        assertThat(MergePolicy.survivor(changed(MergePolicy.standFor(third, split)), left))
                .isEmpty();
        assertThat(MergePolicy.survivor(third, left)).isPresent();
    }

    @Test
    void anEditorMayMergeAgainWhatWasSplit() {
        var split = one.withMerges(one.merges().apartFrom(other.id()));
        var left = other.withMerges(other.merges().apartFrom(one.id()));

        var merged = changed(MergePolicy.mergeByHand(split, left, NOW));
        var survivor = changed(MergePolicy.standFor(left, merged));

        assertThat(merged.merges().apart()).isEmpty();
        assertThat(survivor.merges().apart()).isEmpty();
        assertThat(survivor.merges().all(other.id())).isEqualTo(Set.of(one.id(), other.id()));
    }
}
