package app.tidings.curation.summary;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class LeadingSentencesTest {

    private static final LeadingSentences SUMMARY = new LeadingSentences(3, 60);

    @ParameterizedTest
    @MethodSource
    void takesWholeSentencesFromTheBeginning(String text, String summary) {
        assertThat(SUMMARY.of(text)).hasValue(summary);
    }

    static Stream<Arguments> takesWholeSentencesFromTheBeginning() {
        return Stream.of(
                Arguments.of("One. Two. Three. Four.", "One. Two. Three."),
                Arguments.of("One.\nTwo.", "One. Two."),
                Arguments.of("A heading\n\nOne sentence only.", "One sentence only."),
                Arguments.of("第一句。第二句！\n第三句？第四句。", "第一句。第二句！第三句？"),
                Arguments.of("他说：“好。”\n第二句。", "他说：“好。”第二句。"),
                Arguments.of("第一句。\nThe second.", "第一句。The second."),
                Arguments.of("It is whole. It then breaks off…", "It is whole."));
    }

    @Test
    void takesASentenceThatJustFits() {
        var sentence = "x".repeat(59) + ".";

        assertThat(SUMMARY.of(sentence)).hasValue(sentence);
    }

    @Test
    void takesNoSentenceThatIsOneLetterTooLong() {
        assertThat(SUMMARY.of("x".repeat(60) + ".")).isEmpty();
    }

    @Test
    void countsAChineseCharacterTwice() {
        var sentence = "字".repeat(29) + "。";

        assertThat(SUMMARY.of(sentence)).hasValue(sentence);
        assertThat(SUMMARY.of("字" + sentence)).isEmpty();
    }

    @Test
    void stopsBeforeTheSentenceThatWouldBeTooMuch() {
        assertThat(SUMMARY.of("A short one. " + "X".repeat(60) + ". Another.")).hasValue("A short one.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"An extremely fast package installer", "A fast queue. Really."})
    void takesARepositorysDescriptionThoughItIsNoSentence(String description) {
        assertThat(SUMMARY.ofDescription(description)).hasValue(description);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "Broken off…", "Broken off...", "Two\nlines"})
    void takesNoDescriptionThatBreaksOff(String description) {
        assertThat(SUMMARY.ofDescription(description)).isEmpty();
    }

    @ParameterizedTest
    @MethodSource
    void findsNothingToSay(String text) {
        assertThat(SUMMARY.of(text)).isEmpty();
    }

    static Stream<String> findsNothingToSay() {
        return Stream.of(
                "",
                "\n\n",
                "Broken off…",
                "Broken off...",
                "Home\nAbout\nContact",
                "x".repeat(61),
                "This explains how the GIL works and why removing");
    }
}
