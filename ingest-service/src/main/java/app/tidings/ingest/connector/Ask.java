package app.tidings.ingest.connector;

import app.tidings.platform.fetch.FetchRequest;
import app.tidings.platform.fetch.Fetched;
import java.net.URI;
import java.time.Instant;
import java.util.function.Function;

/**
 * What a connector has in hand for one reading.
 *
 * @param host that of the source: it alone gets what {@code request} says
 * @param last what was read last
 * @param request how the source is to be asked
 * @param fetcher the safe fetcher, or what answers in its place where the content is here already; it never throws for what
 *     the other side does
 * @param now when the poll began
 */
public record Ask(
        String host, Validators last, RequestSettings request, Function<FetchRequest, Fetched> fetcher, Instant now) {

    /** A request for an address, asked as the source's settings say if it is at the source's own host. */
    public FetchRequest get(URI address) {
        var plain = FetchRequest.get(address);
        return host.equalsIgnoreCase(Wording.host(address)) ? request.on(plain) : plain;
    }

    /** The same request, to be answered in full only if the content is another than what was read last. */
    public FetchRequest ifChanged(FetchRequest asked) {
        return asked.ifNoneMatch(last.etag()).ifModifiedSince(last.lastModified());
    }

    /** Asks; never throws for what the other side does. */
    public Fetched fetch(FetchRequest asked) {
        return fetcher.apply(asked);
    }
}
