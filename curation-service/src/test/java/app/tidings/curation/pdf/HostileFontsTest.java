package app.tidings.curation.pdf;

import static org.assertj.core.api.Assertions.assertThat;

import app.tidings.curation.pdf.Pdf.Document;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
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
        var list = new COSArray();
        Stream.generate(() -> COSInteger.get(500)).limit(60_000).forEach(list::add);

        assertThat(granted(new COSArray(List.of(COSInteger.get(0), COSInteger.get(65_535), COSInteger.get(500)))))
                .isEqualTo(7);
        assertThat(granted(new COSArray(List.of(COSInteger.get(0), list)))).isEqualTo(8);
    }

    /** To how many of nine fonts that have these widths. */
    private static long granted(COSArray widths) {
        var limits = new Limits(Duration.ofSeconds(9), System::nanoTime);
        return IntStream.range(0, 9).filter(_ -> Ranges.areFew(widths, limits)).count();
    }

    @Test
    void readsWhatAFewFontsTellOfSingleSigns() {
        var signs = "1 beginbfchar <42> <0058> endbfchar\n";

        assertThat(nineTimes(signs + " ".repeat(800_000))).isEqualTo("XXXXBBBBB");
    }

    @ParameterizedTest
    @CsvSource({"200, X", "2000, B"})
    void readsNoLongListOfNames(int names, String text) {
        var encoding = "/Encoding << /Type /Encoding /Differences [ 1 %s 66 /X ] >>".formatted("/A ".repeat(names));

        assertThat(shownIn(encoding, "(B) Tj")).isEqualTo(text);
    }

    @ParameterizedTest
    @CsvSource({"200, A B", "2000, AB"})
    void readsNoLongListOfWidths(int signs, String text) {
        var widths = "/FirstChar 0 /LastChar 255 /Widths [ %s ]".formatted("10 ".repeat(signs));

        assertThat(shownIn(widths, "1 0 0 1 50 700 Tm (A) Tj 1 0 0 1 57.5 700 Tm (B) Tj"))
                .isEqualTo(text);
    }

    private String shownIn(String font, String shown) {
        return text(TestPdfs.withContent(
                "BT /F1 11 Tf %s ET\n".formatted(shown),
                Map.of(3, "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica %s >>".formatted(font))));
    }

    @Test
    void tellsOfNoMoreSignsThanAllFontsOfADocumentMay() {
        assertThat(nineTimes("2 beginbfrange <42> <42> <0058> <0000> <fffd> <0058> endbfrange"))
                .isEqualTo("XXXXXXXBB");
    }

    /** A letter in each of nine fonts that share a map. */
    private String nineTimes(String map) {
        var objects = new HashMap<Integer, String>();
        var fonts = new StringBuilder();
        var content = new StringBuilder("BT 50 700 Td ");
        for (var font = 1; font <= 9; font++) {
            objects.put(20 + font, "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /ToUnicode 20 0 R >>");
            fonts.append("/F%d %d 0 R ".formatted(font, 20 + font));
            content.append("/F%d 11 Tf (B) Tj ".formatted(font));
        }
        objects.put(20, stream(map));
        objects.put(
                10,
                "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 600 800] /Resources << /Font << %s >> >> /Contents 11 0 R >>"
                        .formatted(fonts));
        return text(TestPdfs.withContent(content + "ET\n", objects));
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
