package app.tidings.ingest.feed.date;

import static java.util.Map.entry;

import java.time.DateTimeException;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The zone of a date as it is written behind the time: an offset, a name, or both. */
final class ZoneText {

    private static final Pattern OFFSET =
            Pattern.compile("(?:GMT|UTC|UT|Z|ETC/GMT)?\\s*([+-])\\s?(\\d{1,2}):?(\\d{2})?(?:\\s+[A-Z]{1,5})?");
    private static final Pattern NAME = Pattern.compile("[A-Z][A-Z/_]*");
    private static final Pattern REGION = Pattern.compile("[A-Za-z]+(?:/[A-Za-z_-]+){1,2}");
    private static final Pattern PART_END = Pattern.compile("[,;|]");
    private static final Pattern COMMENT = Pattern.compile("\\([^()]*\\)|\\[[^\\[\\]]*\\]");

    /** In minutes. Letters are those of RFC 822 §5.2; of names that several countries use, the meaning that feeds give them. */
    private static final Map<String, Integer> MINUTES = Map.ofEntries(
            entry("EST", -300),
            entry("EDT", -240),
            entry("ET", -300),
            entry("CST", -360),
            entry("CDT", -300),
            entry("CT", -360),
            entry("MST", -420),
            entry("MDT", -360),
            entry("MT", -420),
            entry("PST", -480),
            entry("PDT", -420),
            entry("PT", -480),
            entry("AST", -240),
            entry("ADT", -180),
            entry("AT", -240),
            entry("AKST", -540),
            entry("AKDT", -480),
            entry("HST", -600),
            entry("NST", -210),
            entry("NDT", -150),
            entry("BST", 60),
            entry("WEST", 60),
            entry("CET", 60),
            entry("MET", 60),
            entry("CEST", 120),
            entry("MEST", 120),
            entry("MESZ", 120),
            entry("MEZ", 60),
            entry("SAST", 120),
            entry("EET", 120),
            entry("EEST", 180),
            entry("MSK", 180),
            entry("PKT", 300),
            entry("IST", 330),
            entry("JST", 540),
            entry("KST", 540),
            entry("HKT", 480),
            entry("SGT", 480),
            entry("AWST", 480),
            entry("AEST", 600),
            entry("AEDT", 660),
            entry("NZST", 720),
            entry("NZDT", 780),
            entry("A", -60),
            entry("M", -720),
            entry("N", 60),
            entry("Y", 720));

    private ZoneText() {}

    /**
     * The zone that is meant; UTC for none and for a name that nobody knows, null for what is no zone. Behind a comma and its
     * like may stand any text.
     */
    static @Nullable ZoneId zone(String text) {
        var written = text.indexOf('(') < 0 && text.indexOf('[') < 0 ? text : withoutComment(text);
        var parts = PART_END.split(written, 3);
        var zone = stated(parts[0].replace('"', ' ').strip());
        if (parts.length == 1 || !parts[0].isBlank()) {
            return zone;
        }
        var behind = stated(parts[1].strip());
        return behind == null ? zone : behind;
    }

    private static @Nullable ZoneId stated(String written) {
        var zone = written.toUpperCase(Locale.ROOT);
        if (zone.isEmpty() || zone.equals("Z") || zone.equals("GMT")) {
            return ZoneOffset.UTC;
        }
        var offset = OFFSET.matcher(zone);
        if (offset.matches()) {
            var sign = offset.group(1).equals("-") ? -1 : 1;
            var minutes = offset.group(3) == null ? 0 : Integer.parseInt(offset.group(3));
            return ZoneOffset.ofHoursMinutes(sign * Integer.parseInt(offset.group(2)), sign * minutes);
        }
        if (REGION.matcher(written).matches()) {
            return region(written);
        }
        return NAME.matcher(zone).matches() ? ZoneOffset.ofTotalSeconds(60 * MINUTES.getOrDefault(zone, 0)) : null;
    }

    private static ZoneId region(String name) {
        try {
            return ZoneId.of(name);
        } catch (DateTimeException e) {
            return ZoneOffset.UTC;
        }
    }

    /** A comment says again what stands before it, unless nothing does. */
    private static String withoutComment(String text) {
        var without = COMMENT.matcher(text).replaceAll(" ");
        return without.isBlank() ? text.replaceAll("[()\\[\\]]", " ") : without;
    }
}
