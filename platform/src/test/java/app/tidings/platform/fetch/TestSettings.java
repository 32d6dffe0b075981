package app.tidings.platform.fetch;

import java.util.HashMap;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

/** Settings of which a test names only what it is about, read as a service reads them. */
public final class TestSettings {

    private TestSettings() {}

    /** Settings with these changes, such as {@code total-timeout=200ms}. */
    public static FetchSettings with(String... changes) {
        var properties = new HashMap<String, String>();
        for (var change : List.of(changes)) {
            var equals = change.indexOf('=');
            properties.put("tidings.fetch." + change.substring(0, equals), change.substring(equals + 1));
        }
        return new Binder(new MapConfigurationPropertySource(properties))
                .bindOrCreate("tidings.fetch", FetchSettings.class);
    }

    /** Settings that let a test reach its server on loopback. */
    public static FetchSettings onLoopback(String... changes) {
        return with(Stream.concat(Stream.of(changes), Stream.of("allowed-private=127.0.0.0/8"))
                .toArray(String[]::new));
    }
}
