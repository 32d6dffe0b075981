package app.tidings.ingest.connector;

import app.tidings.contracts.Ids;
import app.tidings.ingest.feed.FeedParser;
import app.tidings.ingest.feed.Parsed;
import app.tidings.platform.address.HttpUrl;
import app.tidings.platform.fetch.FetchRequest;
import app.tidings.platform.fetch.Fetched;
import app.tidings.platform.fetch.Fetched.Answer;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Reads feeds: asks only for what changed, and parses only what did. */
@Component
class FeedConnector implements Connector<FeedSettings> {

    private static final String[] ACCEPTED = {
        "application/rss+xml", "application/atom+xml", "application/feed+json", "application/xml", "text/xml", "*/*"
    };

    private static final String NEVER_ASKED =
            "the server says that nothing changed (304), though we did not say what we have";

    @Override
    public Class<FeedSettings> settings() {
        return FeedSettings.class;
    }

    @Override
    public Reading read(FeedSettings settings, Ask ask) {
        var request = ask.ifChanged(ask.get(settings.feedUrl()).accept(ACCEPTED));
        return switch (ask.fetch(request)) {
            case Fetched.Failed failure -> Reading.Failed.of(failure);
            case Answer same
            when same.isNotModified() && isConditional(request) ->
                new Reading.Unchanged(ask.last(), Hints.of(same, ask.now()));
            case Answer same
            when same.isNotModified() -> new Reading.Failed("protocol", NEVER_ASKED, Hints.of(same, ask.now()));
            case Answer refusal
            when !refusal.isOk() ->
                InsteadOfFeed.isChallenge(refusal)
                        ? InsteadOfFeed.challenge(Hints.of(refusal, ask.now()))
                        : Reading.Failed.of(refusal, ask.now());
            case Answer full -> read(full, ask);
        };
    }

    private static boolean isConditional(FetchRequest request) {
        return request.headers().containsKey("if-none-match")
                || request.headers().containsKey("if-modified-since");
    }

    private static Reading read(Answer answer, Ask ask) {
        var hints = Hints.of(answer, ask.now());
        var bytes = answer.body().bytes();
        var validators = new Validators(answer.header("etag"), answer.header("last-modified"), Ids.contentHash(bytes));
        if (String.valueOf(validators.bodyHash()).equals(ask.last().bodyHash())) {
            return new Reading.Unchanged(validators, hints);
        }
        return switch (FeedParser.parse(answer.body(), answer.charset(), base(answer))) {
            case Parsed.NotAFeed(var kind, var reason) -> {
                var otherwise = new Reading.Failed(Reading.Failed.word(kind), reason, hints);
                yield kind == Parsed.Kind.HTML_PAGE
                        ? InsteadOfFeed.page(answer, hints).orElse(otherwise)
                        : otherwise;
            }
            case Parsed.Feed feed
            when feed.entries().isEmpty() && feed.flaw() != null ->
                new Reading.Failed("broken-feed", feed.flaw(), hints);
            case Parsed.Feed feed ->
                new Reading.Entries(
                        feed.title(),
                        feed.language(),
                        feed.entries(),
                        validators,
                        hints.with(Schedule.of(bytes)),
                        note(feed));
        };
    }

    private static @Nullable String note(Parsed.Feed feed) {
        return feed.entries().isEmpty() ? "the feed has no entries" : feed.flaw();
    }

    private static HttpUrl base(Answer answer) {
        return switch (HttpUrl.parse(answer.finalUrl().toString())) {
            case HttpUrl.Parsed.Good(var url) -> url;
            case HttpUrl.Parsed.Bad(var reason) ->
                throw new IllegalStateException("a feed was fetched at an address that " + reason);
        };
    }
}
