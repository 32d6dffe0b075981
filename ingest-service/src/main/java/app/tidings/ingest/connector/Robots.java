package app.tidings.ingest.connector;

import app.tidings.platform.address.HttpUrl;
import app.tidings.platform.fetch.FetchSettings;
import app.tidings.platform.fetch.Fetched;
import app.tidings.platform.fetch.Fetched.Answer;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Whether a site lets us read a page (RFC 9309). Connectors that read pages ask it before they do; feeds are made to be read
 * by programs, and are added by people, so they are not asked for.
 */
@Component
class Robots {

    private static final int MOST_SITES = 2_000;
    private static final Duration KEPT = Duration.ofHours(24);
    private static final Duration UNTIL_NEXT_TRY = Duration.ofMinutes(30);

    /** A site that has given no answer for so long counts as one without rules (§2.3.1.4). */
    private static final Duration GIVEN_UP = Duration.ofDays(30);

    private final String token;
    private final Map<String, Known> sites = Collections.synchronizedMap(new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Known> eldest) {
            return size() > MOST_SITES;
        }
    });

    /**
     * What is known of a site.
     *
     * @param until when it is asked again
     * @param awaySince since when it gives no answer; null where it gave one
     */
    private record Known(
            RobotsRules rules, Instant until, @Nullable Instant awaySince) {}

    Robots(FetchSettings settings) {
        this.token = settings.userAgent().replaceFirst("[^A-Za-z_-].*", "");
    }

    /** Why a page may not be read; empty where it may. */
    Optional<Reading.Failed> objection(URI page, Ask ask) {
        if (!(HttpUrl.parse(page.toString()) instanceof HttpUrl.Parsed.Good(var url))) {
            return Optional.empty(); // the fetcher says better what is wrong with it
        }
        var site = url.scheme() + "://" + url.authority();
        var known = sites.get(site);
        if (known == null || !known.until().isAfter(ask.now())) {
            known = look(URI.create(site + "/robots.txt"), ask, known);
            sites.put(site, known);
        }
        if (known.rules().allow(url.pathAndQuery())) {
            return Optional.empty();
        }
        var detail = known.awaySince() == null
                ? "the site asks programs not to read this page (robots.txt)"
                : "the site does not say whether programs may read this page: its robots.txt gives no answer";
        return Optional.of(new Reading.Failed("robots", detail, Hints.NONE));
    }

    private Known look(URI robots, Ask ask, @Nullable Known before) {
        return switch (ask.fetch(ask.get(robots))) {
            case Answer good
            when good.isOk() -> known(RobotsRules.of(good.body().bytes(), token), ask.now());
            case Answer answer when answer.status() >= 500 || answer.status() == 429 -> away(ask.now(), before);
            case Answer _ -> known(RobotsRules.ALL, ask.now());
            case Fetched.Failed _ -> away(ask.now(), before);
        };
    }

    private static Known known(RobotsRules rules, Instant now) {
        return new Known(rules, now.plus(KEPT), null);
    }

    /** What was said last holds; of a site that never said anything, nothing is read for a month. */
    private static Known away(Instant now, @Nullable Known before) {
        var since = before == null || before.awaySince() == null ? now : before.awaySince();
        var rules = since.plus(GIVEN_UP).isBefore(now)
                ? RobotsRules.ALL
                : before == null ? RobotsRules.NOTHING : before.rules();
        return new Known(rules, now.plus(UNTIL_NEXT_TRY), since);
    }
}
