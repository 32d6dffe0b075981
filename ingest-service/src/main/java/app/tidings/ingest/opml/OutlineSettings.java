package app.tidings.ingest.opml;

import app.tidings.ingest.connector.FeedSettings;
import app.tidings.ingest.connector.RequestSettings;
import app.tidings.ingest.source.SourceSettings;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * All that people set of a source, as it travels in one attribute of an outline: JSON, of any kind of source, without its
 * secrets. And what other programs' folders and categories are to us: tags.
 */
final class OutlineSettings {

    private static final int MAX_TAG = 64;
    private static final Pattern NOT_OF_A_TAG = Pattern.compile("[^\\p{Ll}\\p{Lo}\\p{M}\\p{N}]+");

    /** What XML 1.0 cannot hold (§2.2): halves of characters, and two that are none. */
    private static final Pattern NOT_OF_XML = Pattern.compile("[\\p{Cs}\\ufffe\\uffff]");

    private static final JsonMapper JSON = JsonMapper.builder()
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .changeDefaultPropertyInclusion(what -> what.withValueInclusion(JsonInclude.Include.NON_EMPTY))
            .build();

    private OutlineSettings() {}

    /** Whether name, address, interval and tags of a feed are all that was set: then the outline's other attributes tell it. */
    static boolean isPlain(SourceSettings settings) {
        return settings.connector() instanceof FeedSettings
                && settings.folder().isEmpty() // else a reader takes its name for a tag
                && settings.tags().equals(tags(settings.tags().stream()))
                && settings.equals(SourceSettings.of(settings.name(), settings.connector())
                        .withInterval(settings.intervalMinutes())
                        .withTags(settings.tags()));
    }

    /** The settings without cookie and such headers as hold a secret, and without the folder, which the outlines around tell. */
    static String write(SourceSettings settings) {
        var open = settings.withFolder(List.of()).withRequest(withoutSecrets(settings.request()));
        return NOT_OF_XML.matcher(JSON.writeValueAsString(open)).replaceAll(OutlineSettings::escaped);
    }

    /** Only strings of JSON can hold such a character, and there it may be written so. */
    private static String escaped(MatchResult character) {
        return "\\\\u%04x".formatted((int) character.group().charAt(0));
    }

    private static RequestSettings withoutSecrets(RequestSettings request) {
        var open = new LinkedHashMap<>(request.shown().headers());
        open.values().removeIf(RequestSettings.SET::equals);
        return new RequestSettings(open, null, request.userAgent(), request.proxy());
    }

    /** What {@link #write} wrote; null for anything else. */
    static @Nullable SourceSettings read(@Nullable String attribute) {
        if (attribute == null) {
            return null;
        }
        try {
            var settings = JSON.readValue(attribute, SourceSettings.class);
            return settings == null || Objects.isNull(settings.connector()) ? null : settings;
        } catch (JacksonException e) {
            return null; // then the outline is as good as one of another program
        }
    }

    /** Names of folders and categories as tags, each once; those of which no letter or digit stays are left out. */
    static List<String> tags(Stream<String> names) {
        return names.map(OutlineSettings::tag)
                .filter(tag -> !tag.isEmpty())
                .distinct()
                .toList();
    }

    private static String tag(String name) {
        var slug = NOT_OF_A_TAG
                .matcher(name.strip().toLowerCase(Locale.ROOT))
                .replaceAll("-")
                .replaceAll("^-|-$", "");
        return slug.substring(0, Math.min(MAX_TAG, slug.length()));
    }
}
