package app.tidings.ingest.rule;

import static org.assertj.core.api.Assertions.assertThat;

import app.tidings.ingest.rule.Rule.Action;
import app.tidings.ingest.rule.Rule.Field;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RuleTest {

    @ParameterizedTest
    @CsvSource({
        "Jobs, Many jobs today, true",
        "jobs, Steve Jobs, true",
        "job, Many jobs today, false",
        "go, Django 6, false",
        "go, 'Go 2', true",
        "go, 用Go写的, true",
        "招聘, 远程招聘信息, true",
        "c++, Modern C++ tips, true"
    })
    void findsWholeWordsInWhateverCase(String word, String title, boolean found) {
        assertThat(words(word).matcher().test(titled(title))).isEqualTo(found);
    }

    @ParameterizedTest
    @ValueSource(strings = {"(a+)+$", "(a|aa)+$", "(.*a){20}$", "^(([a-z])+.)+[A-Z]([a-z])+$"})
    void takesNoMoreThanLinearTimeForAPatternThatIsMadeToHang(String pattern) {
        var rule = pattern(pattern);

        assertThat(rule.fault()).isNull();
        assertThat(rule.matcher().test(titled("a".repeat(1_000_000) + "!"))).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"(", "((a{100}){100}){100}", "a{1001}", "(?=a)", "\\1"})
    void refusesPatternsThatCannotBeReadOrGrowWithoutBounds(String pattern) {
        assertThat(pattern(pattern).fault()).isNotNull();
    }

    @Test
    void refusesALongPatternAtTheBound() {
        assertThat(pattern("a".repeat(500)).fault()).isNull();
        assertThat(pattern("a".repeat(501)).fault()).isNotNull();
    }

    @Test
    void stopsWhatIsBlockedEvenIfItIsAllowed() {
        var verdicts = Verdicts.of(
                List.of(
                        new Rule("only python", Action.ALLOW, Field.TITLE, List.of("python"), null, null),
                        new Rule("no jobs", Action.BLOCK, Field.TITLE, List.of("jobs"), null, null),
                        new Rule("elsewhere", Action.BLOCK, Field.TITLE, List.of("python"), null, "other")),
                "mine");

        assertThat(verdicts.stops(titled("Python jobs"))).contains("no jobs");
        assertThat(verdicts.stops(titled("Rust 2"))).contains(Verdicts.NOT_ALLOWED);
        assertThat(verdicts.stops(titled("Python 4"))).isEmpty();
    }

    private static Rule words(String word) {
        return new Rule("words", Action.BLOCK, Field.TITLE, List.of(word), null, null);
    }

    private static Rule pattern(String pattern) {
        return new Rule("pattern", Action.BLOCK, Field.TITLE, List.of(), pattern, null);
    }

    private static Judged titled(String title) {
        return new Judged(title, "", "", "", "");
    }
}
