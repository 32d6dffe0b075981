package app.tidings.ingest.feed.date;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;

/**
 * The two ways in which nearly all dates are written, {@code Mon, 16 Nov 2026 08:30:00 GMT} and {@code 2026-11-16T08:30:00Z}
 * with any numeric offset, read sign by sign: a feed has two dates an entry, and patterns would cost as much as its XML.
 */
final class UsualDate {

    private static final String MONTHS = "JanFebMarAprMayJunJulAugSepOctNovDec";
    private static final String RFC_822 = "aaa, 00 aaa 0000 00:00:00 ";
    private static final String ISO_8601 = "0000-00-00T00:00:00";

    private UsualDate() {}

    /**
     * The instant that the text means; null where it is written in any other way, a leap second, midnight as hour 24 or year 1
     * among them.
     *
     * @throws java.time.DateTimeException if there is no such day, or no such offset
     */
    static @Nullable Instant parse(String text) {
        if (isLike(RFC_822, text)) {
            var month = MONTHS.indexOf(text.substring(8, 11));
            var named = month >= 0 && month % 3 == 0 ? month / 3 + 1 : 0;
            return at(number(text, 12, 16), named, number(text, 5, 7), text.substring(17));
        }
        return isLike(ISO_8601, text)
                ? at(number(text, 0, 4), number(text, 5, 7), number(text, 8, 10), text.substring(11))
                : null;
    }

    /** The day at the time and with the offset that stand behind it; RFC 822 has a space between the two. */
    private static @Nullable Instant at(int year, int month, int day, String behind) {
        var hour = number(behind, 0, 2);
        var minute = number(behind, 3, 5);
        var second = number(behind, 6, 8);
        var offset = offset(behind.substring(8).stripLeading());
        return offset == null || year <= 1 || month == 0 || hour > 23 || minute > 59 || second > 59
                ? null
                : LocalDateTime.of(year, month, day, hour, minute, second).toInstant(offset);
    }

    private static @Nullable ZoneOffset offset(String zone) {
        if (zone.equals("GMT") || zone.equals("Z")) {
            return ZoneOffset.UTC;
        }
        var colon = zone.length() == 6 && isLike("+00:00", zone);
        if (!colon && !(zone.length() == 5 && isLike("+0000", zone))) {
            return null;
        }
        var sign = zone.charAt(0) == '-' ? -1 : 1;
        var minutes = number(zone, colon ? 4 : 3, zone.length());
        return ZoneOffset.ofHoursMinutes(sign * number(zone, 1, 3), sign * minutes);
    }

    /** Whether the text begins so, with a digit for each 0, a letter for each a and either sign for a plus. */
    private static boolean isLike(String form, String text) {
        var alike = text.length() >= form.length();
        for (var i = 0; alike && i < form.length(); i++) {
            var sign = text.charAt(i);
            alike = switch (form.charAt(i)) {
                case '0' -> sign >= '0' && sign <= '9';
                case 'a' -> (sign >= 'a' && sign <= 'z') || (sign >= 'A' && sign <= 'Z');
                case '+' -> sign == '+' || sign == '-';
                default -> sign == form.charAt(i);
            };
        }
        return alike;
    }

    private static int number(String text, int from, int to) {
        return Integer.parseInt(text, from, to, 10);
    }
}
