package app.tidings.local.inspect.score;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Compares what was read of pages' own words about themselves with what another reader reads of them, field by field. */
public record PageFields(Tally tally) {

    private static final List<String> FIELDS =
            List.of("title", "description", "image", "author", "date", "url", "lang");
    private static final int DAY = "2026-11-29".length();

    /**
     * Counts each field that the other reader found into the measure {@code fields}. A date is right as well on a day that the
     * page states itself; of a language the first subtag counts.
     *
     * @param got what {@code inspect page} says of the page
     */
    public void add(JsonNode expected, JsonNode got) {
        for (var field : FIELDS) {
            var wanted = Alike.text(expected, field);
            if (wanted != null) {
                var right = isRight(field, wanted, Alike.text(got, field), expected.path("dates_stated"));
                tally.count("fields", right, expected.path("id").asString() + " " + field);
            }
        }
    }

    private static boolean isRight(String field, String wanted, @Nullable String got, JsonNode stated) {
        return switch (field) {
            case "image", "url" -> Alike.sameAddress(got, wanted);
            case "lang" -> got != null && primary(got).equals(primary(wanted));
            case "date" ->
                got != null
                        && (isSame(got, wanted)
                                || stated.valueStream()
                                        .anyMatch(each -> day(each.asString()).equals(day(got))));
            default -> Alike.sameWords(got, wanted);
        };
    }

    private static String primary(String language) {
        return language.toLowerCase(Locale.ROOT).split("[-_]", -1)[0];
    }

    private static String day(String date) {
        return date.length() <= DAY ? date : date.substring(0, DAY);
    }

    private static boolean isSame(String got, String wanted) {
        return Objects.equals(instant(got), instant(wanted));
    }

    private static @Nullable Instant instant(String date) {
        try {
            return date.length() <= DAY
                    ? LocalDate.parse(date).atStartOfDay().toInstant(ZoneOffset.UTC)
                    : date.matches(".*(Z|[+-]\\d{2}:?\\d{2})")
                            ? OffsetDateTime.parse(date).toInstant()
                            : LocalDateTime.parse(date).toInstant(ZoneOffset.UTC);
        } catch (DateTimeException e) {
            return null;
        }
    }
}
