package app.tidings.curation.enrich;

import app.tidings.platform.address.HttpUrl;
import app.tidings.platform.address.HttpUrl.Parsed;
import java.net.URI;
import java.util.Optional;
import org.jsoup.nodes.Document;
import org.jspecify.annotations.Nullable;

/**
 * A fetched page.
 *
 * @param address the one that answered in the end
 */
record WebPage(HttpUrl address, Document html) {

    /** An address that the page names, as the page means it; empty when it is none that we use. */
    Optional<URI> resolve(@Nullable String reference) {
        return reference != null
                        && !reference.isBlank()
                        && address.resolve(reference.strip()) instanceof Parsed.Good(var url)
                ? Optional.of(url.uri())
                : Optional.empty();
    }
}
