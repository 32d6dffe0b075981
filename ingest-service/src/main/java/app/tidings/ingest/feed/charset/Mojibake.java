package app.tidings.ingest.feed.charset;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;

/** Text that a program before us took for Latin-1 or windows-1252, in one of the two ways that can be told and undone. */
public final class Mojibake {

    private static final Charset WINDOWS_1252 = Charset.forName("windows-1252");

    /** What windows-1252 has from 0x80 to 0x9f; the sign for a fault where it has nothing. */
    private static final String BEYOND_LATIN_1 = beyondLatin1();

    /** So many signs are none by accident. */
    private static final int TELLING = 3;

    private Mojibake() {}

    /** The text as it was meant; the same text where there is nothing to mend. */
    public static String mended(String text) {
        for (var i = 0; i < text.length(); i++) {
            var sign = text.charAt(i);
            if (isControl(sign) || (sign >= '\u00c2' && sign <= '\u00f4')) {
                return withoutControls(decodedAgain(text));
            }
        }
        return text;
    }

    /** UTF-8 whose bytes were taken for characters: all signs of such a text are bytes, and the bytes are UTF-8. */
    private static String decodedAgain(String text) {
        var bytes = ByteBuffer.allocate(text.length());
        for (var i = 0; i < text.length(); i++) {
            var octet = octet(text.charAt(i));
            if (octet < 0) {
                return text;
            }
            bytes.put((byte) octet);
        }
        try {
            var decoded = UTF_8.newDecoder().decode(bytes.flip()).toString();
            return text.chars().anyMatch(Mojibake::isControl) || isLikely(decoded) ? decoded : text;
        } catch (CharacterCodingException e) {
            return text;
        }
    }

    /** The byte that a sign was; -1 if it was none. */
    private static int octet(char sign) {
        if (sign <= '\u00ff') {
            return sign;
        }
        var index = BEYOND_LATIN_1.indexOf(sign);
        return index < 0 ? -1 : 0x80 + index;
    }

    private static boolean isControl(int sign) {
        return sign >= 0x80 && sign < 0xa0;
    }

    /** Whether it is no accident: "é »" without its space is three bytes of UTF-8 too. */
    private static boolean isLikely(String decoded) {
        var beyondAscii = decoded.chars().filter(sign -> sign > 0x7f).count();
        return beyondAscii >= TELLING
                || decoded.chars().allMatch(sign -> sign < 0x800 || (sign >= 0x2000 && sign < 0x2070));
    }

    /** Control characters that nobody writes are signs of windows-1252, as in HTML's references to them. */
    private static String withoutControls(String text) {
        var mended = new StringBuilder(text);
        for (var i = 0; i < mended.length(); i++) {
            if (isControl(mended.charAt(i))) {
                mended.setCharAt(i, BEYOND_LATIN_1.charAt(mended.charAt(i) - 0x80));
            }
        }
        return mended.toString();
    }

    private static String beyondLatin1() {
        var octets = new byte[0x20];
        for (var i = 0; i < octets.length; i++) {
            octets[i] = (byte) (0x80 + i);
        }
        return new String(octets, WINDOWS_1252);
    }
}
