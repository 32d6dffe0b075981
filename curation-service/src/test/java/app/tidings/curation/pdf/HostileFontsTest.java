package app.tidings.curation.pdf;

import static org.assertj.core.api.Assertions.assertThat;

import app.tidings.curation.pdf.Pdf.Document;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Fonts that say something of billions of signs, or that they do where one reader sees it and another does not. */
@Timeout(20)
class HostileFontsTest {

    private static final String TEXT = "BT /F1 11 Tf 50 700 Td (Before the flood) Tj ET\n";

    private final PdfReader reader = new PdfReader();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "0 2000000000 500",
                "/X 0 2000000000 500",
                "4294967296 2147483647 500",
                "0 [500] 7 2000000000 500"
            })
    void doesNotCountWhatAFontSaysOfABillionSigns(String widths) {
        var bytes = TestPdfs.withContent(
                "BT /F1 11 Tf 50 700 Td <0041> Tj ET",
                Map.of(
                        3,
                        "<< /Type /Font /Subtype /Type0 /BaseFont /A /Encoding /UniGB-UCS2-H /DescendantFonts [20 0 R] >>",
                        20,
                        "<< /Type /Font /Subtype /CIDFontType0 /BaseFont /A /W [%s] /W2 [0 2000000000 1 2 3]"
                                        .formatted(widths)
                                + " /CIDSystemInfo << /Registry (Adobe) /Ordering (GB1) /Supplement 4 >> >>"));

        assertThat(text(bytes)).isEqualTo("A");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1 beginbfrange <00> <01ffff> <00580058> endbfrange",
                "1 beginbfrange <00> <00> % and so on\n<00000000> <7ffffffe> <0058> endbfrange",
                "2 beginbfrange <00> <00> %endbfrange\n <00> <7ffffffe> <0058> endbfrange",
                "2 beginbfrange <00> <ff> [[]<00>] <00> <01ffff> <58> endbfrange",
                "2 beginbfrange <00> <01> [<0058> <0059>] <00> <01ffff> <0058>"
            })
    void mapsNoMoreSignsToTextThanAFontHas(String ranges) {
        assertThat(mappedBy(ranges)).isEqualTo("Before the flood");
    }

    @ParameterizedTest
    @ValueSource(strings = {"beginbfrange ", "beginbfrange <00> <00> [", "[", "a "})
    void readsMapsOfMegabytesWithoutEndInNoTime(String part) {
        assertThat(mappedBy("beginbfrange " + part.repeat(400_000))).isEqualTo("Before the flood");
    }

    @Test
    void mapsSignsToTextAsFarAsAFontHasThem() {
        var ranges = "3 beginbfrange\n<0041> <0045> <0061>\n<42> <42> [ <0058 0059> ]<43><43><0044>\nendbfrange";

        assertThat(mappedBy("1 begincodespacerange <00> <ff> endcodespacerange " + ranges))
                .isEqualTo("XYefore the flood");
    }

    private String mappedBy(String ranges) {
        var bytes = TestPdfs.withContent(
                TEXT,
                Map.of(
                        3,
                        "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /ToUnicode 21 0 R >>",
                        21,
                        "<< /Length %d >>\nstream\n%s\nendstream".formatted(ranges.length(), ranges)));

        return text(bytes);
    }

    private String text(byte[] pdf) {
        assertThat(reader.read(pdf)).isInstanceOf(Document.class);
        return ((Document) reader.read(pdf)).text();
    }
}
