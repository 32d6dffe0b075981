package app.tidings.curation.approval;

import static app.tidings.curation.issue.TestIssues.PROFILE;
import static app.tidings.curation.issue.TestIssues.aDraft;
import static app.tidings.curation.item.TestItems.anItem;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import app.tidings.contracts.Credit;
import app.tidings.contracts.Manuscript.Block;
import app.tidings.contracts.Manuscript.BlockKind;
import app.tidings.contracts.Manuscript.Image;
import app.tidings.contracts.Manuscript.Part;
import app.tidings.contracts.Manuscript.Text;
import app.tidings.contracts.Manuscript.TextStatus;
import app.tidings.contracts.Manuscript.Translation;
import app.tidings.contracts.Profile.Count;
import app.tidings.contracts.Profile.Section;
import app.tidings.curation.TestLinks;
import app.tidings.curation.approval.Approval.Approved;
import app.tidings.curation.approval.Approval.Refused;
import app.tidings.curation.issue.Issue;
import app.tidings.curation.issue.TestIssues;
import app.tidings.curation.item.Item;
import app.tidings.curation.item.TestItems;
import app.tidings.curation.linkcheck.CheckedLink;
import app.tidings.curation.linkcheck.CheckedLink.Verdict;
import app.tidings.curation.linkcheck.IssueLinks;
import app.tidings.curation.memory.Ran;
import java.net.URI;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class PreflightTest {

    private static final String SHA = "0".repeat(64);

    private final Preflight preflight = Preflight.complete();

    @Test
    void approvesAnIssueThatIsInOrder() {
        var item = complete().build();

        assertThat(preflight.approve(proof(draft(item), item)))
                .isInstanceOfSatisfying(
                        Approved.class,
                        approved -> assertThat(approved.warnings()).isEmpty());
    }

    @Test
    void refusesAnIssueWithoutEntries() {
        assertThat(blocking(proof(aDraft()))).containsExactly("no-entries");
    }

    @Test
    void refusesAnIssueWithoutAHeadlineInItsOwnLanguage() {
        var item = complete().build();

        assertThat(blocking(proof(headlined(draft(item), Map.of("en", "A headline")), item)))
                .containsExactly("no-headline");
        assertThat(warnings(proof(headlined(draft(item), Map.of("zh", "标题")), item)))
                .containsExactly("no-headline");
    }

    @Test
    void refusesASectionThatIsNoMore() {
        var item = complete().build();

        assertThat(blocking(proof(aDraft("books", item.id()), item))).containsExactly("unknown-section");
    }

    @Test
    void warnsOfASectionOnEitherSideOfWhatIsWanted() {
        assertThat(sizes(new Count(2, 3), 2)).isEmpty();
        assertThat(sizes(new Count(2, 3), 3)).isEmpty();
        assertThat(sizes(new Count(null, 3), 0)).isEmpty();
        assertThat(sizes(null, 9)).isEmpty();
        assertThat(sizes(new Count(2, 3), 5))
                .containsExactly("section articles has 5 entries, at most 3 are wanted; take 2 out,"
                        + " they can wait for another issue");
        assertThat(sizes(new Count(2, 3), 0))
                .containsExactly("section articles has 0 entries, at least 2 are wanted; place 2 more");
    }

    private List<String> sizes(@Nullable Count wanted, int entries) {
        var section = new Section("articles", "", Map.of("zh", "文章"), "article", wanted);
        var ids =
                IntStream.range(0, entries).mapToObj(i -> "tidings-weekly:" + i).toArray(String[]::new);
        var known = proof(aDraft("articles", ids));
        var proof = new Proof(known.issue(), TestIssues.with(List.of(section)), Map.of(), Map.of(), known.links());
        return preflight.findings(proof).stream()
                .filter(finding -> finding.code().startsWith("section-"))
                .filter(finding -> !finding.blocks())
                .map(Finding::text)
                .toList();
    }

    @Test
    void refusesAnItemThatStandsThereTwice() {
        var item = complete().build();
        var twice = arranged(draft(item), Map.of("articles", List.of(item.id()), "projects", List.of(item.id())));

        assertThat(blocking(proof(twice, item))).containsExactly("duplicate-entry");
    }

    @Test
    void refusesAnItemThatIsNoMore() {
        var item = complete().build();

        assertThat(blocking(proof(aDraft("articles", item.id(), "tidings-weekly:gone"), item)))
                .containsExactly("unknown-item");
    }

    @Test
    void refusesAnItemThatStandsElsewhere() {
        var item = complete().placedIn("tidings-weekly:other", "articles").build();

        assertThat(blocking(proof(draft(item), item))).containsExactly("placed-elsewhere");
    }

    @Test
    void warnsOfAnEntryThatRanBefore() {
        var item = complete().build();
        var issue = draft(item);
        var ran = new Ran("tidings-weekly:old", 38, "articles", 4, "a.example", true, "ran in #38, item 4");
        var here = new Ran(issue.id(), 39, "articles", 1, "a.example", true, "ran in #39, item 1");
        var never = proof(issue, item);
        var proof = new Proof(issue, PROFILE, never.items(), Map.of(item.id(), List.of(ran, here)), never.links());

        assertThat(preflight.findings(proof))
                .containsExactly(
                        Finding.warning("ran-before", item.id(), "“A title from the page” ran in #38, item 4"));
    }

    @Test
    void refusesAnEntryWithoutCommentInItsOwnLanguage() {
        var item = anItem().enriched("en", "A summary.").build();

        assertThat(preflight.approve(proof(draft(item), item)))
                .isInstanceOfSatisfying(
                        Refused.class,
                        refused -> assertThat(refused.findings())
                                .contains(Finding.blocking(
                                        "no-comment", item.id(), "“A title from the page” has no comment in zh")));
    }

    @Test
    void refusesAnEntryWhoseCommentWasTakenBack() {
        var item = complete().written("zh", null, " ").build();

        assertThat(blocking(proof(draft(item), item))).containsExactly("no-comment");
    }

    @Test
    void warnsOfAnEntryThatIsNotTranslated() {
        var item = anItem().enriched("zh", null).written("zh", "标题", "评论。").build();

        assertThat(warnings(proof(draft(item), item))).containsExactly("not-translated");
    }

    @Test
    void printsASummaryInTheLanguageThatAnEditorSaysItIsIn() {
        var item = anItem().enriched("zh", "A summary.").saidToBeIn("en").build();

        assertThat(Proof.text(item, "zh")).isEmpty();
        assertThat(Proof.text(item, "en").map(Text::comment)).contains("A summary.");
    }

    @Test
    void warnsOfASummaryThatNobodyRead() {
        var item = anItem().enriched("zh", "摘要。")
                .written("zh", "标题", null)
                .written("en", null, "A comment.")
                .build();

        assertThat(warnings(proof(draft(item), item))).containsExactly("machine-text");
    }

    @Test
    void warnsOfAnImageThatSaysNothing() {
        var silent = complete().showing(new Image(SHA, 600, 400, "", "")).build();
        var speaking =
                complete().showing(new Image(SHA, 600, 400, "A curve", "")).build();

        assertThat(warnings(proof(draft(silent), silent))).containsExactly("no-alt");
        assertThat(warnings(proof(draft(speaking), speaking))).isEmpty();
    }

    @Test
    void warnsOfARepositoryThatIsNotWhatItWas() {
        var found = complete().enriched("en", null, TestItems.aRepository(7)).build();
        var page = found.page().orElseThrow();
        var item = found.withFacts(page.with(
                page.repository(),
                List.of(
                        "no-image",
                        "repository-gone",
                        "repository-archived",
                        "repository-renamed",
                        "repository-stale",
                        "repository-unknown")));

        assertThat(warnings(proof(draft(item), item)))
                .containsExactly(
                        "repository-gone",
                        "repository-archived",
                        "repository-renamed",
                        "repository-stale",
                        "repository-unknown");
        assertThat(preflight.findings(proof(draft(item), item)))
                .extracting(Finding::text)
                .contains(
                        "the repository of “A title from the page” is ada/queue by now; look whether the link still leads there",
                        "the repository of “A title from the page” could not be asked for again; what is known is of"
                                + " 2026-11-22T10:00:00Z");
    }

    @Test
    void refusesABlockBehindASectionThatIsNotThere() {
        var item = complete().build();
        var block = new Block(BlockKind.NOTICE, "books", Map.of(), Map.of("zh", "注意"));

        assertThat(blocking(proof(withBlock(draft(item), block), item))).containsExactly("block-without-place");
    }

    @Test
    void findsEverythingAtOnce() {
        var findings = preflight.findings(proof(headlined(aDraft(), Map.of())));

        assertThat(findings).extracting(Finding::code).containsExactly("no-entries", "no-headline", "no-headline");
    }

    @Test
    void freezesWhatPeopleWroteAndMarksWhatTheyDidNot() {
        var repository = TestItems.aRepository(1234);
        var item = anItem().enriched("en", "It's *fast*.", repository)
                .written("zh", "快速队列", "很快。")
                .creditedTo("Ada")
                .showing(new Image(SHA, 600, 400, "A curve", ""))
                .build();

        var parts = proof(aDraft("projects", item.id()), item).parts();

        var entry = parts.getFirst().entries().getFirst();
        assertThat(parts).extracting(Part::section).containsExactly("projects");
        assertThat(entry.texts())
                .isEqualTo(Map.of(
                        "zh", new Text("快速队列", "很快。", TextStatus.WRITTEN, Translation.EDITOR, null),
                        "en",
                                new Text(
                                        "A title from the page",
                                        "It's \\*fast\\*.",
                                        TextStatus.MACHINE,
                                        Translation.ORIGINAL,
                                        null)));
        assertThat(entry.linkLanguage()).isEqualTo("en");
        assertThat(entry.stars()).isEqualTo(1234);
        assertThat(entry.credits()).containsExactly(new Credit("Ada", null));
        assertThat(entry.images()).hasSize(1);
        assertThat(entry.url()).isEqualTo(item.url());
    }

    @Test
    void warnsOfATitleThatNobodyTranslated() {
        var item = complete().written("zh", "", null).build();

        assertThat(warnings(proof(draft(item), item))).containsExactly("title-not-translated");
    }

    @Test
    void freezesThePageThatALanguageHasOfItsOwn() {
        var item = complete().linking("zh", "https://notes.example/zh/queue").build();

        var texts =
                proof(draft(item), item).parts().getFirst().entries().getFirst().texts();

        assertThat(requireNonNull(texts.get("zh")).url()).isEqualTo(URI.create("https://notes.example/zh/queue"));
        assertThat(requireNonNull(texts.get("en")).url()).isNull();
        assertThat(IssueLinks.of(draft(item), List.of(item)))
                .contains(new IssueLinks.IssueLink(URI.create("https://notes.example/zh/queue"), item.id()));
    }

    @Test
    void printsSectionsInTheOrderOfTheProfile() {
        var one = complete().build();
        var two = complete().build();
        var issue = arranged(draft(one), Map.of("projects", List.of(one.id()), "articles", List.of(two.id())));

        assertThat(proof(issue, one, two).parts()).extracting(Part::section).containsExactly("articles", "projects");
    }

    private static TestItems complete() {
        return anItem().enriched("en", null).written("zh", "标题", "评论。").written("en", null, "A comment.");
    }

    private static Issue draft(Item item) {
        return aDraft("articles", item.id());
    }

    private static Proof proof(Issue issue, Item... items) {
        var found = Arrays.stream(items).collect(Collectors.toMap(Item::id, Function.identity()));
        var links = IssueLinks.of(issue, found.values()).stream()
                .map(link -> new CheckedLink(link.url(), Verdict.OK, null, null, TestLinks.NOW))
                .toList();
        return new Proof(issue, PROFILE, found, Map.of(), links);
    }

    private List<String> blocking(Proof proof) {
        assertThat(preflight.approve(proof)).isInstanceOf(Refused.class);
        return preflight.findings(proof).stream()
                .filter(Finding::blocks)
                .map(Finding::code)
                .toList();
    }

    private List<String> warnings(Proof proof) {
        assertThat(preflight.approve(proof)).isInstanceOf(Approved.class);
        return preflight.findings(proof).stream().map(Finding::code).toList();
    }

    private static Issue headlined(Issue issue, Map<String, String> headline) {
        return changed(issue, headline, issue.arrangement(), issue.blocks());
    }

    private static Issue arranged(Issue issue, Map<String, List<String>> arrangement) {
        return changed(issue, issue.headline(), arrangement, issue.blocks());
    }

    private static Issue withBlock(Issue issue, Block block) {
        return changed(issue, issue.headline(), issue.arrangement(), List.of(block));
    }

    private static Issue changed(
            Issue issue, Map<String, String> headline, Map<String, List<String>> arrangement, List<Block> blocks) {
        return new Issue(
                issue.id(),
                issue.version(),
                issue.state(),
                headline,
                issue.date(),
                arrangement,
                blocks,
                issue.frozen(),
                issue.editions(),
                issue.createdAt());
    }
}
