package app.tidings.platform.time;

import java.time.Duration;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** How long a recording is, in the ways in which pages and feeds write it. */
public final class RunningTime {

    private static final Duration LONGEST = Duration.ofHours(100);

    /** Days, hours, minutes and seconds of ISO 8601; some leave the {@code T} out, or write small letters. */
    private static final Pattern ISO =
            Pattern.compile("(?i)P(?:(\\d{1,3})D)?T?(?:(\\d{1,4})H)?(?:(\\d{1,5})M)?(?:(\\d{1,7})(?:[.,]\\d+)?S)?");

    private static final Pattern CLOCK = Pattern.compile("(?:(\\d{1,3}):)?(\\d{1,3}):(\\d{1,2})");
    private static final Pattern SECONDS = Pattern.compile("(\\d{1,7})(?:\\.\\d+)?");

    private RunningTime() {}

    /** Reads {@code PT1H2M3S}, {@code 1:02:03}, {@code 62:03}, or seconds; empty for nothing, for none and for more than 100 hours. */
    public static Optional<Duration> of(@Nullable String written) {
        if (written == null) {
            return Optional.empty();
        }
        return seconds(written.strip())
                .filter(each -> each > 0)
                .map(Duration::ofSeconds)
                .filter(each -> each.compareTo(LONGEST) <= 0);
    }

    private static Optional<Long> seconds(String written) {
        var iso = ISO.matcher(written);
        if (iso.matches()) {
            var hours = number(iso.group(1)) * 24 + number(iso.group(2));
            return Optional.of((hours * 60 + number(iso.group(3))) * 60 + number(iso.group(4)));
        }
        var clock = CLOCK.matcher(written);
        if (clock.matches()) {
            return Optional.of((number(clock.group(1)) * 60 + number(clock.group(2))) * 60 + number(clock.group(3)));
        }
        var plain = SECONDS.matcher(written);
        return plain.matches() ? Optional.of(number(plain.group(1))) : Optional.empty();
    }

    private static long number(@Nullable String digits) {
        return digits == null ? 0 : Long.parseLong(digits);
    }
}
