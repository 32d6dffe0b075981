package app.tidings.ingest.connector;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

/**
 * What a registry tells of an npm package: the full form of its
 * <a href="https://github.com/npm/registry/blob/main/docs/responses/package-metadata.md">package metadata</a>, since the
 * abbreviated one has no times. It holds all of every version's own file, so it is walked over and never kept.
 *
 * @param versions that can be had
 * @param times when each version came; those are among them that were taken back
 */
record Packument(
        Set<String> versions,
        Map<String, Instant> times,
        @Nullable String description) {

    /** Reads one to its end; null where the document has another form. */
    static @Nullable Packument read(JsonParser json) {
        if (json.nextToken() != JsonToken.START_OBJECT) {
            return null;
        }
        var versions = new HashSet<String>();
        var times = new HashMap<String, Instant>();
        var descriptions = new ArrayList<String>();
        each(json, field -> {
            switch (field) {
                case "versions" -> each(json, versions::add);
                case "time" -> each(json, version -> take(json, version, times));
                case "description" -> descriptions.add(json.getValueAsString(""));
                default -> {} // passed over
            }
        });
        return new Packument(versions, times, descriptions.isEmpty() ? null : descriptions.getFirst());
    }

    /** Stands at the value of each field of the object in turn, and passes over what was not read of it. */
    private static void each(JsonParser json, Consumer<String> field) {
        if (json.currentToken() != JsonToken.START_OBJECT) {
            return;
        }
        while (json.nextToken() == JsonToken.PROPERTY_NAME) {
            var name = json.currentName();
            json.nextToken();
            field.accept(name);
            json.skipChildren();
        }
    }

    private static void take(JsonParser json, String version, Map<String, Instant> times) {
        var time = json.currentToken() == JsonToken.VALUE_STRING ? ApiEntry.time(json.getString()) : null;
        if (time != null) {
            times.put(version, time);
        }
    }

    /** The versions whose time is known, the newest first. */
    List<String> newestFirst() {
        return versions.stream()
                .filter(times::containsKey)
                .sorted(Comparator.<String, Instant>comparing(times::get).reversed())
                .toList();
    }
}
