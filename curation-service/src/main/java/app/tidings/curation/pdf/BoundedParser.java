package app.tidings.curation.pdf;

import app.tidings.curation.pdf.Limits.Exceeded;
import app.tidings.curation.pdf.Pdf.Reason;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSStream;
import org.apache.pdfbox.filter.FilterFactory;
import org.apache.pdfbox.pdfparser.PDFParser;
import org.jspecify.annotations.Nullable;

/**
 * Reads the structure of a document. Each of its streams is decoded here, once and within bounds, as it is met: behind this class
 * there is nothing left that could unfold. Pictures, and what only pictures are packed with, are empty.
 */
final class BoundedParser extends PDFParser {

    /** ISO 32000-1, table 6, with the short names of table 94: those that hold text. */
    private static final Set<String> FILTERS = Set.of(
            "FlateDecode",
            "Fl",
            "LZWDecode",
            "LZW",
            "ASCII85Decode",
            "A85",
            "ASCIIHexDecode",
            "AHx",
            "RunLengthDecode",
            "RL");

    private static final List<COSName> PACKING = List.of(
            COSName.FILTER, COSName.F, COSName.F_FILTER, COSName.DECODE_PARMS, COSName.DP, COSName.F_DECODE_PARMS);

    private static final byte[] NONE = {};
    private static final int MOST_FILTERS = 4;

    /** Bytes of a row that a predictor (ISO 32000-1, 7.4.4.4) puts together; each is held twice. */
    private static final int LONGEST_ROW = 1 << 20;

    /** Arrays, dictionaries, names and strings: each takes ten to fifty times the memory of its bytes. */
    private static final int MOST_OBJECTS = 1_500_000;

    private static final int MOST_OBJECTS_OF_A_PART = 500_000;

    private final Limits limits;

    BoundedParser(byte[] bytes, Limits limits) throws IOException {
        super(new BoundedSource(bytes, limits));
        this.limits = limits;
        if (upTo(bytes, MOST_OBJECTS, "[<(/") < bytes.length) {
            throw new Exceeded(Reason.TOO_COMPLEX);
        }
    }

    @Override
    protected void prepareDecryption() {
        if (document.getEncryptionDictionary() != null) {
            throw new Exceeded(Reason.ENCRYPTED);
        }
    }

    @Override
    protected COSStream parseCOSStream(COSDictionary dictionary) throws IOException {
        limits.checkTime();
        var packed = super.parseCOSStream(dictionary);
        var plain = new COSStream(null, new BoundedSource(decode(packed), limits).whole());
        var length = plain.getItem(COSName.LENGTH);
        plain.addAll(packed);
        PACKING.forEach(plain::removeItem);
        plain.setItem(COSName.LENGTH, length);
        return plain;
    }

    private byte[] decode(COSStream packed) throws IOException {
        var filters = filters(packed);
        if (COSName.IMAGE.equals(packed.getDictionaryObject(COSName.SUBTYPE))
                || filters.size() > MOST_FILTERS
                || !FILTERS.containsAll(filters)
                || hasLongRows(packed)) {
            return NONE;
        }
        byte[] bytes;
        try (var raw = packed.createRawInputStream()) {
            bytes = raw.readNBytes(Limits.LARGEST_PART);
        }
        limits.decoded(filters.isEmpty() ? bytes.length : 0);
        for (var i = 0; i < filters.size(); i++) {
            bytes = decode(bytes, filters.get(i), packed, i);
        }
        var end = upTo(bytes, MOST_OBJECTS_OF_A_PART, "[<");
        return end < bytes.length ? Arrays.copyOf(bytes, end) : bytes;
    }

    /** What comes out before it is too long, or broken, is good: so do other programs. */
    private byte[] decode(byte[] bytes, String filter, COSStream packed, int index) {
        try (var decoded = new Decoded()) {
            try {
                FilterFactory.INSTANCE
                        .getFilter(filter)
                        .decode(new ByteArrayInputStream(bytes), decoded, packed, index);
            } catch (IOException e) {
                return decoded.bytes.toByteArray();
            }
            return decoded.bytes.toByteArray();
        }
    }

    private final class Decoded extends OutputStream {

        private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

        @Override
        public void write(int one) throws IOException {
            write(new byte[] {(byte) one}, 0, 1);
        }

        @Override
        public void write(byte[] from, int offset, int length) throws IOException {
            limits.decoded(length);
            if (bytes.size() + length > Limits.LARGEST_PART) {
                throw new IOException("a part is too long");
            }
            bytes.write(from, offset, length);
        }

        @Override
        public void close() {
            // holds nothing but memory
        }
    }

    private static List<String> filters(COSStream packed) {
        return all(packed.getFilters())
                .map(each -> each instanceof COSName name ? name.getName() : "")
                .toList();
    }

    private static boolean hasLongRows(COSStream packed) {
        return all(packed.getDictionaryObject(COSName.DECODE_PARMS, COSName.DP))
                .anyMatch(each -> each instanceof COSDictionary settings
                        && (long) settings.getInt(COSName.COLUMNS, 1)
                                        * settings.getInt(COSName.COLORS, 1)
                                        * settings.getInt(COSName.BITS_PER_COMPONENT, 8)
                                > LONGEST_ROW * 8L);
    }

    private static Stream<COSBase> all(@Nullable COSBase oneOrMore) {
        return oneOrMore instanceof COSArray several
                ? IntStream.range(0, Math.min(several.size(), MOST_FILTERS + 1)).mapToObj(several::getObject)
                : Stream.ofNullable(oneOrMore);
    }

    /** The place up to which bytes hold at most so many of the signs. */
    private static int upTo(byte[] bytes, int most, String signs) {
        var left = most;
        for (var i = 0; i < bytes.length; i++) {
            if (signs.indexOf(bytes[i]) >= 0 && --left < 0) {
                return i;
            }
        }
        return bytes.length;
    }
}
