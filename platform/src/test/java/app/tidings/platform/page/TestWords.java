package app.tidings.platform.page;

import static org.assertj.core.api.Assertions.assertThat;

import app.tidings.platform.page.Words.Bilingual;
import java.text.MessageFormat;

/** What holds for the words of every service. */
public final class TestWords {

    private TestWords() {}

    /** Every key has words in both languages, with the same gaps. */
    public static void sayTheSame(Bilingual both) {
        assertThat(both.chinese().keys()).isEqualTo(both.english().keys()).isNotEmpty();
        assertThat(both.chinese().keys()).allSatisfy(key -> {
            assertThat(gaps(both.chinese(), key)).as(key).isEqualTo(gaps(both.english(), key));
            assertThat(both.chinese().get(key, "NAME", "OTHER")).isNotBlank().doesNotContain("{");
        });
    }

    private static int gaps(Words words, String key) {
        return new MessageFormat(words.get(key, "{0}", "{1}")).getFormatsByArgumentIndex().length;
    }
}
