package app.tidings.ingest.feed.date;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Dates as feeds write them: RFC 822 and what passes for it, ISO 8601 and parts of it, with months in many languages.
 * Without a zone a date is taken for UTC; what cannot be read is no date rather than a wrong one. Parts of a second are
 * dropped.
 */
public final class FeedDate {

    private static final int MAX_LENGTH = 100;
    private static final int NOON = 12;

    /** Hours, minutes and seconds, as they are looked for one after the other. */
    private static final List<Pattern> CLOCKS = List.of(
            // not those of an offset
            Pattern.compile("(?<![\\d:+-])(\\d{1,2}):(\\d{1,2})(?::(\\d{1,2})(?:[.,]\\d{1,9})?)?(?![\\d:])"),
            // without colons, behind a whole date
            Pattern.compile("(?<=\\d\\d)[Tt](\\d{2})(\\d{2})(\\d{2})?(?:[.,]\\d{1,9})?(?!\\d)"),
            Pattern.compile("(\\d{1,2})\\s?[时時시]\\s?(\\d{1,2})\\s?[分분](?:\\s?(\\d{1,2})\\s?[秒초])?"),
            // with dots as in a day, so only behind a year
            Pattern.compile("(?<=\\d{4}\\s)(\\d{1,2})\\.(\\d{2})(?:\\.(\\d{2}))?(?![\\d.])"),
            // as servers write their logs
            Pattern.compile("(?<=/\\d{4}):(\\d{2}):(\\d{2}):(\\d{2})"));

    /** Seconds or milliseconds since 1970, of this age of feeds. */
    private static final Pattern COUNTED = Pattern.compile("(1\\d{9})(?:\\d{3})?");

    private static final Pattern HALF_DAY = Pattern.compile("\\s*([AaPp])\\.?[Mm](?!\\p{L})\\.?");

    /** A year behind the time and perhaps its zone, as the C library writes it. */
    private static final Pattern YEAR_BEHIND = Pattern.compile("(.*\\s)(\\d{4})");

    private FeedDate() {}

    /** The instant that the text means, or null. Never throws, and takes no longer for hostile text. */
    public static @Nullable Instant parse(String text) {
        var date = text.strip();
        if (date.isEmpty() || date.length() > MAX_LENGTH) {
            return null;
        }
        try {
            var usual = UsualDate.parse(date);
            return usual == null ? read(inPlainSigns(date)) : usual;
        } catch (DateTimeException e) {
            return null;
        }
    }

    /** With spaces of one kind, and without what turns the direction of writing: programs put both around a date's parts. */
    private static String inPlainSigns(String date) {
        var plain = new StringBuilder(date.length());
        for (var i = 0; i < date.length(); i++) {
            var sign = date.charAt(i);
            if (Character.isSpaceChar(sign)) {
                plain.append(' ');
            } else if (Character.getType(sign) != Character.FORMAT) {
                plain.append(sign);
            }
        }
        return plain.toString().strip();
    }

    /** In whatever way it is written. */
    static @Nullable Instant read(String date) {
        if (date.isEmpty() || !Character.isLetterOrDigit(date.charAt(0))) {
            return null;
        }
        var counted = COUNTED.matcher(date);
        if (counted.matches()) {
            return Instant.ofEpochSecond(Long.parseLong(counted.group(1)));
        }
        for (var form : CLOCKS) {
            var clock = form.matcher(date);
            if (clock.find()) {
                return read(date, clock);
            }
        }
        var day = DayText.read(date).map(each -> each.date(null)).orElse(null);
        return day == null ? null : day.atStartOfDay().toInstant(ZoneOffset.UTC);
    }

    private static @Nullable Instant read(String date, Matcher clock) {
        var day = DayText.read(date.substring(0, clock.start())).orElse(null);
        return day == null ? null : read(day, clock, date.substring(clock.end()));
    }

    private static @Nullable Instant read(DayText day, Matcher clock, String behind) {
        var half = HALF_DAY.matcher(behind);
        var halved = half.lookingAt();
        var rest = halved ? behind.substring(half.end()) : behind;
        var afternoon = halved ? "Pp".contains(half.group(1)) : day.afternoon();
        var year = YEAR_BEHIND.matcher(rest);
        var yearBehind = !day.hasYear() && year.matches();
        var date = day.date(yearBehind ? Integer.valueOf(year.group(2)) : null);
        var zone = ZoneText.zone(yearBehind ? year.group(1) : rest);
        if (date == null || zone == null) {
            return null;
        }
        var hour = Integer.parseInt(clock.group(1));
        var inHalf = halved || day.halved();
        return at(date, inHalf ? hour % NOON + (afternoon ? NOON : 0) : hour, number(clock, 2), number(clock, 3), zone);
    }

    private static Instant at(LocalDate date, int hour, int minute, int second, ZoneId zone) {
        var midnight = hour == 24 && minute == 0 && second == 0;
        var leap = second == 60 ? 59 : second; // a leap second is the last one of its minute
        return date.plusDays(midnight ? 1 : 0)
                .atTime(midnight ? 0 : hour, minute, leap)
                .atZone(zone)
                .toInstant();
    }

    private static int number(Matcher found, int group) {
        return found.group(group) == null ? 0 : Integer.parseInt(found.group(group));
    }
}
