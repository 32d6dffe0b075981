package app.tidings.ingest.connector;

import app.tidings.contracts.BadValue;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
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

    /**
     * Refuses a new source of a kind for which the operator must set something first.
     *
     * @throws BadValue that names what is not set
     */
    public void refuseWhatLacksSomething(ConnectorSettings settings) {
        var lacking = of(settings).lacking();
        if (lacking != null) {
            throw new BadValue(lacking);
        }
    }

    /** Reads a source of whatever kind. */
    public Reading read(ConnectorSettings settings, Ask ask) {
        var lacking = of(settings).lacking();
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
