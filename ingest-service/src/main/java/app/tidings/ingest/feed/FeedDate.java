package app.tidings.ingest.feed;

import static java.util.Map.entry;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Dates as feeds write them: RFC 822 and what passes for it, ISO 8601 and parts of it. Without a zone a date is taken for
 * UTC; what cannot be read is no date rather than a wrong one.
 */
final class FeedDate {

    private static final int MAX_LENGTH = 64;
    private static final int TWO_DIGIT_PIVOT = 70;

    private static final String TIME = "(\\d{1,2}):(\\d{2})(?::(\\d{2})(?:[.,]\\d{1,9})?)?";
    private static final String ZONE = "(?<zone>.*)";
    private static final String ISO_ZONE = "(?<zone> *(?:[Zz]|[+-].*|[A-Z]{2,4})?)";

    private static final Pattern ISO =
            Pattern.compile("(\\d{4})(?:[-/.]?(\\d{2})(?:[-/.]?(\\d{2}))?)?(?:[Tt ]+" + TIME + ")?" + ISO_ZONE);
    private static final Pattern ISO_WITHOUT_COLONS =
            Pattern.compile("(\\d{4})-?(\\d{2})-?(\\d{2})[Tt](\\d{2})(\\d{2})(\\d{2})?" + ISO_ZONE);
    private static final Pattern DAY_FIRST = Pattern.compile(
            "(?:\\p{L}+\\.?,? *)?(\\d{1,2})[ -]+(\\p{L}{3,})\\.?,?[ -]+(\\d{4}|\\d{2})(?:,? +" + TIME + ")?" + ZONE);
    private static final Pattern MONTH_FIRST =
            Pattern.compile("(?:\\p{L}+\\.?,? +)??(\\p{L}{3,})\\.? +(\\d{1,2})(?:st|nd|rd|th)?,? +(\\d{4})(?:,? +"
                    + TIME + ")?" + ZONE);
    private static final Pattern C_TIME =
            Pattern.compile("\\p{L}{3} +(\\p{L}{3}) +(\\d{1,2}) +" + TIME + " +(?<zone>\\p{L}* *)(\\d{4})");

    private static final Pattern OFFSET = Pattern.compile("(?:GMT|UTC|UT)?([+-])(\\d{1,2}):?(\\d{2})?");
    private static final Pattern ZONE_NAME = Pattern.compile("[A-Z][A-Z/_]*");

    private static final Map<String, Integer> ZONE_HOURS = Map.ofEntries(
            entry("EST", -5),
            entry("EDT", -4),
            entry("ET", -5),
            entry("CST", -6),
            entry("CDT", -5),
            entry("CT", -6),
            entry("MST", -7),
            entry("MDT", -6),
            entry("MT", -7),
            entry("PST", -8),
            entry("PDT", -7),
            entry("PT", -8),
            entry("BST", 1),
            entry("CET", 1),
            entry("CEST", 2),
            entry("EET", 2),
            entry("EEST", 3),
            entry("MSK", 3),
            entry("JST", 9),
            entry("KST", 9),
            entry("HKT", 8));

    private static final String MONTHS = "janfebmaraprmayjunjulaugsepoctnovdec";

    private FeedDate() {}

    /** The instant that the text means, or null. Never throws, and takes no longer for hostile text. */
    static @Nullable Instant parse(String text) {
        var date = text.strip();
        if (date.isEmpty() || date.length() > MAX_LENGTH) {
            return null;
        }
        try {
            return Character.isDigit(date.charAt(0)) && date.length() > 3 && Character.isDigit(date.charAt(3))
                    ? iso(date)
                    : worded(date);
        } catch (DateTimeException e) {
            return null;
        }
    }

    private static @Nullable Instant iso(String date) {
        var basic = ISO_WITHOUT_COLONS.matcher(date);
        if (basic.matches()) {
            return instant(number(basic, 1), number(basic, 2), number(basic, 3), basic, 4);
        }
        var iso = ISO.matcher(date);
        return iso.matches() ? instant(number(iso, 1), or1(iso, 2), or1(iso, 3), iso, 4) : null;
    }

    private static @Nullable Instant worded(String date) {
        var dayFirst = DAY_FIRST.matcher(date);
        if (dayFirst.matches()) {
            return instant(year(dayFirst.group(3)), month(dayFirst.group(2)), number(dayFirst, 1), dayFirst, 4);
        }
        var cTime = C_TIME.matcher(date);
        if (cTime.matches()) {
            return instant(number(cTime, 7), month(cTime.group(1)), number(cTime, 2), cTime, 3);
        }
        var monthFirst = MONTH_FIRST.matcher(date);
        return monthFirst.matches()
                ? instant(number(monthFirst, 3), month(monthFirst.group(1)), number(monthFirst, 2), monthFirst, 4)
                : null;
    }

    private static @Nullable Instant instant(int year, int month, int day, Matcher found, int hourGroup) {
        var zone = offset(found.group("zone"));
        if (zone == null || year == 0) {
            return null;
        }
        var hour = or0(found, hourGroup);
        var minute = or0(found, hourGroup + 1);
        var second = Math.min(59, or0(found, hourGroup + 2)); // a leap second is the last one of its minute
        var midnight = hour == 24 && minute == 0 && second == 0;
        var local = LocalDateTime.of(year, month, day, midnight ? 0 : hour, minute, second);
        return local.plusDays(midnight ? 1 : 0).toInstant(zone);
    }

    private static @Nullable ZoneOffset offset(String text) {
        var zone = text.strip().toUpperCase(Locale.ROOT);
        if (zone.startsWith("(") || zone.contains(" (")) {
            zone = zone.substring(0, zone.indexOf('(')).strip();
        }
        var offset = OFFSET.matcher(zone);
        if (offset.matches()) {
            var sign = offset.group(1).equals("-") ? -1 : 1;
            return ZoneOffset.ofHoursMinutes(sign * number(offset, 2), sign * or0(offset, 3));
        }
        if (zone.isEmpty() || ZONE_NAME.matcher(zone).matches()) {
            return ZoneOffset.ofHours(ZONE_HOURS.getOrDefault(zone, 0));
        }
        return null;
    }

    private static int month(String name) {
        var index = MONTHS.indexOf(name.substring(0, 3).toLowerCase(Locale.ROOT));
        if (index < 0 || index % 3 != 0) {
            throw new DateTimeException("not a month");
        }
        return index / 3 + 1;
    }

    private static int year(String digits) {
        var year = Integer.parseInt(digits);
        return digits.length() > 2 ? year : year < TWO_DIGIT_PIVOT ? 2000 + year : 1900 + year;
    }

    private static int number(Matcher found, int group) {
        return Integer.parseInt(found.group(group));
    }

    private static int or0(Matcher found, int group) {
        return found.group(group) == null ? 0 : number(found, group);
    }

    private static int or1(Matcher found, int group) {
        return found.group(group) == null ? 1 : number(found, group);
    }
}
