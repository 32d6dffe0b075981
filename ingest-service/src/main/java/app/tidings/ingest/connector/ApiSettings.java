package app.tidings.ingest.connector;

import java.net.URI;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Where the public APIs are that connectors ask, for installations that reach them elsewhere.
 *
 * @param apis addresses of the APIs, without a slash at the end
 * @param github how GitHub is asked
 * @param rsshub address of the RSSHub instance that routes are read from; null for none
 */
@ConfigurationProperties("tidings.ingest")
record ApiSettings(
        @DefaultValue Apis apis,
        @DefaultValue Github github,
        @Nullable URI rsshub) {

    /**
     * Addresses of the APIs.
     *
     * @param hackerNews of its search by Algolia
     */
    record Apis(
            @DefaultValue("https://hn.algolia.com/api/v1") URI hackerNews,
            @DefaultValue("https://www.reddit.com") URI reddit,
            @DefaultValue("https://lobste.rs") URI lobsters,
            @DefaultValue("https://www.youtube.com") URI youtube,
            @DefaultValue("https://export.arxiv.org") URI arxiv,
            @DefaultValue("https://pypi.org") URI pypi,
            @DefaultValue("https://www.v2ex.com") URI v2ex) {}

    /**
     * How GitHub is asked.
     *
     * @param api address of its REST API
     * @param tokenFile holds a token, which allows more calls; null to ask without one
     */
    record Github(
            @DefaultValue("https://api.github.com") URI api,
            @Nullable Path tokenFile) {}
}
