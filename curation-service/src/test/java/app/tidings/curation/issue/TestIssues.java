package app.tidings.curation.issue;

import app.tidings.contracts.Profile;
import app.tidings.contracts.Profile.EditionPlan;
import app.tidings.contracts.Profile.Imprint;
import app.tidings.contracts.Profile.Section;
import app.tidings.contracts.Profile.Style;
import app.tidings.curation.TestLinks;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;

/** Issues that are as good as any. */
public final class TestIssues {

    public static final Profile PROFILE = new Profile(
            TestLinks.PUBLICATION,
            3,
            Map.of("zh", "潮汐周刊", "en", "Tidings Weekly"),
            Map.of(),
            "zh",
            "Asia/Shanghai",
            Map.of("zh", "潮汐周刊#{number}：{headline}"),
            List.of(section("articles", "article"), section("projects", "project")),
            List.of(new EditionPlan("zh", "full"), new EditionPlan("en", "full")),
            new Style(Map.of("zh", Map.of("en", "(英)")), 1000, Map.of(), Map.of(), 30),
            new Imprint("Tidings Weekly", null, null, null));

    private TestIssues() {}

    private static Section section(String id, String kind) {
        return new Section(id, "", Map.of("zh", id), kind, null);
    }

    /** The profile with other sections. */
    public static Profile with(List<Section> sections) {
        return new Profile(
                PROFILE.publicationId(),
                PROFILE.version(),
                PROFILE.name(),
                PROFILE.tagline(),
                PROFILE.language(),
                PROFILE.zone(),
                PROFILE.titlePattern(),
                sections,
                PROFILE.editions(),
                PROFILE.style(),
                PROFILE.imprint());
    }

    /** A draft with a headline in both languages and no entry. */
    public static Issue aDraft() {
        var id = TestLinks.PUBLICATION + ":" + IssueIds.Ulid.of(TestLinks.NOW, new SplittableRandom());
        return Issue.draft(id, Map.of("zh", "标题", "en", "A headline"), LocalDate.of(2026, 11, 22), TestLinks.NOW);
    }

    public static Issue aDraft(String section, String... itemIds) {
        var issue = aDraft();
        for (var each : itemIds) {
            issue = issue.placed(each, section, null);
        }
        return issue;
    }

    /** The issue with an item in a section, of which the item itself knows nothing. */
    public static Issue with(Issue issue, String section, String itemId) {
        return issue.placed(itemId, section, null);
    }
}
