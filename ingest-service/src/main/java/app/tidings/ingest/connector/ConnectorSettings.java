package app.tidings.ingest.connector;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonSubTypes.Type;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.net.URI;
import org.jspecify.annotations.Nullable;

/**
 * What a kind of source needs to know to be read. In JSON the kind's word stands in {@code kind}, in kebab-case. A record of
 * another kind is listed here, and has a {@link Connector} that reads it.
 *
 * <p>Records must be lenient when they are made, since they are read from the store too: what is wrong with one is told by
 * {@link #fault()}.
 */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
@JsonSubTypes({@Type(value = FeedSettings.class, name = "feed")})
public sealed interface ConnectorSettings permits FeedSettings {

    /**
     * What makes it the same source, however it is spelled: the source's id is made of it, for good. For feeds it is the
     * canonical address; all other kinds begin it with their word and a colon. Asked only where there is no fault.
     */
    String key();

    /** The host that is asked, in lower case: its polls share one lane, and the source's cookie goes to it alone. */
    String host();

    /** A name for a source that has none yet; never empty. */
    String title();

    /** What is wrong with it, in words that say what to change; null where nothing is. */
    @Nullable
    String fault();

    /** The same source at the address to which its server sends us for good; itself, where that means nothing to it. */
    default ConnectorSettings movedTo(URI address) {
        return this;
    }
}
