package app.tidings.ingest.poll;

import app.tidings.contracts.Ids;
import app.tidings.ingest.IngestSettings;
import app.tidings.ingest.feed.FeedParser;
import app.tidings.ingest.feed.Parsed;
import app.tidings.ingest.link.TakeEntries;
import app.tidings.ingest.link.TakeEntries.Taken;
import app.tidings.ingest.source.Outcome;
import app.tidings.ingest.source.PollState;
import app.tidings.ingest.source.Source;
import app.tidings.platform.address.HttpUrl;
import app.tidings.platform.fetch.FetchRequest;
import app.tidings.platform.fetch.Fetched;
import app.tidings.platform.fetch.Fetched.Answer;
import app.tidings.platform.fetch.SafeFetcher;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Locale;
import java.util.concurrent.ThreadLocalRandom;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** One poll of a source: fetch, and only where something changed read, and take the links. */
@Component
class PollSource {

    private static final String[] ACCEPTED = {
        "application/rss+xml", "application/atom+xml", "application/feed+json", "application/xml", "text/xml", "*/*"
    };

    private static final String NEVER_ASKED =
            "the server says that nothing changed (304), though we did not say what we have";

    private final SafeFetcher fetcher;
    private final TakeEntries takeEntries;
    private final NextPoll nextPoll;
    private final Duration interval;
    private final InstantSource clock;

    PollSource(SafeFetcher fetcher, TakeEntries takeEntries, IngestSettings settings, InstantSource clock) {
        this.fetcher = fetcher;
        this.takeEntries = takeEntries;
        this.nextPoll = new NextPoll(settings.poll().longestWait());
        this.interval = settings.interval();
        this.clock = clock;
    }

    /** Polls; returns the state after it. Throws for what is not the other side's doing: a fault of our store, or a defect. */
    PollState run(Source source) {
        var began = clock.instant();
        var request = request(source);
        var answer = fetcher.fetch(request);
        var state = switch (answer) {
            case Fetched.Failed(var reason, var detail) -> failed(source, began, word(reason), detail);
            case Answer same
            when same.isNotModified() && isConditional(request) -> source.poll().unchanged(began);
            case Answer same when same.isNotModified() -> failed(source, began, "protocol", NEVER_ASKED);
            case Answer refusal when !refusal.isOk() -> refused(source, began, refusal.status());
            case Answer full -> read(source, began, full);
        };
        return state.dueAt(due(source, state, answer));
    }

    /** The state after a poll that threw, and not for a fault of our store. */
    PollState afterDefect(Source source) {
        var detail = "we could not read this feed, by a fault of our own; our log says more";
        var state = failed(source, clock.instant(), "defect", detail);
        return state.dueAt(due(source, state, null));
    }

    private static boolean isConditional(FetchRequest request) {
        return request.headers().containsKey("if-none-match")
                || request.headers().containsKey("if-modified-since");
    }

    private static FetchRequest request(Source source) {
        return FetchRequest.get(source.feedUrl())
                .accept(ACCEPTED)
                .ifNoneMatch(source.poll().etag())
                .ifModifiedSince(source.poll().lastModified());
    }

    private PollState read(Source source, Instant began, Answer answer) {
        var hash = Ids.contentHash(answer.body().bytes());
        if (hash.equals(source.poll().bodyHash())) {
            return source.poll().unchanged(began, answer.header("etag"), answer.header("last-modified"));
        }
        return switch (FeedParser.parse(answer.body(), answer.charset(), base(answer, source))) {
            case Parsed.NotAFeed(var kind, var reason) -> failed(source, began, word(kind), reason);
            case Parsed.Feed feed
            when feed.entries().isEmpty() && feed.flaw() != null -> failed(source, began, "broken-feed", feed.flaw());
            case Parsed.Feed feed -> {
                var taken = takeEntries.run(source, feed.entries(), began);
                var polled = new Outcome.Polled(began, taken.counts(), note(feed, taken));
                yield source.poll().read(polled, answer.header("etag"), answer.header("last-modified"), hash);
            }
        };
    }

    private static @Nullable String note(Parsed.Feed feed, Taken taken) {
        if (feed.entries().isEmpty()) {
            return "the feed has no entries";
        }
        if (feed.flaw() == null || taken.note() == null) {
            return feed.flaw() == null ? taken.note() : feed.flaw();
        }
        return feed.flaw() + "; " + taken.note();
    }

    private static HttpUrl base(Answer answer, Source source) {
        return switch (HttpUrl.parse(answer.finalUrl().toString())) {
            case HttpUrl.Parsed.Good(var url) -> url;
            case HttpUrl.Parsed.Bad(var reason) ->
                throw new IllegalStateException("%s was fetched at an address that %s".formatted(source.id(), reason));
        };
    }

    private static PollState refused(Source source, Instant began, int status) {
        var detail = switch (status) {
            case 401, 402, 403 -> "the server refuses us (%d): it may want a login, or keep programs out";
            case 404, 410 -> "there is nothing at the address (%d): look for the feed's new one";
            case 429 -> "the server asks us to come less often (%d); we wait as it says";
            default ->
                status >= 500
                        ? "the server has a fault of its own (%d); we try again"
                        : "the server answers with status %d";
        };
        return failed(source, began, "http-" + status, detail.formatted(status));
    }

    private static PollState failed(Source source, Instant began, String reason, String detail) {
        return source.poll().failed(new Outcome.Failed(began, reason, detail));
    }

    private Instant due(Source source, PollState state, @Nullable Fetched answer) {
        var minutes = source.intervalMinutes();
        var own = minutes == null ? interval : Duration.ofMinutes(minutes);
        var now = clock.instant();
        var chance = ThreadLocalRandom.current().nextDouble();
        return nextPoll.after(now, own, state.failures(), askedFor(answer, now), chance);
    }

    private static @Nullable Instant askedFor(@Nullable Fetched fetched, Instant now) {
        return fetched instanceof Answer answer ? NextPoll.retryAfter(answer.header("retry-after"), now) : null;
    }

    private static String word(Enum<?> reason) {
        return reason.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
