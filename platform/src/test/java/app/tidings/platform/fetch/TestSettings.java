package app.tidings.platform.fetch;

import java.util.HashMap;
import java.util.List;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

/** Settings of which a test names only what it is about, read as a service reads them. */
final class TestSettings {

    private TestSettings() {}

    /** @param changes such as {@code total-timeout=200ms} */
    static FetchSettings with(String... changes) {
        var properties = new HashMap<String, String>();
        for (var change : List.of(changes)) {
            var equals = change.indexOf('=');
            properties.put("tidings.fetch." + change.substring(0, equals), change.substring(equals + 1));
        }
        return new Binder(new MapConfigurationPropertySource(properties))
                .bindOrCreate("tidings.fetch", FetchSettings.class);
    }

    /** Settings that let a test reach its server on loopback. */
    static FetchSettings onLoopback(String... changes) {
        return with(changes).allowingPrivate("127.0.0.0/8");
    }
}
