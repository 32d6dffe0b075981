package app.tidings.curation.enrich;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ProseTest {

    private static final String ARTICLE = "The harbour was empty.\nThe tide came in at night.";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<figure><figcaption>A boat. Drawn by Ada.</figcaption></figure>",
                "<figure><figcaption><p>A boat.</p><p>Drawn by Ada.</p></figcaption></figure>",
                "<figure><figcaption>A boat.<p>Drawn by Ada.</p></figcaption></figure>",
                "<figure><figcaption>A <b>boat</b>.<br>Drawn by <a href=\"/ada\">Ada</a>.</figcaption></figure>",
                "<table><caption>A boat.<br>Drawn by Ada.</caption><tr><td>1</td></tr></table>"
            })
    void leavesCaptionsOut(String illustration) {
        var caption =
                illustration.contains("caption>A boat. Drawn") ? "A boat. Drawn by Ada." : "A boat.\nDrawn by Ada.";
        var html = "<p>The harbour was empty.</p>" + illustration + "<p>The tide came in at night.</p>";

        assertThat(Prose.of("The harbour was empty.\n" + caption + "\nThe tide came in at night.", html))
                .isEqualTo(ARTICLE);
    }

    @Test
    void keepsWhatOnlyAPartOfACaptionSays() {
        var html =
                "<figure><figcaption>A boat, see <a href=\"/b\">Boats</a>.</figcaption></figure><h2>Boats</h2><pre>a\n\nb</pre>";

        assertThat(Prose.of("A boat, see Boats.\nBoats\na\n\nb", html)).isEqualTo("Boats\na\n\nb");
    }

    @Test
    void leavesATextWhoseStructureNobodyKnowsAsItIs() {
        assertThat(Prose.of(ARTICLE, null)).isEqualTo(ARTICLE);
    }
}
