package app.tidings.ingest.websub;

import static java.nio.charset.StandardCharsets.UTF_8;

import app.tidings.contracts.Ids;
import app.tidings.ingest.connector.HubLinks;
import app.tidings.platform.address.HttpUrl;
import java.net.URI;
import java.util.Comparator;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A hub, and the topic that it is asked for (WebSub §4). Both come out of a feed, so neither may be trusted: addresses are
 * checked once more by the safe fetcher whenever the hub is asked.
 */
record Hub(URI address, String topic) {

    private static final int MAX_LENGTH = 2_000;
    private static final int ID_LENGTH = 32;

    /**
     * The hub of a feed that is asked: the first with https, else the first (§8 "Subscriptions"). Empty where there is none, or
     * where hub or topic lies on our own public host.
     */
    static Optional<Hub> of(@Nullable HubLinks links, URI own) {
        if (links == null || !isFit(links.topic(), own)) {
            return Optional.empty();
        }
        return links.hubs().stream()
                .filter(hub -> isFit(hub.toString(), own))
                .min(Comparator.comparing(hub -> !"https".equalsIgnoreCase(hub.getScheme())))
                .map(hub -> new Hub(hub, links.topic()));
    }

    private static boolean isFit(String address, URI own) {
        return address.length() <= MAX_LENGTH
                && HttpUrl.parse(address) instanceof HttpUrl.Parsed.Good(var url)
                && HttpUrl.parse(own.toString()) instanceof HttpUrl.Parsed.Good(var ours)
                && !isOurs(url, ours);
    }

    /** The public host answers at the port of its address, and at those of http and https. */
    private static boolean isOurs(HttpUrl url, HttpUrl ours) {
        return url.host().name().equals(ours.host().name()) && (url.port() == ours.port() || url.hasDefaultPort());
    }

    /** The id of a source's subscription there. */
    String subscriptionId(String sourceId) {
        var key = String.join("\n", sourceId, address.toString(), topic);
        return Ids.contentHash(key.getBytes(UTF_8)).substring(0, ID_LENGTH);
    }
}
