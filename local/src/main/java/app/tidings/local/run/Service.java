package app.tidings.local.run;

import java.util.Locale;

/** The four services. */
public enum Service {
    INGEST(8081),
    CURATION(8082),
    RENDER(8083),
    NOTIFY(8084);

    private final int port;

    Service(int port) {
        this.port = port;
    }

    int port() {
        return port;
    }

    /** As on the command line: {@code ingest}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The Maven module: {@code ingest-service}. */
    public String module() {
        return word() + "-service";
    }
}
