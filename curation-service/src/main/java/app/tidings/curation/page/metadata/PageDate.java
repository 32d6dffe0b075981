package app.tidings.curation.page.metadata;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A date as a page states it, in the forms that are in use; never more exact than the page.
 *
 * @param offset none where the page tells only what the clock on its wall showed
 */
public record PageDate(
        LocalDate day, @Nullable LocalTime time, @Nullable ZoneOffset offset) {

    private static final String MONTH =
            "(?<month>jan|feb|mär|mar|apr|may|mai|jun|jul|aug|sep|oct|okt|nov|dec|dez)[a-zäé]{0,7}\\.?";
    private static final String NTH = "(?<day>\\d{1,2})(?:st|nd|rd|th|\\.)?";
    private static final String TIME =
            "(?:\\s*(?:T|at|um|·|[|,]|[-–—])?\\s*(?<hour>\\d{1,2})[:.时点h](?<minute>\\d{2})(?:[:.分](?<second>\\d{2}))?秒?分?(?:[.,](?<fraction>\\d{1,9}))?"
                    + "\\s*(?<half>[ap]\\.?m\\.?)?\\s*(?<zone>Z|[+-]\\d{2}:?\\d{2}|[+-]\\d{2}|[A-Z]{1,4}(?:/GMT)?)?)?";
    private static final String BETWEEN_HOUR_AND_MINUTE = ":.时点hH";
    private static final String WEEKDAY = "(?:[a-z]{2,9}\\.?,?\\s+|(?:星期|周)[一二三四五六日天],?\\s*)?";

    private static final List<String> DAYS = List.of(
            "(?<year>\\d{4})\\s*[-/.年]\\s*(?<month>\\d{1,2})\\s*[-/.月]\\s*(?<day>\\d{1,2})\\s*[日号]?\\s*(?:星期[一二三四五六日天]|周[一二三四五六日天])?",
            NTH + "[\\s-]+(?:de\\s+)?" + MONTH + ",?[\\s-]+(?:de\\s+)?(?<year>\\d{4})",
            "(?=[jfmasond])" + MONTH + "\\s+" + NTH + ",?\\s+(?<year>\\d{4})",
            "(?<month>\\d{1,2})/(?<day>\\d{1,2})/(?<year>\\d{4})",
            "(?<year>\\d{4})(?<month>\\d{2})(?<day>\\d{2})");

    private static final List<Pattern> FORMS =
            DAYS.stream().map(day -> form(WEEKDAY + day)).toList();

    /** To be looked for in a text, where the day of the week need not be known; but for eight digits, which may be anything. */
    private static final List<Pattern> STANDING =
            DAYS.stream().limit(DAYS.size() - 1).map(PageDate::form).toList();

    private static final List<String> MONTHS =
            List.of("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec");
    private static final Map<String, String> OTHERS = Map.of("mär", "mar", "mai", "may", "okt", "oct", "dez", "dec");

    /** RFC 822, section 5, and what else is met; a name that means several places is none. */
    private static final Map<String, String> ZONES = Map.ofEntries(
            Map.entry("Z", "Z"),
            Map.entry("UT", "Z"),
            Map.entry("UTC", "Z"),
            Map.entry("GMT", "Z"),
            Map.entry("EDT", "-04:00"),
            Map.entry("EST", "-05:00"),
            Map.entry("ET", "-05:00"),
            Map.entry("CDT", "-05:00"),
            Map.entry("CT", "-06:00"),
            Map.entry("MDT", "-06:00"),
            Map.entry("MST", "-07:00"),
            Map.entry("PDT", "-07:00"),
            Map.entry("PST", "-08:00"),
            Map.entry("PT", "-08:00"),
            Map.entry("BST", "+01:00"),
            Map.entry("CET", "+01:00"),
            Map.entry("CEST", "+02:00"),
            Map.entry("IST", "+05:30"),
            Map.entry("JST", "+09:00"));

    private static final int LONGEST = 80;

    /** No page is older than the web, and a hostile one may name a year that no store can keep. */
    private static final int EARLIEST = 1990;

    private static final int LATEST = 2099;

    /** No date has more signs before its year. */
    private static final int BEFORE_YEAR = 40;

    private static final LocalTime NOON = LocalTime.NOON;

    private static Pattern form(String day) {
        return Pattern.compile(day + TIME, Pattern.CASE_INSENSITIVE);
    }

    /** The date of an instant that is known. */
    public static PageDate at(Instant known) {
        var wall = known.atOffset(ZoneOffset.UTC);
        return new PageDate(wall.toLocalDate(), wall.toLocalTime(), ZoneOffset.UTC);
    }

    /** The date, if the text is one at which a page can have been published, and nothing else. */
    static Optional<PageDate> of(@Nullable String stated) {
        if (stated == null || stated.isBlank() || stated.length() > LONGEST) {
            return Optional.empty();
        }
        return FORMS.stream()
                .map(form -> form.matcher(stated.strip()))
                .filter(Matcher::matches)
                .map(PageDate::read)
                .flatMap(Optional::stream)
                .findFirst();
    }

    /** The first date in a short text. */
    static Optional<PageDate> in(String text) {
        var year = year(text);
        if (year < 0) {
            return Optional.empty();
        }
        return STANDING.stream()
                .map(form -> form.matcher(text).region(Math.max(0, year - BEFORE_YEAR), text.length()))
                .filter(Matcher::find)
                .map(PageDate::read)
                .flatMap(Optional::stream)
                .findFirst();
    }

    /** Whether four digits stand there that can be a year. Most texts of a page have none, and the forms take long to find that out. */
    static boolean namesYear(String text) {
        return year(text) >= 0;
    }

    /** Whether figures stand there that can be a time of the day. */
    static boolean namesTime(String text) {
        for (var i = 1; i + 2 < text.length(); i++) {
            if (BETWEEN_HOUR_AND_MINUTE.indexOf(text.charAt(i)) >= 0
                    && Character.isDigit(text.charAt(i - 1))
                    && Character.isDigit(text.charAt(i + 1))
                    && Character.isDigit(text.charAt(i + 2))) {
                return true;
            }
        }
        return false;
    }

    /** Where the first year stands; below zero where there is none. */
    private static int year(String text) {
        for (var i = 0; i + 4 <= text.length(); i++) {
            var century = 10 * (text.charAt(i) - '0') + text.charAt(i + 1) - '0';
            if ((century == EARLIEST / 100 || century == LATEST / 100)
                    && Character.isDigit(text.charAt(i + 2))
                    && Character.isDigit(text.charAt(i + 3))) {
                return i;
            }
        }
        return -1;
    }

    private static Optional<PageDate> read(Matcher form) {
        try {
            var day = LocalDate.of(number(form, "year"), month(form.group("month")), number(form, "day"));
            return day.getYear() < EARLIEST || day.getYear() > LATEST
                    ? Optional.empty()
                    : Optional.of(new PageDate(day, time(form), offset(form.group("zone"))));
        } catch (DateTimeException | NumberFormatException e) {
            return Optional.empty();
        }
    }

    private static int number(Matcher form, String group) {
        var digits = form.group(group);
        return digits == null ? 0 : Integer.parseInt(digits);
    }

    private static int month(String written) {
        var lower = written.toLowerCase(Locale.ROOT);
        return Character.isDigit(lower.charAt(0))
                ? Integer.parseInt(lower)
                : 1 + MONTHS.indexOf(OTHERS.getOrDefault(lower, lower));
    }

    private static @Nullable LocalTime time(Matcher form) {
        if (form.group("hour") == null) {
            return null;
        }
        var half = form.group("half");
        var hour = number(form, "hour");
        if (half != null) {
            hour = hour % 12 + (Character.toLowerCase(half.charAt(0)) == 'p' ? 12 : 0);
        }
        var fraction = form.group("fraction");
        var nanos = fraction == null ? 0 : Integer.parseInt((fraction + "000000000").substring(0, 9));
        return LocalTime.of(hour, number(form, "minute"), number(form, "second"), nanos);
    }

    private static @Nullable ZoneOffset offset(@Nullable String zone) {
        if (zone == null) {
            return null;
        }
        if (zone.charAt(0) == '+' || zone.charAt(0) == '-') {
            return ZoneOffset.of(zone);
        }
        var known = ZONES.get(zone.toUpperCase(Locale.ROOT).replaceFirst(".*/", ""));
        return known == null ? null : ZoneOffset.of(known);
    }

    /**
     * The instant. A day without a time is taken at noon, when that day is today in most of the world.
     *
     * @param unstated the offset that a wall clock without one stands for
     */
    public Instant at(ZoneOffset unstated) {
        return day.atTime(time == null ? NOON : time).toInstant(offset == null ? unstated : offset);
    }

    /** ISO 8601, with as much as is stated. */
    @Override
    public String toString() {
        return day + (time == null ? "" : "T" + time) + (time == null || offset == null ? "" : offset.toString());
    }
}
