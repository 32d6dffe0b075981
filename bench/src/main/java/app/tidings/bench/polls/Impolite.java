package app.tidings.bench.polls;

import java.util.stream.Stream;

/** Settings without politeness: all feeds of a benchmark have one host, and that is ours. */
public final class Impolite {

    private Impolite() {}

    /** For a service that fetches, so many things at a time. */
    public static String[] fetching(int inFlight) {
        return new String[] {"--tidings.fetch.per-host=" + inFlight, "--tidings.fetch.allowed-private=127.0.0.0/8"};
    }

    /** For ingest, so many polls at a time. */
    public static String[] ingest(int inFlight) {
        var polling = Stream.of(
                "--tidings.ingest.poll.in-flight=" + inFlight,
                "--tidings.ingest.poll.per-host=" + inFlight,
                "--tidings.ingest.poll.host-gap=0ms");
        return Stream.concat(Stream.of(fetching(inFlight)), polling).toArray(String[]::new);
    }

    /** For ingest where nobody takes its links, which would come to be published again and again. */
    static String[] ingestAlone(int inFlight) {
        var waiting = Stream.of("--tidings.ingest.untaken.first-wait=24h");
        return Stream.concat(Stream.of(ingest(inFlight)), waiting).toArray(String[]::new);
    }
}
