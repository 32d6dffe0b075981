package app.tidings.ingest.connector;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** All connectors, each found by the settings that it reads. */
@Component
public class Connectors {

    private final Map<Class<?>, Connector<?>> bySettings;

    Connectors(List<Connector<?>> all) {
        bySettings = all.stream().collect(Collectors.toUnmodifiableMap(Connector::settings, Function.identity()));
        for (var kind : ConnectorSettings.class.getPermittedSubclasses()) {
            if (!bySettings.containsKey(kind)) {
                throw new IllegalStateException("no connector reads " + kind.getSimpleName());
            }
        }
    }

    /** What the operator must set before there can be sources of this kind, in words that name it; null where nothing is missing. */
    public @Nullable String lacking(ConnectorSettings settings) {
        return of(settings).lacking();
    }

    /** Reads a source of whatever kind. */
    public Reading read(ConnectorSettings settings, Ask ask) {
        var lacking = lacking(settings);
        return lacking == null
                ? read(of(settings), settings, ask)
                : new Reading.Failed("not-configured", lacking, Hints.NONE);
    }

    private Connector<?> of(ConnectorSettings settings) {
        var connector = bySettings.get(settings.getClass());
        if (connector == null) {
            throw new IllegalStateException("no connector reads " + settings.getClass());
        }
        return connector;
    }

    private static <S extends ConnectorSettings> Reading read(
            Connector<S> connector, ConnectorSettings settings, Ask ask) {
        return connector.read(connector.settings().cast(settings), ask);
    }
}
