package app.tidings.ingest.connector;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * When a feed says of itself that looking at it is of use: RSS 2.0's {@code ttl}, {@code skipHours} and {@code skipDays}, and
 * RSS 1.0's syndication module.
 *
 * @param minutes the least between two looks; null where nothing is said
 * @param skipHours of the day in UTC, 0 to 23, in which it is not looked at
 * @param skipDays days of the week in UTC in which it is not looked at
 */
public record Schedule(@Nullable Integer minutes, Set<Integer> skipHours, Set<DayOfWeek> skipDays) {

    /** It says nothing. */
    public static final Schedule NONE = new Schedule(null, Set.of(), Set.of());

    private static final int HEAD = 16 * 1024;
    private static final int MAX_MINUTES = 7 * 24 * 60;
    private static final int HOURS_A_DAY = 24;
    private static final Pattern FIRST_ENTRY = Pattern.compile("<(?:[\\w-]+:)?(?:item|entry)\\b");
    private static final Pattern TTL = Pattern.compile("<ttl>\\s*(\\d{1,6})\\s*</ttl>");
    private static final Pattern PERIOD = Pattern.compile(
            "<sy:updatePeriod>\\s*(hourly|daily|weekly|monthly|yearly)\\s*</sy:updatePeriod>",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern FREQUENCY =
            Pattern.compile("<sy:updateFrequency>\\s*(\\d{1,4})\\s*</sy:updateFrequency>");
    private static final Pattern HOUR = Pattern.compile("<hour>\\s*(\\d{1,2})\\s*</hour>");
    private static final Pattern DAY = Pattern.compile("<day>\\s*([A-Za-z]{6,9})\\s*</day>");
    private static final Map<String, Duration> PERIODS = Map.of(
            "hourly", Duration.ofHours(1),
            "daily", Duration.ofDays(1),
            "weekly", Duration.ofDays(7),
            "monthly", Duration.ofDays(30),
            "yearly", Duration.ofDays(365));

    public Schedule {
        skipHours = Set.copyOf(skipHours);
        skipDays = Set.copyOf(skipDays);
    }

    /**
     * What stands before a feed's first entry. The words are ASCII, so the bytes are looked at in whatever charset; a feed in
     * UTF-16 says nothing to us here.
     */
    static Schedule of(byte[] feed) {
        var head = new String(feed, 0, Math.min(HEAD, feed.length), ISO_8859_1);
        var entry = FIRST_ENTRY.matcher(head);
        var before = entry.find() ? head.substring(0, entry.start()) : head;
        var schedule = new Schedule(minutes(before), hours(before), days(before));
        return schedule.equals(NONE) ? NONE : schedule;
    }

    private static @Nullable Integer minutes(String head) {
        var ttl = first(TTL, head);
        var period = first(PERIOD, head);
        var least = ttl == null ? 0L : Long.parseLong(ttl);
        if (period != null) {
            var frequency = first(FREQUENCY, head);
            var each = Math.max(1, frequency == null ? 1 : Integer.parseInt(frequency));
            var length = PERIODS.getOrDefault(period.toLowerCase(Locale.ROOT), Duration.ZERO);
            least = Math.max(least, length.toMinutes() / each);
        }
        return least == 0 ? null : (int) Math.min(least, MAX_MINUTES);
    }

    private static @Nullable String first(Pattern pattern, String head) {
        var matcher = pattern.matcher(head);
        return matcher.find() ? matcher.group(1) : null;
    }

    private static List<String> within(String element, Pattern each, String head) {
        var start = head.indexOf("<" + element + ">");
        var end = start < 0 ? -1 : head.indexOf("</" + element + ">", start);
        return end < 0
                ? List.of()
                : each.matcher(head.substring(start, end))
                        .results()
                        .map(result -> result.group(1))
                        .toList();
    }

    private static Set<Integer> hours(String head) {
        var hours = new TreeSet<Integer>();
        // Netscape counted to 24, which is midnight as well as 0 is
        within("skipHours", HOUR, head).forEach(hour -> hours.add(Integer.parseInt(hour) % HOURS_A_DAY));
        return hours.size() == HOURS_A_DAY ? Set.of() : hours;
    }

    private static Set<DayOfWeek> days(String head) {
        var days = EnumSet.noneOf(DayOfWeek.class);
        var named = within("skipDays", DAY, head);
        Arrays.stream(DayOfWeek.values())
                .filter(day -> named.stream().anyMatch(day.name()::equalsIgnoreCase))
                .forEach(days::add);
        return days.size() == DayOfWeek.values().length ? Set.of() : days;
    }

    /** The first time from then on that is in no skipped hour or day. */
    public Instant firstAllowed(Instant wish) {
        var time = wish.atOffset(ZoneOffset.UTC);
        // all hours of a week, and the one in which it began
        for (var i = 0; i <= MAX_MINUTES / 60; i++) {
            if (!skipHours.contains(time.getHour()) && !skipDays.contains(time.getDayOfWeek())) {
                return time.toInstant();
            }
            time = time.truncatedTo(ChronoUnit.HOURS).plusHours(1);
        }
        return wish;
    }
}
