package app.tidings.curation.text;

import static java.nio.charset.StandardCharsets.UTF_16BE;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.util.Optional;

/** Which characters bytes are where nobody says it. Pure. */
public final class Encoding {

    private static final Charset GB18030 = Charset.forName("GB18030");
    private static final Charset WINDOWS_1252 = Charset.forName("windows-1252");

    private Encoding() {}

    /** That of the byte order mark, if there is one. */
    public static Optional<Charset> byMark(byte[] bytes) {
        if (bytes.length >= 3 && bytes[0] == (byte) 0xEF && bytes[1] == (byte) 0xBB && bytes[2] == (byte) 0xBF) {
            return Optional.of(UTF_8);
        }
        if (bytes.length >= 2 && bytes[0] == (byte) 0xFE && bytes[1] == (byte) 0xFF) {
            return Optional.of(UTF_16BE);
        }
        return bytes.length >= 2 && bytes[0] == (byte) 0xFF && bytes[1] == (byte) 0xFE
                ? Optional.of(UTF_16LE)
                : Optional.empty();
    }

    /** UTF-8 where the bytes can be that, else GB 18030, else Windows', which any bytes can be. */
    public static Charset byTrying(byte[] bytes) {
        if (isValid(bytes, UTF_8)) {
            return UTF_8;
        }
        return isValid(bytes, GB18030) ? GB18030 : WINDOWS_1252;
    }

    private static boolean isValid(byte[] bytes, Charset charset) {
        try {
            var _ = charset.newDecoder().decode(ByteBuffer.wrap(bytes));
            return true;
        } catch (CharacterCodingException e) {
            return false;
        }
    }
}
