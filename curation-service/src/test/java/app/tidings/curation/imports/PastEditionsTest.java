package app.tidings.curation.imports;

import static app.tidings.curation.issue.TestIssues.PROFILE;
import static org.assertj.core.api.Assertions.assertThat;

import app.tidings.contracts.Profile;
import app.tidings.contracts.Profile.EditionPlan;
import app.tidings.contracts.Profile.Section;
import app.tidings.curation.issue.TestIssues;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class PastEditionsTest {

    @Test
    void areThoseOfTheLanguagesThatItWasWrittenIn() {
        assertThat(languages(PastEditions.of(PROFILE, Set.of("en")))).containsExactly("en");
        assertThat(languages(PastEditions.of(PROFILE, Set.of("fr")))).containsExactly("zh", "en");
    }

    @Test
    void joinWithTheWordsThatTheIssueWasPrintedBy() {
        var then = PastEditions.of(PROFILE, Set.of("zh"));
        var now = TestIssues.with(List.of(new Section("books", "", Map.of("zh", "书"), "article", null)));

        var joined = PastEditions.joined(then, now, Set.of("zh", "en"));

        assertThat(languages(joined)).containsExactly("zh", "en");
        assertThat(joined.sections()).isEqualTo(PROFILE.sections());
    }

    private static List<String> languages(Profile profile) {
        return profile.editions().stream().map(EditionPlan::language).toList();
    }
}
