package app.tidings.ingest.connector;

import java.net.URI;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Where the APIs are that connectors ask, and as whom. What is empty counts as not set.
 *
 * @param apis addresses of the public APIs, for installations that reach them elsewhere
 * @param github how GitHub is asked
 * @param reddit how Reddit is asked
 * @param npm which registry of npm packages is asked
 * @param maven which repository of Maven artifacts is asked
 * @param rsshub address of the RSSHub instance that routes are read from; null for none
 * @param rsshubKeyFile holds the key that the instance wants; null where it wants none
 */
@ConfigurationProperties("tidings.ingest")
record ApiSettings(
        @DefaultValue Apis apis,
        @DefaultValue Github github,
        @DefaultValue Reddit reddit,
        @DefaultValue Npm npm,
        @DefaultValue Maven maven,
        @Nullable URI rsshub,
        @Nullable Path rsshubKeyFile) {

    ApiSettings {
        rsshub = set(rsshub);
    }

    private static @Nullable URI set(@Nullable URI address) {
        return address == null || address.toString().isBlank() ? null : address;
    }

    private static @Nullable String page(@Nullable String template, String setting) {
        var page = Wording.stripped(template);
        if (page != null && !page.contains("{version}")) {
            throw new IllegalArgumentException("tidings.ingest: %s.page does not hold {version}".formatted(setting));
        }
        return page;
    }

    /**
     * Addresses of the APIs, without a slash at the end.
     *
     * @param hackerNews of its search by Algolia
     * @param reddit where apps get their tokens
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

    /**
     * How Reddit is asked. Without an app there are no such sources.
     *
     * @param api address of its API for apps
     * @param clientId of the app
     * @param secretFile holds the app's secret
     * @param userAgent as Reddit wants it, with the account of whoever runs the app; null for the installation's own
     */
    record Reddit(
            @DefaultValue("https://oauth.reddit.com") URI api,
            @Nullable String clientId,
            @Nullable Path secretFile,
            @Nullable String userAgent) {

        Reddit {
            clientId = Wording.stripped(clientId);
            userAgent = Wording.stripped(userAgent);
        }
    }

    /**
     * Which registry of npm packages is asked. Without one there are no such sources.
     *
     * @param registry its address
     * @param page address of the page of a release, with {@code {package}} and {@code {version}} in it
     */
    record Npm(@Nullable URI registry, @Nullable String page) {

        Npm {
            registry = set(registry);
            page = ApiSettings.page(page, "npm");
        }
    }

    /**
     * Which repository of Maven artifacts is asked. Without one there are no such sources.
     *
     * @param repository its address
     * @param page address of the page of a release, with {@code {group}}, {@code {artifact}} and {@code {version}} in it; null
     *     for the release's directory in the repository
     */
    record Maven(@Nullable URI repository, @Nullable String page) {

        Maven {
            repository = set(repository);
            page = ApiSettings.page(page, "maven");
        }
    }
}
