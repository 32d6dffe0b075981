package app.tidings.platform.address;

import java.util.HexFormat;

/** Percent-encoding of RFC 3986 §2.1. */
final class Percent {

    private static final HexFormat HEX = HexFormat.of().withUpperCase();

    private Percent() {}

    /** Whether a percent sign with two hexadecimal digits starts at the index. */
    static boolean isEscape(String text, int index) {
        return index + 2 < text.length()
                && text.charAt(index) == '%'
                && HexFormat.isHexDigit(text.charAt(index + 1))
                && HexFormat.isHexDigit(text.charAt(index + 2));
    }

    static void append(StringBuilder target, byte[] bytes) {
        for (var octet : bytes) {
            target.append('%').append(HEX.toHexDigits(octet));
        }
    }

    /** One spelling for each address: escapes in upper case, and none where the character may stand for itself. */
    static String normalized(String encoded) {
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
            if (isUnreserved(octet)) {
                normalized.append((char) octet);
            } else {
                append(normalized, new byte[] {(byte) octet});
            }
            i += 2;
        }
        return normalized.toString();
    }

    private static boolean isUnreserved(int c) {
        return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9' || "-._~".indexOf(c) >= 0;
    }
}
