package app.tidings.ingest.connector;

import app.tidings.platform.fetch.SafeFetcher;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;
import tools.jackson.core.json.JsonReadFeature;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** What connectors that a test makes itself are given. */
final class TestApis {

    static final Instant NOW = Instant.parse("2026-11-22T10:00:00Z");

    private static final JsonMapper LENIENT = JsonMapper.builder()
            .enable(JsonReadFeature.ALLOW_SINGLE_QUOTES, JsonReadFeature.ALLOW_UNQUOTED_PROPERTY_NAMES)
            .build();

    private TestApis() {}

    /** Settings with these changes, such as {@code github.api=http://…}. */
    static ApiSettings settings(String... changes) {
        var properties = new HashMap<String, String>();
        for (var change : changes) {
            var parts = change.split("=", 2);
            properties.put("tidings.ingest." + parts[0], parts[1]);
        }
        return new Binder(new MapConfigurationPropertySource(properties))
                .bindOrCreate("tidings.ingest", ApiSettings.class);
    }

    /** A source's {@code connector}, written as JSON whose names and texts need no double quotes. */
    static Map<String, Object> kind(String connector) {
        return LENIENT.readValue(connector, new TypeReference<>() {});
    }

    /** A first reading. */
    static Ask ask(SafeFetcher fetcher, Instant now) {
        return new Ask("any.example", Validators.NONE, RequestSettings.NONE, fetcher::fetch, now);
    }
}
