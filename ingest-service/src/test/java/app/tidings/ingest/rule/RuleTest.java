package app.tidings.ingest.rule;

import static app.tidings.ingest.source.TestSources.aSource;
import static org.assertj.core.api.Assertions.assertThat;

import app.tidings.ingest.feed.FeedAuthor;
import app.tidings.ingest.feed.FeedEntry;
import app.tidings.ingest.feed.FeedText;
import app.tidings.ingest.rule.Rule.Action;
import app.tidings.ingest.rule.Rule.Field;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
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
    void refusesARuleThatSaysTooLittleOrTooMuch() {
        var word = List.of("w");
        var many = Collections.nCopies(201, "w");

        assertThat(named("n".repeat(100), word, null).fault()).isNull();
        assertThat(named("n", many.subList(0, 200), null).fault()).isNull();
        assertThat(List.of(
                        named(" ", word, null),
                        named("n".repeat(101), word, null),
                        named("n", List.of(), null),
                        named("n", word, "p"),
                        named("n", many, null),
                        named("n", List.of(" "), null),
                        named("n", List.of("w".repeat(501)), null),
                        named("n", List.of(), " ")))
                .allSatisfy(rule -> assertThat(rule.fault()).isNotNull());
    }

    @ParameterizedTest
    @CsvSource({
        "Ana Ebb, Ana Ebb",
        "ana@notes.example (Ren&eacute;), ana@notes.example (René)",
        "<a href='https://a.example/x'>Ana</a>, Ana"
    })
    void looksAtAuthorsWithoutTheirMarkup(String written, String author) {
        var nothing = new FeedText("", false);
        var entry = new FeedEntry("1", null, null, nothing, nothing, FeedAuthor.of(written), null, null);

        assertThat(Judged.of(aSource(), entry).author()).isEqualTo(author);
        assertThat(Stopped.Entry.of("n", "r", entry, Instant.EPOCH).author()).isEqualTo(author);
    }

    @ParameterizedTest
    @EnumSource(Field.class)
    void looksInTheFieldThatItNamesAlone(Field field) {
        var rule = new Rule("n", Action.BLOCK, field, List.of(field.name()), null, null);
        var judged = new Judged("title", "address", "author", "text", "language");
        var others = new Judged("x", "x", "x", "x", "x");

        assertThat(rule.matcher().test(judged)).isTrue();
        assertThat(rule.matcher().test(others)).isFalse();
        assertThat(Arrays.stream(Field.values()).filter(each -> judged.of(each).equalsIgnoreCase(field.name())))
                .containsExactly(field);
    }

    private static Rule named(String name, List<String> words, @Nullable String pattern) {
        return new Rule(name, Action.BLOCK, Field.TITLE, words, pattern, null);
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
