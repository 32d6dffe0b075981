package app.tidings.ingest.connector;

import app.tidings.contracts.BadValue;
import app.tidings.platform.fetch.FetchSettings;
import org.springframework.stereotype.Component;

/** What this installation can read: by what its kinds of sources are set up with, and by its operator's proxies. */
@Component
public class Admission {

    private final Connectors connectors;
    private final FetchSettings fetching;

    Admission(Connectors connectors, FetchSettings fetching) {
        this.connectors = connectors;
        this.fetching = fetching;
    }

    /**
     * Checks where a source that is to be added is read, and how it is asked.
     *
     * @throws BadValue for one that cannot be read here, in words that say what to change
     */
    public void check(ConnectorSettings connector, RequestSettings request) {
        check(request);
        connectors.refuseWhatLacksSomething(connector);
    }

    /** Checks how a standing source is asked; what its kind lacks by now is told by its polls. */
    public void check(RequestSettings request) {
        var proxy = request.proxy();
        if (proxy != null && !fetching.allowsProxy(proxy)) {
            throw new BadValue("request.proxy is none of those that the operator allows (tidings.fetch.proxies)");
        }
    }
}
