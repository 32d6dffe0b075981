package app.tidings.ingest.connector;

import app.tidings.ingest.connector.ArxivConnector.ArxivSettings;
import app.tidings.ingest.connector.GithubReleasesConnector.GithubReleasesSettings;
import app.tidings.ingest.connector.GithubSearchConnector.GithubSearchSettings;
import app.tidings.ingest.connector.HackerNewsConnector.HackerNewsSettings;
import app.tidings.ingest.connector.LobstersConnector.LobstersSettings;
import app.tidings.ingest.connector.PypiConnector.PypiSettings;
import app.tidings.ingest.connector.RedditConnector.RedditSettings;
import app.tidings.ingest.connector.V2exConnector.V2exSettings;
import app.tidings.ingest.connector.YoutubeChannelConnector.YoutubeChannelSettings;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** Pages of sites that have a kind of source of their own, so that people can paste what stands in their browser. */
public final class KnownAddresses {

    private static final List<Page> PAGES = List.of(
            page(
                    "github\\.com/topics/([^/]+)/?",
                    page -> new GithubSearchSettings(page.group(1), null, null, null, null)),
            page(
                    "github\\.com/([^/]+/[^/]+?)(?:\\.git)?(?:/(?:releases|tags))?/?",
                    page -> new GithubReleasesSettings(page.group(1), null)),
            page("youtube\\.com/channel/([^/]+)(?:/.*)?", page -> new YoutubeChannelSettings(page.group(1))),
            page(
                    "(?:old\\.|new\\.)?reddit\\.com/r/([^/]+)(?:/(hot|new|top|rising))?/?",
                    page -> new RedditSettings(page.group(1), page.group(2), null)),
            page("lobste\\.rs/t/([^/,]+)/?", page -> new LobstersSettings(page.group(1), null, null)),
            page("lobste\\.rs/?(newest)?/?", page -> new LobstersSettings(null, page.group(1), null)),
            page("news\\.ycombinator\\.com/?(?:news)?", page -> hackerNews("front_page")),
            page("news\\.ycombinator\\.com/show", page -> hackerNews("show_hn")),
            page("news\\.ycombinator\\.com/ask", page -> hackerNews("ask_hn")),
            page("v2ex\\.com/go/([^/]+)/?", page -> new V2exSettings(page.group(1))),
            page("pypi\\.org/project/([^/]+)(?:/.*)?", page -> new PypiSettings(page.group(1), null)),
            page("arxiv\\.org/list/([^/]+)(?:/.*)?", page -> new ArxivSettings("cat:" + page.group(1))));

    /** Pages of one form: host without {@code www.}, and path. */
    private record Page(Pattern form, Function<MatchResult, ConnectorSettings> source) {}

    private KnownAddresses() {}

    private static Page page(String form, Function<MatchResult, ConnectorSettings> source) {
        return new Page(Pattern.compile(form), source);
    }

    private static HackerNewsSettings hackerNews(String list) {
        return new HackerNewsSettings(null, list, null);
    }

    /** The source that a page is about, which need not answer; empty where its address has no such form. */
    public static Optional<ConnectorSettings> of(URI page) {
        var host = Objects.requireNonNullElse(page.getHost(), "").toLowerCase(Locale.ROOT);
        var place =
                (host.startsWith("www.") ? host.substring(4) : host) + Objects.requireNonNullElse(page.getPath(), "");
        for (var each : PAGES) {
            var match = each.form().matcher(place);
            if (match.matches()) {
                return Optional.of(each.source().apply(match)).filter(source -> source.fault() == null);
            }
        }
        return Optional.empty();
    }
}
