package app.tidings.ingest.connector;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonSubTypes.Type;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.net.URI;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * What a kind of source needs to know to be read. In JSON the kind's word stands in {@code kind}, in kebab-case. A record of
 * another kind is listed here, and has a {@link Connector} that reads it.
 *
 * <p>Records must be lenient when they are made, since they are read from the store too: what is wrong with one is told by
 * {@link #fault()}.
 */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
@JsonSubTypes({
    @Type(value = FeedSettings.class, name = "feed"),
    @Type(value = HtmlPageConnector.HtmlPageSettings.class, name = "html-page"),
    @Type(value = JsonPathConnector.JsonPathSettings.class, name = "json-path"),
    @Type(value = HackerNewsConnector.HackerNewsSettings.class, name = "hacker-news"),
    @Type(value = RedditConnector.RedditSettings.class, name = "reddit"),
    @Type(value = LobstersConnector.LobstersSettings.class, name = "lobsters"),
    @Type(value = GithubReleasesConnector.GithubReleasesSettings.class, name = "github-releases"),
    @Type(value = GithubSearchConnector.GithubSearchSettings.class, name = "github-search"),
    @Type(value = YoutubeChannelConnector.YoutubeChannelSettings.class, name = "youtube-channel"),
    @Type(value = ArxivConnector.ArxivSettings.class, name = "arxiv"),
    @Type(value = PypiConnector.PypiSettings.class, name = "pypi"),
    @Type(value = NpmConnector.NpmSettings.class, name = "npm"),
    @Type(value = MavenConnector.MavenSettings.class, name = "maven"),
    @Type(value = V2exConnector.V2exSettings.class, name = "v2ex"),
    @Type(value = RsshubConnector.RsshubSettings.class, name = "rsshub"),
    @Type(value = PodcastConnector.PodcastSettings.class, name = "podcast"),
    @Type(value = MastodonConnector.MastodonSettings.class, name = "mastodon")
})
public sealed interface ConnectorSettings
        permits FeedSettings,
                HtmlPageConnector.HtmlPageSettings,
                JsonPathConnector.JsonPathSettings,
                HackerNewsConnector.HackerNewsSettings,
                RedditConnector.RedditSettings,
                LobstersConnector.LobstersSettings,
                GithubReleasesConnector.GithubReleasesSettings,
                GithubSearchConnector.GithubSearchSettings,
                YoutubeChannelConnector.YoutubeChannelSettings,
                ArxivConnector.ArxivSettings,
                PypiConnector.PypiSettings,
                NpmConnector.NpmSettings,
                MavenConnector.MavenSettings,
                V2exConnector.V2exSettings,
                RsshubConnector.RsshubSettings,
                PodcastConnector.PodcastSettings,
                MastodonConnector.MastodonSettings {

    /**
     * What makes it the same source, however it is spelled: the source's id is made of it, for good. For feeds it is the
     * canonical address; all other kinds begin it with their word and a colon. Asked only where there is no fault.
     */
    String key();

    /** The host that is asked, in lower case: its polls share one lane, and the source's cookie goes to it alone. */
    String host();

    /** What its host asks for: polls of it come one at a time, with at least this pause between them; zero where it asks for nothing. */
    default Duration pause() {
        return Duration.ZERO;
    }

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
