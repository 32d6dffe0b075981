package app.tidings.curation.pdf;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16BE;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.zip.DeflaterOutputStream;

/** Small documents in PDF, written by hand as ISO 32000-1 says: no font, and the same bytes each time. */
public final class TestPdfs {

    private static final String HELVETICA = "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>";

    private final Map<Integer, byte[]> objects = new LinkedHashMap<>();
    private String trailer = "";

    private TestPdfs() {}

    /** Pages of lines; a line that begins with a number and a bar is as large as the number says, others 11 points. */
    public static byte[] of(List<List<String>> pages) {
        return of("/Title (On slow queues) /Author (Ada Quay) /CreationDate (D:20261120083000+01'00')", pages);
    }

    /** The same, with other words about it. */
    public static byte[] of(String information, List<List<String>> pages) {
        return withFont(HELVETICA, information, pages).bytes();
    }

    /** A long one in English, of three pages. */
    public static byte[] english() {
        return of(List.of(
                List.of(
                        "Notes from the quay",
                        "20|On slow queues",
                        "Our queue took two seconds for each message. Nobody had noticed, because nobody had mea-",
                        "sured it. A single missing index was the reason, and it had been missing for four years.",
                        "1"),
                List.of(
                        "Notes from the quay",
                        "We added the index on a Tuesday. The queue became forty times as fast within a minute,",
                        "and the machine that had been bought for it was given to another team that needed one.",
                        "2"),
                List.of(
                        "Notes from the quay",
                        "What we learn from it is short: measure before you buy a machine.",
                        "3")));
    }

    /**
     * One in Chinese: a font of the kind CIDFontType2 by the identity, with a map back to text. Its program is no font at all, for
     * it is never looked at.
     */
    public static byte[] chinese(String... lines) {
        var signs = String.join("", lines).codePoints().distinct().toArray();
        var pdf = withFont(
                "<< /Type /Font /Subtype /Type0 /BaseFont /AAAAAA+Quay /Encoding /Identity-H /DescendantFonts [20 0 R] /ToUnicode 23 0 R >>",
                "/Title " + utf16("潮水是怎么来的") + " /Author " + utf16("林舟"),
                List.of());
        pdf.object(
                20,
                "<< /Type /Font /Subtype /CIDFontType2 /BaseFont /AAAAAA+Quay /FontDescriptor 21 0 R /DW 1000"
                        + " /CIDSystemInfo << /Registry (Adobe) /Ordering (Identity) /Supplement 0 >> >>");
        pdf.object(
                21,
                "<< /Type /FontDescriptor /FontName /AAAAAA+Quay /Flags 4 /FontBBox [0 -200 1000 800] /FontFile2 22 0 R >>");
        pdf.stream(22, "", "no font".getBytes(ISO_8859_1));
        pdf.stream(
                23,
                "",
                ("/CMapType 2 def 1 begincodespacerange <0000> <ffff> endcodespacerange " + signs.length
                                + " beginbfchar\n"
                                + IntStream.range(0, signs.length)
                                        .mapToObj(i -> "<%04x> <%s>".formatted(i + 1, hex(signs[i])))
                                        .collect(Collectors.joining("\n"))
                                + "\nendbfchar")
                        .getBytes(ISO_8859_1));
        var shown = new StringBuilder("BT /F1 11 Tf 13 TL 50 750 Td\n");
        for (var line : lines) {
            shown.append('<');
            line.codePoints()
                    .forEach(sign -> shown.append("%04x"
                            .formatted(1
                                    + IntStream.range(0, signs.length)
                                            .filter(i -> signs[i] == sign)
                                            .findFirst()
                                            .orElseThrow())));
            shown.append("> Tj T*\n");
        }
        return pdf.page(10, shown + "ET").pages(10).bytes();
    }

    /** One page whose content is this, with these other objects. */
    public static byte[] withContent(String content, Map<Integer, String> others) {
        var pdf = withFont(HELVETICA, "", List.of());
        pdf.page(10, content).pages(10);
        others.forEach(pdf::object);
        return pdf.bytes();
    }

    /** One page with this dictionary and these bytes for content. */
    public static byte[] withPacked(String dictionary, byte[] content) {
        var pdf = withFont(HELVETICA, "", List.of());
        pdf.stream(11, dictionary, content);
        pdf.object(
                10,
                "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 600 800] /Resources << /Font << /F1 3 0 R >> >> /Contents 11 0 R >>");
        return pdf.pages(10).bytes();
    }

    /** One that says it is encrypted. */
    public static byte[] encrypted() {
        var pdf = withFont(HELVETICA, "", List.of());
        pdf.object(
                30,
                "<< /Filter /Standard /V 1 /R 2 /O (%s) /U (%s) /P -4 >>".formatted("o".repeat(32), "u".repeat(32)));
        pdf.trailer = "/Encrypt 30 0 R /ID [(0123456789abcdef) (0123456789abcdef)]";
        return pdf.page(10, "BT /F1 11 Tf (locked) Tj ET").pages(10).bytes();
    }

    /** As it is compressed. */
    public static byte[] deflated(byte[] plain) {
        return deflated(plain, 0, 1);
    }

    /** As it is compressed with so many blank megabytes behind it, so many times one in the other. */
    public static byte[] deflated(byte[] plain, int megabytes, int times) {
        var blank = new byte[1024 * 1024];
        var out = new ByteArrayOutputStream();
        try (var deflater = new DeflaterOutputStream(out)) {
            deflater.write(plain);
            for (var i = 0; i < megabytes; i++) {
                deflater.write(blank);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return times == 1 ? out.toByteArray() : deflated(out.toByteArray(), 0, times - 1);
    }

    private static TestPdfs withFont(String font, String information, List<List<String>> pages) {
        var pdf = new TestPdfs();
        pdf.object(1, "<< /Type /Catalog /Pages 2 0 R /OpenAction << /S /JavaScript /JS (app.alert\\(1\\)) >> >>");
        pdf.object(3, font);
        pdf.object(4, "<< " + information + " >>");
        var numbers = new ArrayList<Integer>();
        for (var page : pages) {
            numbers.add(10 + 2 * numbers.size());
            pdf.page(numbers.getLast(), content(page));
        }
        if (!numbers.isEmpty()) {
            pdf.pages(numbers.stream().mapToInt(Integer::intValue).toArray());
        }
        return pdf;
    }

    private static String content(List<String> lines) {
        var content = new StringBuilder("BT 50 750 Td 14 TL\n");
        for (var line : lines) {
            var bar = line.indexOf('|');
            content.append("/F1 %s Tf (%s) Tj T*\n"
                    .formatted(bar < 0 ? "11" : line.substring(0, bar), line.substring(bar + 1)));
        }
        return content + "ET";
    }

    private TestPdfs page(int number, String content) {
        object(
                number,
                "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 600 800] /Resources << /Font << /F1 3 0 R >> /XObject << /X 40 0 R >> >> /Contents %d 0 R >>"
                        .formatted(number + 1));
        stream(number + 1, "/Filter /FlateDecode", deflated(content.getBytes(ISO_8859_1)));
        return this;
    }

    private TestPdfs pages(int... numbers) {
        object(
                2,
                "<< /Type /Pages /Count %d /Kids [%s] >>"
                        .formatted(
                                numbers.length,
                                IntStream.of(numbers)
                                        .mapToObj(each -> each + " 0 R")
                                        .collect(Collectors.joining(" "))));
        return this;
    }

    private void object(int number, String body) {
        objects.put(number, body.getBytes(ISO_8859_1));
    }

    private void stream(int number, String dictionary, byte[] content) {
        var out = new ByteArrayOutputStream();
        out.writeBytes("<< %s /Length %d >>\nstream\n"
                .formatted(dictionary, content.length)
                .getBytes(ISO_8859_1));
        out.writeBytes(content);
        out.writeBytes("\nendstream".getBytes(ISO_8859_1));
        objects.put(number, out.toByteArray());
    }

    private byte[] bytes() {
        var out = new ByteArrayOutputStream();
        out.writeBytes("%PDF-1.7\n".getBytes(ISO_8859_1));
        var table = new StringBuilder("xref\n0 1\n0000000000 65535 f \n");
        objects.forEach((number, body) -> {
            table.append("%d 1\n%010d 00000 n \n".formatted(number, out.size()));
            out.writeBytes("%d 0 obj\n".formatted(number).getBytes(ISO_8859_1));
            out.writeBytes(body);
            out.writeBytes("\nendobj\n".getBytes(ISO_8859_1));
        });
        var start = out.size();
        out.writeBytes(table.toString().getBytes(ISO_8859_1));
        out.writeBytes("trailer\n<< /Size 100 /Root 1 0 R /Info 4 0 R %s >>\nstartxref\n%d\n%%%%EOF\n"
                .formatted(trailer, start)
                .getBytes(ISO_8859_1));
        return out.toByteArray();
    }

    private static String utf16(String text) {
        return "<feff" + HexFormat.of().formatHex(text.getBytes(UTF_16BE)) + ">";
    }

    private static String hex(int sign) {
        return HexFormat.of().formatHex(Character.toString(sign).getBytes(UTF_16BE));
    }
}
