package app.tidings.curation.pdf;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import app.tidings.curation.pdf.Pdf.Document;
import app.tidings.curation.pdf.Pdf.Reason;
import app.tidings.curation.pdf.Pdf.Refused;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Each hostile document is one that took seconds, or all memory, without the bound that it is about. */
@Timeout(20)
class PdfReaderTest {

    private static final String TEXT = "BT /F1 11 Tf 50 700 Td (Before the flood came there was a dry quay.) Tj ET\n";

    private final PdfReader reader = new PdfReader();

    private Document read(byte[] bytes) {
        assertThat(reader.read(bytes)).isInstanceOf(Document.class);
        return (Document) reader.read(bytes);
    }

    @Test
    void readsTextTitleAuthorDateAndLength() {
        var document = read(TestPdfs.english());

        assertThat(document)
                .returns("On slow queues", Document::title)
                .returns("Ada Quay", Document::author)
                .returns(Instant.parse("2026-11-20T07:30:00Z"), Document::created)
                .returns(3, Document::pages)
                .returns(false, Document::partial);
        assertThat(document.text())
                .contains("because nobody had measured it. A single missing index was the reason")
                .doesNotContain("Notes from the quay", "On slow queues", "\n2");
    }

    @Test
    void readsChineseOfAnEmbeddedFont() {
        var document = read(TestPdfs.chinese("潮水每天来两次，月亮牵着它走，", "太阳在旁边帮一点忙。"));

        assertThat(document.title()).isEqualTo("潮水是怎么来的");
        assertThat(document.author()).isEqualTo("林舟");
        assertThat(document.text()).isEqualTo("潮水每天来两次，月亮牵着它走，太阳在旁边帮一点忙。");
    }

    @Test
    void readsChineseOfAFontThatIsNotEmbedded() {
        var text = "BT /X1 11 Tf 50 700 Td <6f6e6c346bcf592967656e2456de> Tj ET";
        var bytes = TestPdfs.withContent(
                text.replace("/X1", "/F1"),
                Map.of(
                        3,
                        "<< /Type /Font /Subtype /Type0 /BaseFont /STSong-Light /Encoding /UniGB-UCS2-H /DescendantFonts [20 0 R] >>",
                        20,
                        "<< /Type /Font /Subtype /CIDFontType0 /BaseFont /STSong-Light /DW 1000"
                                + " /CIDSystemInfo << /Registry (Adobe) /Ordering (GB1) /Supplement 4 >> >>"));

        assertThat(read(bytes).text()).isEqualTo("潮水每天来渤回");
    }

    @Test
    void takesForTheTitleWhatIsSetLargestWhereTheDocumentStatesNone() {
        var bytes = TestPdfs.of(
                "/Title (Microsoft Word - final2.docx) /Author (user)",
                List.of(List.of(
                        "28|arXiv:2611.00001v1 [cs.PL] 2 Nov 2026",
                        "20|A tide of",
                        "20|events",
                        "by Ada Quay",
                        "We saw a tide.")));

        assertThat(read(bytes)).returns("A tide of events", Document::title).returns(null, Document::author);
    }

    @Test
    void readsTheLigaturesOfAnOldFontByItsOwnEncoding() {
        var program =
                "%!PS-AdobeFont-1.0: CMR10 /Encoding 256 array 0 1 255 {1 index exch /.notdef put} for dup 12 /fi put readonly def eexec";
        var bytes = TestPdfs.withContent(
                "BT /F1 11 Tf 50 700 Td (classi\\014cation) Tj ET",
                Map.of(
                        3,
                        "<< /Type /Font /Subtype /Type1 /BaseFont /CMR10 /FirstChar 12 /LastChar 12 /Widths [500] /FontDescriptor 21 0 R >>",
                        21,
                        "<< /Type /FontDescriptor /FontName /CMR10 /Flags 4 /FontFile 22 0 R >>",
                        22,
                        "<< /Length %d >>\nstream\n%s\nendstream".formatted(program.length(), program)));

        assertThat(read(bytes).text()).isEqualTo("classification");
    }

    @Test
    void readsTheFirstPagesOnly() {
        var pages = IntStream.range(0, 41)
                .mapToObj(i ->
                        List.of("On page " + Character.toString('A' + i % 26) + " the word is " + "w".repeat(i + 1)))
                .toList();

        var document = read(TestPdfs.of(pages));

        assertThat(document.pages()).isEqualTo(41);
        assertThat(document.partial()).isTrue();
        assertThat(document.text()).contains(" " + "w".repeat(40)).doesNotContain("w".repeat(41));
    }

    @Test
    void tellsAnEncryptedOneFromABrokenOne() {
        assertThat(reader.read(TestPdfs.encrypted())).isEqualTo(new Refused(Reason.ENCRYPTED));
        assertThat(reader.read("%PDF-1.7 and no more".getBytes(ISO_8859_1))).isEqualTo(new Refused(Reason.BROKEN));
        assertThat(reader.read("<html>".getBytes(ISO_8859_1))).isEqualTo(new Refused(Reason.BROKEN));
    }

    @Test
    void readsATruncatedOneAsFarAsItGoes() {
        var whole = TestPdfs.english();

        assertThat(read(Arrays.copyOf(whole, whole.length - 250)).text()).contains("A single missing index");
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3})
    void cutsWhatUnfoldsToManyTimesItsSize(int times) {
        var steps = new AtomicLong();
        var filters =
                Collections.nCopies(times, "/FlateDecode").stream().collect(Collectors.joining(" ", "/Filter [", "]"));
        var bytes = TestPdfs.withPacked(filters, TestPdfs.deflated(TEXT.getBytes(ISO_8859_1), 100, times));

        assertThat(new PdfReader(steps::incrementAndGet).read(bytes))
                .isInstanceOfSatisfying(
                        Document.class, document -> assertThat(document.text()).startsWith("Before the flood"));
        // the clock is asked every few hundred bytes: for 8 MB a hundred thousand times, for all 100 MB more than a
        // million
        assertThat(steps).hasValueLessThan(200_000);
    }

    @ParameterizedTest
    @CsvSource({
        "/Filter /CCITTFaxDecode /DecodeParms << /K -1 /Columns 65000 /Rows 65000 >>",
        "/Filter /DCTDecode",
        "/Subtype /Image /Filter /FlateDecode",
        "/Filter /FlateDecode /DecodeParms << /Predictor 12 /Columns 2000000000 /Colors 4 >>"
    })
    void unfoldsNothingButText(String dictionary) {
        assertThat(read(TestPdfs.withPacked(dictionary, TestPdfs.deflated(TEXT.getBytes(ISO_8859_1))))
                        .text())
                .isEmpty();
    }

    @Test
    void refusesMoreObjectsThanMemoryHasRoomFor() {
        var bytes = TestPdfs.withContent(TEXT, Map.of(50, "[" + "[]".repeat(4_000_000) + "]"));

        assertThat(reader.read(bytes)).isEqualTo(new Refused(Reason.TOO_COMPLEX));
    }

    @Test
    void endsWhenItsTimeIsOverAndKeepsThePagesBefore() {
        var time = new AtomicLong();
        var impatient = new PdfReader(() -> time.addAndGet(Duration.ofMillis(1).toNanos()));
        var page =
                "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 600 800] /Resources << /Font << /F1 3 0 R >> >> /Contents 14 0 R >>";
        var endless = formsInForms();

        assertThat(impatient.read(TestPdfs.withContent(TEXT + "/X Do", endless)))
                .isEqualTo(new Refused(Reason.TOO_SLOW));

        endless.put(2, "<< /Type /Pages /Count 2 /Kids [13 0 R 10 0 R] >>");
        endless.put(13, page);
        endless.put(14, "<< /Length %d >>\nstream\n%s\nendstream".formatted(TEXT.length(), TEXT));
        assertThat(impatient.read(TestPdfs.withContent("/X Do", endless)))
                .isInstanceOfSatisfying(
                        Document.class,
                        document -> assertThat(document)
                                .returns("Before the flood came there was a dry quay.", Document::text)
                                .returns(true, Document::partial));
    }

    /** Each of twenty draws the next ten times. */
    private static Map<Integer, String> formsInForms() {
        var form =
                "<< /Type /XObject /Subtype /Form /BBox [0 0 9 9] /Resources << /XObject << /X %d 0 R >> >> /Length 59 >>\nstream\n"
                        + "/X Do ".repeat(10) + "\nendstream";
        var forms = IntStream.range(40, 60)
                .boxed()
                .collect(Collectors.toMap(number -> number, number -> form.formatted(number + 1)));
        forms.put(60, form.formatted(40));
        return forms;
    }

    @Test
    void takesNoSignsOfDirectionFromTitleAndAuthor() {
        var document = read(TestPdfs.of(
                "/Title (\\376\\377\\000Q\\040\\056\\000u\\000a\\000y) /Author (Ada <b>Byron</b>)",
                List.of(List.of("A line."))));

        assertThat(document.title()).isEqualTo("Quay");
        assertThat(document.author()).isEqualTo("Ada Byron");
    }

    @Test
    void endsWhereADocumentLeadsBackToItself() {
        var bytes = TestPdfs.withContent(
                TEXT,
                Map.of(
                        5,
                        "<< /Type /Pages /Kids [2 0 R 5 0 R] /Parent 5 0 R >>",
                        10,
                        "<< /Type /Page /Parent 5 0 R /Contents 11 0 R >>"));

        assertThat(reader.read(bytes)).isNotNull();
    }
}
