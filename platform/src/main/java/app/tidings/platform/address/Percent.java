package app.tidings.platform.address;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.util.HexFormat;

/** Percent-encoding of RFC 3986 §2.1. */
final class Percent {

    private static final HexFormat HEX = HexFormat.of().withUpperCase();
    private static final String UNRESERVED = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~";

    private Percent() {}

    /** Keeps escapes as they are, and escapes what may not stand in an address; a lone percent sign is one of that. */
    static String encoded(String text, String allowed) {
        var encoded = new StringBuilder(text.length() + 16);
        for (var i = 0; i < text.length(); ) {
            var c = text.codePointAt(i);
            if (UNRESERVED.indexOf(c) >= 0 || allowed.indexOf(c) >= 0 || isEscape(text, i)) {
                encoded.appendCodePoint(c);
            } else {
                append(encoded, Character.toString(c).getBytes(UTF_8));
            }
            i += Character.charCount(c);
        }
        return encoded.toString();
    }

    /** One spelling for each address: escapes in upper case, and none where the character may stand for itself. */
    static String normalized(String encoded) {
        return normalized(encoded, "");
    }

    /** As {@link #normalized(String)}, and no escapes of {@code plain} either, which must be ASCII. */
    static String normalized(String encoded, String plain) {
        if (encoded.indexOf('%') < 0) {
            return encoded;
        }
        var normalized = new StringBuilder(encoded.length());
        for (var i = 0; i < encoded.length(); i++) {
            if (!isEscape(encoded, i)) {
                normalized.append(encoded.charAt(i));
                continue;
            }
            var octet = HexFormat.fromHexDigits(encoded, i + 1, i + 3);
            if (UNRESERVED.indexOf(octet) >= 0 || plain.indexOf(octet) >= 0) {
                normalized.append((char) octet);
            } else {
                append(normalized, new byte[] {(byte) octet});
            }
            i += 2;
        }
        return normalized.toString();
    }

    /** The text behind the escapes, whose octets are read as UTF-8; a plus sign stays one. */
    static String decoded(String encoded) {
        if (encoded.indexOf('%') < 0) {
            return encoded;
        }
        var octets = new ByteArrayOutputStream(encoded.length());
        for (var i = 0; i < encoded.length(); ) {
            if (isEscape(encoded, i)) {
                octets.write(HexFormat.fromHexDigits(encoded, i + 1, i + 3));
                i += 3;
            } else {
                var c = encoded.codePointAt(i);
                octets.writeBytes(Character.toString(c).getBytes(UTF_8));
                i += Character.charCount(c);
            }
        }
        return octets.toString(UTF_8);
    }

    private static boolean isEscape(String text, int index) {
        return index + 2 < text.length()
                && text.charAt(index) == '%'
                && HexFormat.isHexDigit(text.charAt(index + 1))
                && HexFormat.isHexDigit(text.charAt(index + 2));
    }

    private static void append(StringBuilder target, byte[] bytes) {
        for (var octet : bytes) {
            target.append('%').append(HEX.toHexDigits(octet));
        }
    }
}
