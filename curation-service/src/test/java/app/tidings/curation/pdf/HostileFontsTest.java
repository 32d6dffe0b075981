package app.tidings.curation.pdf;

import static org.assertj.core.api.Assertions.assertThat;

import app.tidings.curation.pdf.Pdf.Document;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSInteger;
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
                "2 beginbfrange <00> <01> [<0058> <0059>] <00> <01ffff> <0058>",
                "/UniGB-UCS2-H usecmap /UniGB-UCS2-H usecmap 1 beginbfrange <42> <42> <0058> endbfrange"
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

    @Test
    void givesTheSignsOfARangeNoLongTexts() {
        var range = "1 beginbfrange <42> <42> <%s> endbfrange";

        assertThat(mappedBy(range.formatted("0058".repeat(15)))).isEqualTo("X".repeat(15) + "efore the flood");
        assertThat(mappedBy(range.formatted("0058".repeat(17)))).isEqualTo("Before the flood");
    }

    @Test
    void holdsTheWidthsOfAFewFontsAlone() {
        var limits = new Limits(Duration.ofSeconds(9), System::nanoTime);
        var widths = new COSArray();
        Stream.of(0, 65_535, 500).map(COSInteger::get).forEach(widths::add);

        assertThat(Stream.generate(() -> Ranges.areFew(widths, limits)).limit(9))
                .containsExactly(true, true, true, true, true, true, true, false, false);
    }

    @Test
    void tellsOfNoMoreSignsThanAllFontsOfADocumentMay() {
        var ranges = "2 beginbfrange <42> <42> <0058> <0000> <fffd> <0058> endbfrange";
        var objects = new HashMap<Integer, String>();
        var fonts = new StringBuilder();
        var content = new StringBuilder("BT 50 700 Td ");
        for (var font = 1; font <= 9; font++) {
            objects.put(20 + font, "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /ToUnicode 20 0 R >>");
            fonts.append("/F%d %d 0 R ".formatted(font, 20 + font));
            content.append("/F%d 11 Tf (B) Tj ".formatted(font));
        }
        objects.put(20, stream(ranges));
        objects.put(
                10,
                "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 600 800] /Resources << /Font << %s >> >> /Contents 11 0 R >>"
                        .formatted(fonts));

        assertThat(text(TestPdfs.withContent(content + "ET\n", objects))).isEqualTo("XXXXXXXBB");
    }

    private static String stream(String content) {
        return "<< /Length %d >>\nstream\n%s\nendstream".formatted(content.length(), content);
    }

    private String mappedBy(String ranges) {
        var bytes = TestPdfs.withContent(
                TEXT,
                Map.of(
                        3,
                        "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /ToUnicode 21 0 R >>",
                        21,
                        stream(ranges)));

        return text(bytes);
    }

    private String text(byte[] pdf) {
        assertThat(reader.read(pdf)).isInstanceOf(Document.class);
        return ((Document) reader.read(pdf)).text();
    }
}
