package app.tidings.curation.item;

import static app.tidings.curation.TestLinks.NOW;
import static app.tidings.curation.item.TestItems.anItem;
import static org.assertj.core.api.Assertions.assertThat;

import app.tidings.contracts.ItemEvent;
import app.tidings.contracts.ItemEvent.ItemDeclined;
import app.tidings.contracts.ItemEvent.ItemPlaced;
import app.tidings.contracts.ItemEvent.ItemPublished;
import app.tidings.contracts.ItemEvent.ItemReopened;
import app.tidings.contracts.ItemEvent.ItemShortlisted;
import app.tidings.contracts.ItemEvent.ItemUnplaced;
import app.tidings.curation.item.Item.Placement;
import app.tidings.curation.item.Step.Changed;
import app.tidings.curation.item.Step.Refused;
import app.tidings.curation.item.Step.Unchanged;
import app.tidings.curation.item.TriagePolicy.WentOut;
import java.net.URI;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class TriagePolicyTest {

    private static final String ISSUE = "tidings-weekly:01";
    private static final String OTHER = "tidings-weekly:02";
    private static final WentOut OUT =
            new WentOut(ISSUE, "articles", 7, Map.of("zh", URI.create("https://news.example.org/tidings-weekly/zh/7")));

    @ParameterizedTest
    @EnumSource(names = {"NEW", "DECLINED"})
    void shortlistsWhatIsNewOrDeclined(ItemState state) {
        var step = TriagePolicy.shortlist(anItem().in(state).build(), NOW);

        assertThat(item(step).state()).isEqualTo(ItemState.SHORTLISTED);
        assertThat(event(step))
                .isInstanceOf(ItemShortlisted.class)
                .extracting(ItemEvent::version)
                .isEqualTo(2L);
    }

    @Test
    void forgetsWhyItWasDeclinedWhenItIsShortlisted() {
        assertThat(item(TriagePolicy.shortlist(anItem().declinedFor("old").build(), NOW))
                        .declined())
                .isNull();
    }

    @Test
    void shortlistsOnce() {
        var item = anItem().in(ItemState.SHORTLISTED).build();

        assertThat(TriagePolicy.shortlist(item, NOW)).isEqualTo(new Unchanged(item));
    }

    @Test
    void neverShortlistsWhatStandsInAnIssue() {
        assertThat(TriagePolicy.shortlist(anItem().placedIn(ISSUE, "articles").build(), NOW))
                .isEqualTo(new Refused("the item stands in issue tidings-weekly:01; take it out there first"));
        assertThat(TriagePolicy.shortlist(anItem().publishedIn(ISSUE, 38).build(), NOW))
                .isEqualTo(new Refused("the item went out with issue 38"));
    }

    @ParameterizedTest
    @EnumSource(names = {"NEW", "SHORTLISTED"})
    void declinesWhatStandsNowhere(ItemState state) {
        var step = TriagePolicy.decline(anItem().in(state).build(), "too old", NOW);

        assertThat(item(step).state()).isEqualTo(ItemState.DECLINED);
        assertThat(item(step).declined()).isEqualTo("too old");
        assertThat(event(step))
                .isInstanceOfSatisfying(
                        ItemDeclined.class, event -> assertThat(event.reason()).isEqualTo("too old"));
    }

    @Test
    void declinesOnceForAReason() {
        var item = anItem().declinedFor("too old").build();

        assertThat(TriagePolicy.decline(item, "too old", NOW)).isEqualTo(new Unchanged(item));
        assertThat(item(TriagePolicy.decline(item, "off topic", NOW)).declined())
                .isEqualTo("off topic");
    }

    @Test
    void neverDeclinesWhatStandsInAnIssue() {
        assertThat(TriagePolicy.decline(anItem().placedIn(ISSUE, "articles").build(), null, NOW))
                .isInstanceOf(Refused.class);
        assertThat(TriagePolicy.decline(anItem().publishedIn(ISSUE, 1).build(), null, NOW))
                .isInstanceOf(Refused.class);
    }

    @ParameterizedTest
    @EnumSource(names = {"NEW", "SHORTLISTED"})
    void placesWhatStandsNowhere(ItemState state) {
        var step = TriagePolicy.place(anItem().in(state).build(), ISSUE, "articles", NOW);

        assertThat(item(step).state()).isEqualTo(ItemState.PLACED);
        assertThat(item(step).placement()).isEqualTo(new Placement(ISSUE, "articles", null));
        assertThat(event(step)).isInstanceOf(ItemPlaced.class);
    }

    @Test
    void placesOnceInASectionAndMovesToAnother() {
        var item = anItem().placedIn(ISSUE, "articles").build();

        assertThat(TriagePolicy.place(item, ISSUE, "articles", NOW)).isEqualTo(new Unchanged(item));
        assertThat(item(TriagePolicy.place(item, ISSUE, "projects", NOW)).placement())
                .isEqualTo(new Placement(ISSUE, "projects", null));
    }

    @Test
    void placesInOneIssueOnly() {
        assertThat(TriagePolicy.place(anItem().placedIn(ISSUE, "articles").build(), OTHER, "articles", NOW))
                .isInstanceOf(Refused.class);
        assertThat(TriagePolicy.place(anItem().publishedIn(ISSUE, 1).build(), OTHER, "articles", NOW))
                .isInstanceOf(Refused.class);
        assertThat(TriagePolicy.place(anItem().declinedFor(null).build(), ISSUE, "articles", NOW))
                .isInstanceOf(Refused.class);
    }

    @Test
    void takesOutOfTheIssueItStandsInAlone() {
        var item = anItem().placedIn(ISSUE, "articles").build();

        var step = TriagePolicy.unplace(item, ISSUE, NOW);

        assertThat(item(step).state()).isEqualTo(ItemState.SHORTLISTED);
        assertThat(item(step).placement()).isNull();
        assertThat(event(step)).isInstanceOf(ItemUnplaced.class);
        assertThat(TriagePolicy.unplace(item, OTHER, NOW)).isEqualTo(new Unchanged(item));
    }

    @Test
    void neverTakesOutWhatWentOut() {
        var item = anItem().publishedIn(ISSUE, 1).build();

        assertThat(TriagePolicy.unplace(item, ISSUE, NOW)).isEqualTo(new Unchanged(item));
    }

    @ParameterizedTest
    @EnumSource(names = {"NEW", "SHORTLISTED", "DECLINED"})
    void publishesWhateverTheItemSays(ItemState state) {
        var step = TriagePolicy.publish(anItem().in(state).build(), OUT, NOW);

        assertThat(item(step).state()).isEqualTo(ItemState.PUBLISHED);
        assertThat(item(step).placement()).isEqualTo(new Placement(ISSUE, "articles", 7));
        assertThat(event(step))
                .isInstanceOfSatisfying(
                        ItemPublished.class, event -> assertThat(event.pages()).isEqualTo(OUT.pages()));
    }

    @Test
    void publishesOnce() {
        var item = anItem().publishedIn(ISSUE, 7).build();

        assertThat(TriagePolicy.publish(item, OUT, NOW)).isEqualTo(new Unchanged(item));
    }

    @Test
    void declinesWhatWasWithdrawnBeforeAnybodyDecided() {
        var step = TriagePolicy.withdraw(anItem().withdrawnFor("no jobs").build(), NOW);

        assertThat(item(step).state()).isEqualTo(ItemState.DECLINED);
        assertThat(item(step).declined()).isEqualTo("no jobs");
        assertThat(event(step)).isInstanceOf(ItemDeclined.class);
    }

    @ParameterizedTest
    @EnumSource(names = "NEW", mode = EnumSource.Mode.EXCLUDE)
    void letsAnEditorsDecisionStandWhateverIsWithdrawn(ItemState state) {
        var item = anItem().withdrawnFor("no jobs").in(state).build();

        assertThat(TriagePolicy.withdraw(item, NOW)).isEqualTo(new Unchanged(item));
    }

    @Test
    void reopensWhatWasDeclinedOnlyBecauseItWasWithdrawn() {
        var step = TriagePolicy.comeBack(
                anItem().withdrawnFor("no jobs").declinedFor("no jobs").build(), NOW);

        assertThat(item(step).state()).isEqualTo(ItemState.NEW);
        assertThat(item(step).declined()).isNull();
        assertThat(event(step)).isInstanceOf(ItemReopened.class);
    }

    @Test
    void leavesDeclinedWhatAnEditorDeclined() {
        var withdrawn =
                anItem().withdrawnFor("no jobs").declinedFor("ran in #38").build();
        var unwanted = anItem().declinedFor("ran in #38").build();

        assertThat(TriagePolicy.comeBack(withdrawn, NOW)).isEqualTo(new Unchanged(withdrawn));
        assertThat(TriagePolicy.comeBack(unwanted, NOW)).isEqualTo(new Unchanged(unwanted));
    }

    @Test
    void reopensWhatWentOutOrWasDeclined() {
        var out = TriagePolicy.reopen(anItem().publishedIn(ISSUE, 38).build(), NOW);
        var declined = TriagePolicy.reopen(anItem().declinedFor("old").build(), NOW);

        assertThat(item(out)).returns(ItemState.NEW, Item::state).returns(null, Item::placement);
        assertThat(item(declined)).returns(ItemState.NEW, Item::state).returns(null, Item::declined);
        assertThat(event(out)).isInstanceOf(ItemReopened.class);
    }

    @Test
    void reopensNothingThatStandsInADraft() {
        var fresh = anItem().build();
        var placed = anItem().placedIn(ISSUE, "articles").build();

        assertThat(TriagePolicy.reopen(fresh, NOW)).isEqualTo(new Unchanged(fresh));
        assertThat(TriagePolicy.reopen(placed, NOW)).isInstanceOf(Refused.class);
    }

    private static Item item(Step step) {
        return ((Changed) step).item();
    }

    private static ItemEvent event(Step step) {
        return Objects.requireNonNull(((Changed) step).event());
    }
}
