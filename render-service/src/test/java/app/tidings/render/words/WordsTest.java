package app.tidings.render.words;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WordsTest {

    @ParameterizedTest
    @ValueSource(strings = {"zh", "en"})
    void hasEveryWordAndNoOther(String language) {
        assertThat(Words.bundle(language).stringPropertyNames())
                .containsExactlyInAnyOrderElementsOf(
                        Arrays.stream(Word.values()).map(Word::name).toList());
    }

    @Test
    void speaksTheLanguageOfATagWithARegion() {
        assertThat(Words.in("zh-TW").say(Word.UNSUBSCRIBE)).isEqualTo("退订");
    }

    @Test
    void speaksEnglishWhereItHasNoWords() {
        assertThat(Words.in("ja").say(Word.UNSUBSCRIBE)).isEqualTo("Unsubscribe");
    }

    @Test
    void writesDatesAsPeopleDo() {
        var date = LocalDate.of(2026, 11, 5);

        assertThat(Words.in("zh").date(date)).isEqualTo("2026年11月5日");
        assertThat(Words.in("en").date(date)).isEqualTo("5 November 2026");
    }

    @Test
    void namesLanguages() {
        assertThat(Words.in("en").nameOf("zh")).isEqualTo("Chinese");
        assertThat(Words.in("zh").nameOf("en")).isEqualTo("英语");
    }
}
