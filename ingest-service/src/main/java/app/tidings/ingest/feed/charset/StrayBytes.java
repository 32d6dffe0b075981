package app.tidings.ingest.feed.charset;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.nio.charset.Charset;

/**
 * Single bytes of windows-1252 that somebody pasted into a document of UTF-8. What a cut left of a character looks much the
 * same, so a byte counts only where it stands alone among ASCII, and one that could begin a character only in a word.
 */
final class StrayBytes {

    private static final Charset WINDOWS_1252 = Charset.forName("windows-1252");

    private final byte[] bytes;

    /** Whether characters of three bytes from Chinese, Japanese or Korean are there, of which a cut may leave the first byte. */
    private final boolean eastAsian;

    private StrayBytes(byte[] bytes) {
        this.bytes = bytes;
        this.eastAsian = hasEastAsian(bytes);
    }

    /** The text of a document in UTF-8; what cannot be decoded otherwise is U+FFFD. */
    static String text(byte[] bytes) {
        return new StrayBytes(bytes).text();
    }

    private String text() {
        var mended = new ByteArrayOutputStream(bytes.length + 64);
        for (var at = 0; at < bytes.length; ) {
            var length = Math.max(1, lengthAt(bytes, at));
            if (isStray(at)) {
                mended.writeBytes(new String(bytes, at, 1, WINDOWS_1252).getBytes(UTF_8));
            } else {
                mended.write(bytes, at, length);
            }
            at += length;
        }
        return mended.toString(UTF_8);
    }

    private boolean isStray(int at) {
        if (lengthAt(bytes, at) > 0 || octet(at - 1) > 0x7f || octet(at + 1) > 0x7f) {
            return false;
        }
        return !isLead(octet(at))
                || Character.isLetter(octet(at + 1))
                || (!eastAsian && (Character.isLetter(octet(at - 1)) || octet(at + 1) == ' '));
    }

    /** A byte of the document, and a line break around it. */
    private int octet(int at) {
        return at < 0 || at >= bytes.length ? '\n' : bytes[at] & 0xff;
    }

    private static boolean isLead(int octet) {
        return octet >= 0xc2 && octet <= 0xf4;
    }

    private static boolean hasEastAsian(byte[] bytes) {
        for (var at = 0; at < bytes.length; at++) {
            var octet = bytes[at] & 0xff;
            if (octet >= 0xe3 && octet <= 0xed && lengthAt(bytes, at) == 3) {
                return true;
            }
        }
        return false;
    }

    /** How many bytes the character has that begins there; 0 if none does. */
    private static int lengthAt(byte[] bytes, int at) {
        var lead = bytes[at] & 0xff;
        if (lead < 0x80) {
            return 1;
        }
        if (!isLead(lead)) {
            return 0;
        }
        var length = lead < 0xe0 ? 2 : lead < 0xf0 ? 3 : 4;
        for (var i = at + 1; i < at + length; i++) {
            if (i >= bytes.length || (bytes[i] & 0xc0) != 0x80) {
                return 0;
            }
        }
        return length;
    }
}
