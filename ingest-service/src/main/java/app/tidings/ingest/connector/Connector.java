package app.tidings.ingest.connector;

import org.jspecify.annotations.Nullable;

/**
 * Reads one kind of source. A plug-in: a bean that {@link Connectors} finds by the settings that it reads. Holds no state of
 * its own between two readings.
 *
 * @param <S> what the kind needs to know
 */
public interface Connector<S extends ConnectorSettings> {

    /** The kind of settings that it reads. */
    Class<S> settings();

    /** What the operator must set before there can be such sources, in words that name it; null where nothing is missing. */
    default @Nullable String lacking() {
        return null;
    }

    /**
     * Reads a source once, through {@link Ask#fetch}. What the other side does wrong is a {@link Reading.Failed}; what is
     * thrown counts as a defect of our own. Not asked while something is {@link #lacking}.
     */
    Reading read(S settings, Ask ask);
}
