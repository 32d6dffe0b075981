package app.tidings.ingest.connector;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class KnownAddressesTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            https://github.com/psf/requests                      | GithubReleasesSettings[repository=psf/requests,
            https://github.com/psf/requests.git                  | GithubReleasesSettings[repository=psf/requests,
            https://www.github.com/psf/requests/releases?page=2  | GithubReleasesSettings[repository=psf/requests,
            https://github.com/topics/python                     | GithubSearchSettings[topic=python,
            https://www.youtube.com/channel/UC0123456789abcdefghijkl/videos | YoutubeChannelSettings[channel=UC0123456789abcdefghijkl]
            https://old.reddit.com/r/Python/                     | RedditSettings[subreddit=Python, listing=hot,
            https://www.reddit.com/r/Python/top?t=week           | RedditSettings[subreddit=Python, listing=top,
            https://lobste.rs/                                   | LobstersSettings[tag=null, listing=hottest,
            https://lobste.rs/newest                             | LobstersSettings[tag=null, listing=newest,
            https://lobste.rs/t/python                           | LobstersSettings[tag=python,
            https://news.ycombinator.com/                        | HackerNewsSettings[query=null, list=front_page,
            https://news.ycombinator.com/show                    | HackerNewsSettings[query=null, list=show_hn,
            https://www.v2ex.com/go/python?p=2                   | V2exSettings[node=python]
            https://pypi.org/project/Flask/3.0.0/                | PypiSettings[project=Flask,
            https://arxiv.org/list/cs.PL/recent                  | ArxivSettings[query=cat:cs.PL]
            """)
    void namesTheSourceThatAPageIsAbout(URI page, String settings) {
        assertThat(KnownAddresses.of(page))
                .map(Object::toString)
                .hasValueSatisfying(found -> assertThat(found).startsWith(settings));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://blog.example/psf/requests",
                "https://github.com/psf",
                "https://github.com/psf/requests/issues",
                "https://github.com/../..",
                "https://github.com.evil.example/psf/requests",
                "https://www.youtube.com/channel/short",
                "https://news.ycombinator.com/item?id=1",
                "https://www.reddit.com/r/a%2F..%2Fb/",
                "mailto:a@example.org"
            })
    void namesNoneForAnyOtherPage(URI page) {
        assertThat(KnownAddresses.of(page)).isEmpty();
    }
}
