package app.tidings.ingest.connector;

import app.tidings.ingest.feed.FeedEntry;
import app.tidings.ingest.feed.FeedText;
import java.net.URI;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Reads the feed of a podcast, with the length of each episode: <a href="https://help.apple.com/itc/podcasts_connect/#/itcb54353390">{@code itunes:duration}</a>. */
@Component
class PodcastConnector implements Connector<PodcastConnector.PodcastSettings> {

    private static final int MAX_SUMMARY = 4_000;

    /**
     * A podcast.
     *
     * @param feedUrl the address of its feed
     */
    record PodcastSettings(@Nullable URI feedUrl) implements ConnectorSettings {

        @Override
        public String key() {
            return Wording.key("podcast", feedUrl);
        }

        @Override
        public String host() {
            return Wording.host(feedUrl);
        }

        @Override
        public String title() {
            return host().isEmpty() ? "podcast" : host();
        }

        @Override
        public @Nullable String fault() {
            return Wording.address("feedUrl", feedUrl);
        }

        @Override
        public ConnectorSettings movedTo(URI address) {
            return new PodcastSettings(address);
        }
    }

    @Override
    public Class<PodcastSettings> settings() {
        return PodcastSettings.class;
    }

    @Override
    public Reading read(PodcastSettings wanted, Ask ask) {
        var request = ask.get(Objects.requireNonNull(wanted.feedUrl()))
                .accept("application/rss+xml", "application/xml", "text/xml", "*/*");
        return ConditionalRead.of(request, ask, (answer, validators, hints) -> switch (FeedConnector.parse(
                answer, validators, hints)) {
            case Reading.Entries read ->
                read.with(read.entries().stream().map(PodcastConnector::timed).toList());
            case Reading other -> other;
        });
    }

    /** With the length before what is said of the episode. */
    private static FeedEntry timed(FeedEntry entry) {
        var length = entry.length();
        if (length == null) {
            return entry;
        }
        var clock = "%d:%02d:%02d".formatted(length.toHours(), length.toMinutesPart(), length.toSecondsPart());
        var summary = new FeedText(clock + " · " + entry.summary().plain(MAX_SUMMARY), false);
        return entry.told(entry.title(), summary);
    }
}
