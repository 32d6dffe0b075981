package app.tidings.ingest.shortened;

import app.tidings.platform.address.HttpUrl;
import app.tidings.platform.address.HttpUrl.Parsed.Good;
import app.tidings.platform.fetch.FetchRequest;
import app.tidings.platform.fetch.Fetched;
import app.tidings.platform.fetch.Fetched.Answer;
import app.tidings.platform.fetch.SafeFetcher;
import java.net.URI;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

/**
 * Where the addresses of well-known shorteners lead. Only the shorteners are asked, never the site behind them, and each
 * through the safe fetcher. Where a shortener gives no answer, its address is all that is known.
 */
@Component
public class ShortAddresses {

    static final int MAX_LOOKUPS = 50;

    private static final int MAX_HOPS = 4;
    private static final int MAX_BYTES = 64 * 1024;
    private static final Duration LONGEST = Duration.ofSeconds(20);
    private static final Set<Integer> REDIRECTS = Set.of(301, 302, 303, 307, 308);

    private static final Set<String> SHORTENERS = Set.of(
            "t.co",
            "bit.ly",
            "j.mp",
            "goo.gl",
            "tinyurl.com",
            "is.gd",
            "v.gd",
            "ow.ly",
            "buff.ly",
            "dlvr.it",
            "lnkd.in",
            "ift.tt",
            "fb.me",
            "wp.me",
            "git.io",
            "aka.ms",
            "rebrand.ly",
            "cutt.ly",
            "shorturl.at",
            "t.ly",
            "hubs.ly",
            "hubs.la",
            "trib.al",
            "flip.it",
            "amzn.to",
            "a.co",
            "spoti.fi",
            "apple.co",
            "reut.rs",
            "nyti.ms",
            "wapo.st",
            "bbc.in",
            "econ.st",
            "tcrn.ch",
            "zpr.io",
            "t.cn",
            "url.cn",
            "dwz.cn",
            "suo.im",
            "b23.tv",
            "v.douyin.com",
            "xhslink.com",
            "bitly.com");

    private final SafeFetcher fetcher;
    private final Set<String> hosts;

    @Autowired
    ShortAddresses(SafeFetcher fetcher) {
        this(fetcher, SHORTENERS);
    }

    /** With other shorteners. */
    public ShortAddresses(SafeFetcher fetcher, Set<String> hosts) {
        this.fetcher = fetcher;
        this.hosts = Set.copyOf(hosts);
    }

    /** Begins the look-ups of one poll. */
    public LookUps begin() {
        return new LookUps();
    }

    /** The look-ups of one poll: each address once, and no more than a poll should take. */
    public final class LookUps {

        private final Map<URI, Optional<URI>> found = new HashMap<>();
        private final Set<String> silent = new HashSet<>();
        private final long end = System.nanoTime() + LONGEST.toNanos();

        private LookUps() {}

        /** Where a shortened address leads; empty for any other address, and where nobody says. */
        public Optional<URI> behind(URI address) {
            if (!(HttpUrl.parse(address.toString()) instanceof Good(var url)) || !isShort(url)) {
                return Optional.empty();
            }
            var before = found.get(address);
            if (before == null) {
                before = found.size() < MAX_LOOKUPS ? follow(url) : Optional.empty();
                found.put(address, before);
            }
            return before;
        }

        private Optional<URI> follow(HttpUrl start) {
            var url = start;
            for (var hop = 0; hop < MAX_HOPS; hop++) {
                var next = next(url);
                if (next == null) {
                    return Optional.empty();
                }
                if (!isShort(next)) {
                    return Optional.of(next.uri());
                }
                url = next;
            }
            return Optional.empty();
        }

        private @Nullable HttpUrl next(HttpUrl url) {
            var host = url.host().name();
            if (silent.contains(host) || System.nanoTime() > end) {
                return null;
            }
            var answer = fetcher.fetch(FetchRequest.head(url.uri()).withoutRedirects());
            if (answer instanceof Answer head && !REDIRECTS.contains(head.status())) {
                answer = fetcher.fetch( // some answer only to those who want to read
                        FetchRequest.get(url.uri()).maxBytes(MAX_BYTES).withoutRedirects());
            }
            if (answer instanceof Fetched.Failed && answer.mayPass()) {
                silent.add(host);
            }
            return answer instanceof Answer full && REDIRECTS.contains(full.status()) ? target(url, full) : null;
        }
    }

    private boolean isShort(HttpUrl url) {
        return hosts.contains(url.host().name());
    }

    private static @Nullable HttpUrl target(HttpUrl url, Answer answer) {
        var location = answer.header("location");
        return location != null && url.resolve(asSent(location)) instanceof Good(var next) ? next : null;
    }

    /** A header arrives as one character for each byte; those beyond ASCII are meant as the bytes they were. */
    private static String asSent(String location) {
        var ascii = new StringBuilder();
        location.strip().chars().forEach(c -> ascii.append(c < 0x80 ? Character.toString(c) : "%%%02X".formatted(c)));
        return ascii.toString();
    }
}
