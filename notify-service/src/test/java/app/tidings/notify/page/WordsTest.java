package app.tidings.notify.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.text.MessageFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WordsTest {

    @Test
    void saysTheSameInBothLanguages() {
        assertThat(Words.CHINESE.keys()).isEqualTo(Words.ENGLISH.keys());
        assertThat(Words.CHINESE.keys()).allSatisfy(key -> {
            assertThat(gaps(Words.CHINESE, key)).as(key).isEqualTo(gaps(Words.ENGLISH, key));
            assertThat(Words.CHINESE.get(key, "NAME")).isNotBlank().doesNotContain("{");
        });
    }

    @ParameterizedTest
    @CsvSource({"zh, zh", "zh-Hant, zh", "ZH, zh", "en, en", "de, en", "'', en"})
    void speaksToEachReaderInOneOfThem(String language, String spoken) {
        assertThat(Words.in(language).language()).isEqualTo(spoken);
    }

    @Test
    void namesLanguagesInTheReadersOwn() {
        assertThat(Words.CHINESE.nameOf("en")).isEqualTo("英语");
        assertThat(Words.ENGLISH.nameOf("zh")).isEqualTo("Chinese");
    }

    @Test
    void refusesAKeyThatNobodyWroteWordsFor() {
        assertThatIllegalArgumentException().isThrownBy(() -> Words.ENGLISH.get("no.such.key"));
    }

    private static boolean gaps(Words words, String key) {
        return new MessageFormat(words.get(key, "{0}")).getFormatsByArgumentIndex().length > 0;
    }
}
