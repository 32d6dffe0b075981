package app.tidings.ingest.connector;

import app.tidings.contracts.BadValue;
import app.tidings.platform.address.Canonical;
import app.tidings.platform.address.CanonicalUrl;
import app.tidings.platform.address.HttpUrl;
import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.net.URI;
import org.jspecify.annotations.Nullable;

/**
 * A feed of any format.
 *
 * @param feedUrl the address as it is fetched
 */
public record FeedSettings(URI feedUrl) implements ConnectorSettings {

    private static final String UNFIT = "feedUrl is not an address that can be fetched: ";

    /**
     * Reads an address as people write it.
     *
     * @throws BadValue if it is missing or no address of any kind
     */
    @JsonCreator
    public static FeedSettings of(@JsonProperty("feedUrl") @Nullable String feedUrl) {
        if (feedUrl == null || feedUrl.isBlank()) {
            throw new BadValue("feedUrl is missing");
        }
        return switch (HttpUrl.parse(feedUrl.strip())) {
            case HttpUrl.Parsed.Good(var url) ->
                new FeedSettings(url.withoutFragment().uri());
            case HttpUrl.Parsed.Bad(var reason) -> new FeedSettings(uri(feedUrl.strip(), reason));
        };
    }

    private static URI uri(String text, String reason) {
        try {
            return URI.create(text);
        } catch (IllegalArgumentException e) {
            throw new BadValue(UNFIT + reason, e);
        }
    }

    @Override
    public String key() {
        return switch (CanonicalUrl.of(feedUrl.toString())) {
            case Canonical.Valid(var url) -> url.toString();
            case Canonical.Refused(var reason) -> throw new BadValue(UNFIT + reason);
        };
    }

    @Override
    public String host() {
        return feedUrl.getHost() == null ? "" : feedUrl.getHost();
    }

    @Override
    public String title() {
        return feedUrl.getHost() == null ? feedUrl.toString() : feedUrl.getHost();
    }

    @Override
    public @Nullable String fault() {
        if (CanonicalUrl.of(feedUrl.toString()) instanceof Canonical.Refused(var reason)) {
            return UNFIT + reason;
        }
        return HttpUrl.parse(feedUrl.toString()) instanceof HttpUrl.Parsed.Bad(var reason) ? UNFIT + reason : null;
    }

    @Override
    public ConnectorSettings movedTo(URI address) {
        return new FeedSettings(address);
    }
}
