package app.tidings.platform.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import app.tidings.platform.page.Words.Bilingual;
import gg.jte.output.StringOutput;
import java.util.Objects;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LayoutTest {

    private static final Bilingual BOTH = Words.beside(LayoutTest.class);
    private static final String HOSTILE = "\"><script>alert(1)</script>";

    @Test
    void standsAroundWhatAServiceSaysAndEscapesTheRest() {
        var output = new StringOutput();

        Layout.around(
                        new Frame(BOTH.chinese(), HOSTILE, "?lang=en&x=" + HOSTILE),
                        HOSTILE,
                        content -> content.writeContent("<p id=own>own</p>"))
                .writeTo(output);

        var page = Jsoup.parse(output.toString());
        assertThat(page.select("script")).isEmpty();
        assertThat(page.title()).isEqualTo(HOSTILE);
        assertThat(page.select("h1").text()).isEqualTo(HOSTILE);
        assertThat(Objects.requireNonNull(page.getElementById("own")).text()).isEqualTo("own");
        assertThat(page.select("nav a").attr("href")).isEqualTo("?lang=en&x=" + HOSTILE);
        assertThat(page.select("nav a").text()).isEqualTo("English");
        assertThat(page.select("meta[name=robots]").attr("content")).isEqualTo("noindex");
    }

    @Test
    void saysOneThing() {
        var notice = new Notice(HOSTILE, HOSTILE, HOSTILE, new Link(HOSTILE, "/on"));

        var page = Layout.notice(Page.GONE, new Frame(BOTH.english(), "Name", "?lang=zh"), notice);

        assertThat(page.status()).isEqualTo(410);
        assertThat(Jsoup.parse(page.html()).select("script")).isEmpty();
        assertThat(Jsoup.parse(page.html()).select("button").text()).isEqualTo(HOSTILE);
        assertThat(Jsoup.parse(page.html()).select(".onward a").attr("href")).isEqualTo("/on");
    }

    @ParameterizedTest
    @CsvSource({"zh, zh", "zh-Hant, zh", "ZH, zh", "en, en", "de, en", "'', en"})
    void speaksToEachReaderInOneOfBothLanguages(String language, String spoken) {
        assertThat(BOTH.in(language).language()).isEqualTo(spoken);
    }

    @Test
    void namesLanguagesInTheReadersOwn() {
        assertThat(BOTH.chinese().nameOf("en")).isEqualTo("英语");
        assertThat(BOTH.english().nameOf("zh")).isEqualTo("Chinese");
    }

    @Test
    void refusesAKeyThatNobodyWroteWordsFor() {
        assertThatIllegalArgumentException().isThrownBy(() -> BOTH.english().get("no.such.key"));
    }
}
