package app.tidings.ingest.connector;

/**
 * Reads one kind of source. A plug-in: a bean that {@link Connectors} finds by the settings that it reads. Holds no state of
 * its own between two readings.
 *
 * @param <S> what the kind needs to know
 */
public interface Connector<S extends ConnectorSettings> {

    /** The kind of settings that it reads. */
    Class<S> settings();

    /**
     * Reads a source once, through {@link Ask#fetch}. What the other side does wrong is a {@link Reading.Failed}; what is
     * thrown counts as a defect of our own.
     */
    Reading read(S settings, Ask ask);
}
