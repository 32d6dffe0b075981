package app.tidings.curation.enrich;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.temporal.ChronoField;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Reads the instant that a page states, in the forms that are in use. Pure; never throws. */
final class PageDate {

    private static final DateTimeFormatter WITH_OFFSET = new DateTimeFormatterBuilder()
            .parseCaseInsensitive()
            .append(DateTimeFormatter.ISO_LOCAL_DATE)
            .appendPattern("['T'][' ']HH:mm[:ss]")
            .optionalStart()
            .appendFraction(ChronoField.NANO_OF_SECOND, 1, 9, true)
            .optionalEnd()
            .appendPattern("[' ']")
            .optionalStart()
            .appendOffset("+HH:MM", "Z")
            .optionalEnd()
            .optionalStart()
            .appendOffset("+HHmm", "Z") // and +HH
            .optionalEnd()
            .toFormatter(Locale.ROOT);

    private static final DateTimeFormatter LOCAL = new DateTimeFormatterBuilder()
            .appendPattern("yyyy[-][/][.][年]M[-][/][.][月]d[日]['T'][' ']H:mm[:ss]")
            .toFormatter(Locale.ROOT);

    private static final DateTimeFormatter DAY = new DateTimeFormatterBuilder()
            .appendPattern("yyyy[-][/][.][年]M[-][/][.][月]d[日]")
            .toFormatter(Locale.ROOT);

    private static final DateTimeFormatter ENGLISH_DAY = new DateTimeFormatterBuilder()
            .parseCaseInsensitive()
            .appendPattern("[MMMM][MMM] d, yyyy")
            .toFormatter(Locale.ENGLISH);

    private static final int LONGEST = 60;

    /** No page is older than the web, and a hostile one may name a year that no store can keep. */
    private static final Instant EARLIEST = Instant.parse("1990-01-01T00:00:00Z");

    private static final Instant LATEST = Instant.parse("2100-01-01T00:00:00Z");

    private PageDate() {}

    /**
     * The instant, if the text is one at which a page can have been published.
     *
     * @param unstated the offset that a wall clock without one stands for
     */
    static Optional<Instant> of(@Nullable String stated, ZoneOffset unstated) {
        if (stated == null || stated.isBlank() || stated.length() > LONGEST) {
            return Optional.empty();
        }
        var text = stated.strip();
        List<Function<String, Instant>> forms = List.of(
                each -> OffsetDateTime.parse(each, WITH_OFFSET).toInstant(),
                each -> OffsetDateTime.parse(each, DateTimeFormatter.RFC_1123_DATE_TIME)
                        .toInstant(),
                each -> LocalDateTime.parse(each, LOCAL).toInstant(unstated),
                each -> LocalDateTime.parse(each, DateTimeFormatter.ISO_LOCAL_DATE_TIME)
                        .toInstant(unstated),
                each -> LocalDate.parse(each, DAY).atStartOfDay().toInstant(unstated),
                each -> LocalDate.parse(each, ENGLISH_DAY).atStartOfDay().toInstant(unstated));
        return forms.stream()
                .map(form -> read(form, text))
                .flatMap(Optional::stream)
                .filter(each -> !each.isBefore(EARLIEST) && each.isBefore(LATEST))
                .findFirst();
    }

    private static Optional<Instant> read(Function<String, Instant> form, String text) {
        try {
            return Optional.of(form.apply(text));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }
}
