package app.tidings.ingest.connector;

import app.tidings.ingest.feed.FeedParser;
import app.tidings.ingest.feed.Parsed;
import app.tidings.platform.fetch.Fetched.Answer;
import java.net.URI;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Reads feeds: asks only for what changed, and parses only what did. */
@Component
class FeedConnector implements Connector<FeedSettings> {

    private static final String[] ACCEPTED = {
        "application/rss+xml", "application/atom+xml", "application/feed+json", "application/xml", "text/xml", "*/*"
    };

    @Override
    public Class<FeedSettings> settings() {
        return FeedSettings.class;
    }

    @Override
    public Reading read(FeedSettings settings, Ask ask) {
        return read(settings.feedUrl(), ask);
    }

    /** Reads the feed at an address, for whatever kind of source. */
    static Reading read(URI address, Ask ask) {
        return ConditionalRead.of(ask.get(address).accept(ACCEPTED), ask, FeedConnector::parse);
    }

    /** Reads the feed at an address, and has what was read put right. */
    static Reading read(URI address, Ask ask, Function<Reading.Entries, Reading> then) {
        var reading = read(address, ask);
        return reading instanceof Reading.Entries entries ? then.apply(entries) : reading;
    }

    /** Reads an answer that should be a feed. */
    static Reading parse(Answer answer, Validators validators, Hints hints) {
        return switch (FeedParser.parse(answer.body(), answer.charset(), ConditionalRead.base(answer))) {
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
                        hints.with(Schedule.of(answer.body().bytes())).toldBy(HubLinks.of(answer, feed.push())),
                        note(feed));
        };
    }

    private static @Nullable String note(Parsed.Feed feed) {
        return feed.entries().isEmpty() ? "the feed has no entries" : feed.flaw();
    }
}
