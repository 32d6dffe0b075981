package app.tidings.curation.issue;

import static app.tidings.curation.TestLinks.NOW;
import static app.tidings.curation.issue.TestIssues.PROFILE;
import static app.tidings.curation.issue.TestIssues.aDraft;
import static org.assertj.core.api.Assertions.assertThat;

import app.tidings.contracts.Announce;
import app.tidings.contracts.IssueEvent.IssueApproved;
import app.tidings.curation.item.Item.Placement;
import java.net.URI;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class IssueTest {

    private static final URI PAGE = URI.create("https://weekly.example/1");

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {"-, a b c x", "1, x a b c", "2, a x b c", "4, a b c x", "99, a b c x"})
    void placesAtThePosition(Integer position, String order) {
        var issue = aDraft("articles", "a", "b", "c").placed("x", "articles", position);

        assertThat(issue.arrangement()).isEqualTo(Map.of("articles", List.of(order.split(" ", -1))));
    }

    @Test
    void movesAnEntryWithinAndBetweenSections() {
        var issue = aDraft("articles", "a", "b", "c");

        assertThat(issue.placed("a", "articles", 3).arrangement())
                .isEqualTo(Map.of("articles", List.of("b", "c", "a")));
        assertThat(issue.placed("a", "projects", null).arrangement())
                .isEqualTo(Map.of("articles", List.of("b", "c"), "projects", List.of("a")));
    }

    @Test
    void takesAnEntryOutAndTheSectionWithTheLastOne() {
        assertThat(aDraft("articles", "a", "b").without("a").arrangement()).isEqualTo(Map.of("articles", List.of("b")));
        assertThat(aDraft("articles", "a").without("a").arrangement()).isEmpty();
        assertThat(aDraft("articles", "a").without("z"))
                .extracting(Issue::arrangement)
                .isEqualTo(Map.of("articles", List.of("a")));
    }

    @Test
    void saysWhereAnItemStands() {
        var issue = aDraft("articles", "a");

        assertThat(issue.placementOf("a")).hasValue(new Placement(issue.id(), "articles", null));
        assertThat(issue.placementOf("z")).isEmpty();
    }

    @Test
    void isToldInTheSameWordsHoweverOften() {
        var approved = approved();

        assertThat(approved.approved())
                .isEqualTo(rendered(rendered(approved, "zh"), "en").approved());
        assertThat(approved.approved().map(IssueApproved::version)).hasValue(3L);
        assertThat(approved.approved().map(each -> each.manuscript().number())).hasValue(7);
    }

    @Test
    void isNotToldWithoutANumber() {
        assertThat(aDraft().approved()).isEmpty();
        assertThat(frozen().approved()).isEmpty();
        assertThat(frozen().state()).isEqualTo(IssueState.NUMBERING);
    }

    @Test
    void isRenderedWhenEachEditionIs() {
        var one = rendered(approved(), "zh");

        assertThat(one.state()).isEqualTo(IssueState.APPROVED);
        assertThat(rendered(one, "zh").state()).isEqualTo(IssueState.APPROVED);
        assertThat(rendered(one, "en").state()).isEqualTo(IssueState.RENDERED);
    }

    @Test
    void saysWithWhichNumberAnItemWentOut() {
        var out = rendered(rendered(approved(), "zh"), "en");

        assertThat(out.placementOf("a")).hasValue(new Placement(out.id(), "articles", 7));
    }

    @Test
    void isSendingWhenOneEditionIsAndDoneWhenAllAre() {
        var rendered = rendered(rendered(approved(), "zh"), "en");
        var sending = rendered.progressed(edition(rendered, "zh"), each -> each.sendingStarted(5));
        var half = sending.progressed(edition(rendered, "zh"), each -> each.sendingDone(Map.of("sent", 5L)));
        var started = half.progressed(edition(rendered, "en"), each -> each.sendingStarted(0));
        var done = started.progressed(edition(rendered, "en"), each -> each.sendingDone(Map.of()));

        assertThat(List.of(sending.state(), half.state(), started.state())).containsOnly(IssueState.SENDING);
        assertThat(done.state()).isEqualTo(IssueState.DONE);
    }

    @Test
    void saysTheSameWhateverIsHeardFirst() {
        var approved = approved();
        var zh = edition(approved, "zh");
        var en = edition(approved, "en");

        var late = approved.progressed(zh, each -> each.sendingDone(Map.of("sent", 5L)))
                .progressed(zh, each -> each.sendingStarted(5))
                .progressed(en, each -> each.sendingStarted(1));

        assertThat(late.state()).isEqualTo(IssueState.SENDING);
        assertThat(rendered(rendered(late, "en"), "zh").state()).isEqualTo(IssueState.SENDING);
    }

    @Test
    void neverGoesBack() {
        var sending = rendered(rendered(approved(), "zh"), "en")
                .progressed(edition(approved(), "zh"), each -> each.sendingStarted(5));

        assertThat(rendered(sending, "zh").state()).isEqualTo(sending.state());
    }

    @Test
    void doesNotHearOfEditionsThatAreNotItsOwn() {
        var approved = approved();

        assertThat(approved.progressed(approved.id() + ":fr:full", each -> each.sendingStarted(1)))
                .isEqualTo(approved);
        assertThat(aDraft().state()).isEqualTo(IssueState.DRAFT);
    }

    @Test
    void keepsTheTimeOfItsMakingInItsId() {
        assertThat(IssueIds.madeAt(aDraft().id())).isEqualTo(NOW);
    }

    private static Issue frozen() {
        return aDraft("articles", "a").freeze(PROFILE, List.of(), Announce.NOBODY, NOW);
    }

    private static Issue approved() {
        var frozen = frozen();
        return new Issue(
                        "tidings-weekly:01",
                        2,
                        frozen.state(),
                        frozen.headline(),
                        frozen.date(),
                        frozen.arrangement(),
                        frozen.blocks(),
                        frozen.frozen(),
                        frozen.editions(),
                        NOW)
                .numbered(7);
    }

    private static Issue rendered(Issue issue, String language) {
        return issue.progressed(edition(issue, language), each -> each.rendered(1, PAGE));
    }

    private static String edition(Issue issue, String language) {
        return issue.id() + ":" + language + ":full";
    }
}
