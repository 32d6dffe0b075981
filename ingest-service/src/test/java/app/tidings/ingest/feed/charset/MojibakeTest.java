package app.tidings.ingest.feed.charset;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MojibakeTest {

    @ParameterizedTest
    @ValueSource(strings = {"Grupo Fórmula", "¿Qué?", "It’s – “this”", "编译器里的潮汐", "Über"})
    void undoesUtf8ThatWasTakenForLatin1OrWindows1252(String meant) {
        var bytes = meant.getBytes(StandardCharsets.UTF_8);

        assertThat(Mojibake.mended(new String(bytes, StandardCharsets.ISO_8859_1)))
                .isEqualTo(meant);
    }

    @Test
    void undoesItAcrossWindows1252() {
        var bytes = "Growing – It’s".getBytes(StandardCharsets.UTF_8);

        assertThat(Mojibake.mended(new String(bytes, Charset.forName("windows-1252"))))
                .isEqualTo("Growing – It’s");
    }

    @Test
    void readsControlCharactersAsWindows1252() {
        assertThat(Mojibake.mended("don\u0092t, caf\u00e9")).isEqualTo("don\u2019t, caf\u00e9");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "plain",
                "café\u00a0— et",
                "« voilà »",
                "é\u00a0»",
                "Ünïcödé",
                "编译器",
                "Â",
                "100 €",
                "naïve – ’",
                "日本 café"
            })
    void leavesOtherTextAlone(String text) {
        assertThat(Mojibake.mended(text)).isEqualTo(text);
    }
}
