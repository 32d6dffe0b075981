package app.tidings.local.inspect;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.tidings.local.run.Refusal;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class InspectLinesTest {

    @Test
    void printsEachAddressWithItsCanonicalOne() {
        assertThat(inspected(
                        "url",
                        "https://www.example.com/a/?utm_source=x\n\njavascript:alert(1)\nhttps://bücher.example/"))
                .isEqualTo("""
                        https://www.example.com/a/?utm_source=x\thttps://example.com/a
                        \t
                        javascript:alert(1)\t
                        https://bücher.example/\thttps://xn--bcher-kva.example/
                        """);
    }

    @Test
    void printsEachTitleWithItsLanguage() {
        assertThat(inspected("language", "Spring Boot 4.1 发布\nHow we made the queue fast\n3.14"))
                .isEqualTo("Spring Boot 4.1 发布\tzh\nHow we made the queue fast\ten\n3.14\tund\n");
    }

    @Test
    void judgesPairsOfLinksByTheirNumber() {
        assertThat(inspected("duplicates", """
                        https://a.example/lights?utm_source=x\tLights\thttps://a.example/lights\tLights | A
                        https://a.example/lights\tLights, part 1\thttps://a.example/lights-2\tLights, part 2
                        no pair
                        """)).isEqualTo("1\tdup\n2\tnot\n3\tnot\n");
    }

    @Test
    void takesNoArguments() {
        assertThatThrownBy(() -> inspection("url", "").run(List.of("https://example.com/"), System.out))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("reads addresses from its standard input");
        assertThatThrownBy(() -> inspection("duplicates", "").run(List.of("pairs.tsv"), System.out))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("reads pairs from its standard input");
    }

    private static Inspection inspection(String kind, String lines) {
        return Objects.requireNonNull(
                Inspect.kinds(new ByteArrayInputStream(lines.getBytes(UTF_8))).get(kind));
    }

    private static String inspected(String kind, String lines) {
        var out = new ByteArrayOutputStream();
        inspection(kind, lines).run(List.of(), new PrintStream(out, true, UTF_8));
        return out.toString(UTF_8);
    }
}
