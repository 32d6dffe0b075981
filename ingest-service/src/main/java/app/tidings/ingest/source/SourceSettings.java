package app.tidings.ingest.source;

import app.tidings.ingest.connector.ConnectorSettings;
import app.tidings.ingest.connector.RequestSettings;
import java.time.Instant;
import java.util.IllformedLocaleException;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What people set of a source. Made leniently, since it is read from the store too; {@link #fault()} says what is wrong.
 *
 * @param name for people; one line
 * @param connector the kind of source, and what is needed to read it
 * @param intervalMinutes between two polls; null for one that follows the source's own activity
 * @param tags slugs in the letters of any script, each once
 * @param owner who looks after it; a name
 * @param language BCP 47; null for what the source says itself
 * @param weight how much it counts beside others, from 1 to 100
 * @param licence of its content, such as CC-BY-4.0; free text
 * @param notes for its owner and other editors; free text
 * @param request how it is asked, where it wants more than others
 * @param standing whether it is polled
 * @param keepNewest how many new links one poll may bring, the newest first; null for all
 * @param mutedUntil until when it brings no links; null for one that is not muted
 */
public record SourceSettings(
        String name,
        ConnectorSettings connector,
        @Nullable Integer intervalMinutes,
        List<String> tags,
        @Nullable String owner,
        @Nullable String language,
        int weight,
        @Nullable String licence,
        @Nullable String notes,
        RequestSettings request,
        Standing standing,
        @Nullable Integer keepNewest,
        @Nullable Instant mutedUntil) {

    /** Longest name, in characters. */
    public static final int MAX_NAME = 200;

    /** The weight of a source of which nobody said anything. */
    public static final int USUAL_WEIGHT = 50;

    private static final int MAX_WEIGHT = 100;
    private static final int MAX_NOTES = 4_000;
    private static final int MAX_TAGS = 50;
    private static final int MAX_INTERVAL_MINUTES = 7 * 24 * 60;
    private static final int MAX_NEW_LINKS = 1_000;
    private static final Pattern TAG = Pattern.compile("[\\p{Ll}\\p{Lo}\\p{M}\\p{N}-]{1,64}");

    public SourceSettings {
        name = Source.plain(name, Integer.MAX_VALUE);
        tags = tags == null
                ? List.of()
                : tags.stream().filter(Objects::nonNull).distinct().toList();
        owner = blankToNull(owner);
        language = blankToNull(language);
        licence = blankToNull(licence);
        notes = blankToNull(notes);
        request = Objects.requireNonNullElse(request, RequestSettings.NONE);
        standing = Objects.requireNonNullElseGet(standing, Standing.Active::new);
    }

    private static @Nullable String blankToNull(@Nullable String text) {
        return text == null || text.isBlank() ? null : text.strip();
    }

    /** A source of which no more is said than this. */
    public static SourceSettings of(@Nullable String name, ConnectorSettings connector) {
        return new SourceSettings(
                name == null ? "" : name,
                connector,
                null,
                List.of(),
                null,
                null,
                USUAL_WEIGHT,
                null,
                null,
                RequestSettings.NONE,
                new Standing.Active(),
                null,
                null);
    }

    /** The same with another interval, in minutes. */
    public SourceSettings withInterval(@Nullable Integer minutes) {
        return with(connector, minutes, standing);
    }

    /** The same, read otherwise, such as at another address. */
    public SourceSettings withConnector(ConnectorSettings other) {
        return with(other, intervalMinutes, standing);
    }

    /** The same, standing otherwise. */
    public SourceSettings withStanding(Standing other) {
        return with(connector, intervalMinutes, other);
    }

    /** The same with other tags. */
    public SourceSettings withTags(List<String> others) {
        return with(connector, intervalMinutes, standing, others);
    }

    private SourceSettings with(ConnectorSettings connector, @Nullable Integer minutes, Standing standing) {
        return with(connector, minutes, standing, tags);
    }

    private SourceSettings with(
            ConnectorSettings connector, @Nullable Integer minutes, Standing standing, List<String> tags) {
        return new SourceSettings(
                name,
                connector,
                minutes,
                tags,
                owner,
                language,
                weight,
                licence,
                notes,
                request,
                standing,
                keepNewest,
                mutedUntil);
    }

    /** What is wrong with it, in words that say what to change; null where nothing is. */
    public @Nullable String fault() {
        if (name.isEmpty() || name.length() > MAX_NAME) {
            return "name is missing or longer than %d characters".formatted(MAX_NAME);
        }
        if (isOutside(intervalMinutes, MAX_INTERVAL_MINUTES)) {
            return "intervalMinutes is not from 1 to " + MAX_INTERVAL_MINUTES;
        }
        if (isOutside(weight, MAX_WEIGHT)) {
            return "weight is not from 1 to " + MAX_WEIGHT;
        }
        if (isOutside(keepNewest, MAX_NEW_LINKS)) {
            return "keepNewest is not from 1 to " + MAX_NEW_LINKS;
        }
        var wording = faultOfWords();
        if (wording != null) {
            return wording;
        }
        var asking = request.fault();
        return asking != null ? asking : connector.fault();
    }

    private static boolean isOutside(@Nullable Integer value, int most) {
        return value != null && (value < 1 || value > most);
    }

    private @Nullable String faultOfWords() {
        if (tags.size() > MAX_TAGS
                || !tags.stream().allMatch(tag -> TAG.matcher(tag).matches())) {
            return "tags are more than %d, or one is not of lower-case letters, digits and hyphens".formatted(MAX_TAGS);
        }
        if (isTooLong(owner, MAX_NAME) || isTooLong(licence, MAX_NAME) || isTooLong(notes, MAX_NOTES)) {
            return "owner or licence is longer than %d characters, or notes than %d".formatted(MAX_NAME, MAX_NOTES);
        }
        if (language != null && !isLanguage(language)) {
            return "language is not a tag such as en or zh-Hans";
        }
        return standing instanceof Standing.Paused(var reason) && isTooLong(reason, MAX_NAME)
                ? "the reason for the pause is longer than %d characters".formatted(MAX_NAME)
                : null;
    }

    private static boolean isTooLong(@Nullable String text, int most) {
        return text != null && text.length() > most;
    }

    private static boolean isLanguage(String tag) {
        try {
            return !new Locale.Builder()
                    .setLanguageTag(tag)
                    .build()
                    .getLanguage()
                    .isEmpty();
        } catch (IllformedLocaleException e) {
            return false;
        }
    }
}
