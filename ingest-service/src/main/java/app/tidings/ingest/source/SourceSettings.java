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
 * @param folder where it stands among folders, from the outermost inwards; empty for none. For lists alone: no rule knows it
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
        List<String> folder,
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
    private static final int MAX_DEPTH = 10;
    private static final int MAX_INTERVAL_MINUTES = 7 * 24 * 60;
    private static final int MAX_NEW_LINKS = 1_000;
    private static final Pattern LANGUAGE = Pattern.compile("[A-Za-z]{2,3}(?:-[A-Za-z0-9]{2,8}){0,4}");
    private static final Pattern TAG = Pattern.compile("[\\p{Ll}\\p{Lo}\\p{M}\\p{N}-]{1,64}");

    public SourceSettings {
        name = Source.plain(name, Integer.MAX_VALUE);
        tags = tags == null
                ? List.of()
                : tags.stream().filter(Objects::nonNull).distinct().toList();
        folder = folder == null
                ? List.of()
                : folder.stream()
                        .map(each -> Source.plain(each, Integer.MAX_VALUE))
                        .filter(each -> !each.isEmpty())
                        .toList();
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
        return with(connector, minutes, tags, folder, request, standing);
    }

    /** The same, read otherwise, such as at another address. */
    public SourceSettings withConnector(ConnectorSettings other) {
        return with(other, intervalMinutes, tags, folder, request, standing);
    }

    /** The same, standing otherwise. */
    public SourceSettings withStanding(Standing other) {
        return with(connector, intervalMinutes, tags, folder, request, other);
    }

    /** The same with other tags. */
    public SourceSettings withTags(List<String> others) {
        return with(connector, intervalMinutes, others, folder, request, standing);
    }

    /** The same in another folder. */
    public SourceSettings withFolder(List<String> other) {
        return with(connector, intervalMinutes, tags, other, request, standing);
    }

    /** The same, asked otherwise. */
    public SourceSettings withRequest(RequestSettings other) {
        return with(connector, intervalMinutes, tags, folder, other, standing);
    }

    private SourceSettings with(
            ConnectorSettings connector,
            @Nullable Integer minutes,
            List<String> tags,
            List<String> folder,
            RequestSettings request,
            Standing standing) {
        return new SourceSettings(
                name,
                connector,
                minutes,
                tags,
                folder,
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
        if (folder.size() > MAX_DEPTH || folder.stream().anyMatch(each -> each.length() > MAX_NAME)) {
            return "folder is deeper than %d, or a name in it is longer than %d characters"
                    .formatted(MAX_DEPTH, MAX_NAME);
        }
        if (isTooLong(owner, MAX_NAME) || isTooLong(licence, MAX_NAME) || isTooLong(notes, MAX_NOTES)) {
            return "owner or licence is longer than %d characters, or notes than %d".formatted(MAX_NAME, MAX_NOTES);
        }
        if (language != null && !isLanguage(language)) {
            return "language is not a tag such as en or zh-Hans";
        }
        return switch (standing) {
            case Standing.Paused(var reason)
            when isTooLong(reason, MAX_NAME) ->
                "the reason for the pause is longer than %d characters".formatted(MAX_NAME);
            case Standing.Snoozed(var until)
            when until == null || !until.isBefore(Standing.NEVER) ->
                "standing is snoozed without a time in until, or for ever";
            case Standing.Active _, Standing.Paused _, Standing.Snoozed _, Standing.Archived _ -> null;
        };
    }

    private static boolean isTooLong(@Nullable String text, int most) {
        return text != null && text.length() > most;
    }

    /** A language as a source states it, as a tag of BCP 47; null where it is none, such as {@code English}. */
    public static @Nullable String languageTag(@Nullable String stated) {
        var tag = stated == null ? "" : stated.strip().replace('_', '-');
        return LANGUAGE.matcher(tag).matches() && isLanguage(tag) ? tag : null;
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
