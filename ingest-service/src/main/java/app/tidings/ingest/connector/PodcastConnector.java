package app.tidings.ingest.connector;

import app.tidings.ingest.feed.FeedEntry;
import app.tidings.ingest.feed.FeedText;
import app.tidings.ingest.feed.XmlCursor;
import app.tidings.ingest.feed.XmlCursor.Step;
import app.tidings.platform.fetch.Fetched.Answer;
import java.net.URI;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import javax.xml.stream.XMLStreamException;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Reads the feed of a podcast, with the length of each episode: <a href="https://help.apple.com/itc/podcasts_connect/#/itcb54353390">{@code itunes:duration}</a>. */
@Component
class PodcastConnector implements Connector<PodcastConnector.PodcastSettings> {

    private static final int MAX_SUMMARY = 4_000;
    private static final int MAX_NAME = 2_000;
    private static final Set<String> TOLD = Set.of("itunes:duration", "guid", "link");

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
            case Reading.Entries read -> {
                var lengths = lengths(answer);
                var entries = read.entries().stream()
                        .map(entry -> timed(entry, lengths))
                        .toList();
                yield read.with(entries);
            }
            case Reading other -> other;
        });
    }

    /** Length of each episode by its guid, else its link; of those before a break, where the feed has one. */
    private static Map<String, String> lengths(Answer answer) {
        var lengths = new HashMap<String, String>();
        try {
            var cursor = XmlCursor.open(answer.body());
            for (var step = cursor.next(); step != Step.DOCUMENT_END; step = cursor.next()) {
                if (step == Step.START && cursor.name().equals("item")) {
                    keepLength(cursor, lengths);
                }
            }
        } catch (XMLStreamException e) {
            // what the feed's own reader makes of the break is told already
        }
        return lengths;
    }

    private static void keepLength(XmlCursor cursor, Map<String, String> lengths) throws XMLStreamException {
        var said = new HashMap<String, String>();
        while (cursor.next() == Step.START) {
            var name = cursor.name();
            if (TOLD.contains(name)) {
                said.putIfAbsent(name, cursor.text(MAX_NAME).strip());
            } else {
                cursor.skip();
            }
        }
        var length = said.getOrDefault("itunes:duration", "");
        var guid = said.getOrDefault("guid", "");
        var name = guid.isEmpty() ? said.getOrDefault("link", "") : guid;
        if (!length.isEmpty() && !name.isEmpty()) {
            lengths.putIfAbsent(name, length);
        }
    }

    private static FeedEntry timed(FeedEntry entry, Map<String, String> lengths) {
        var length = length(lengths.getOrDefault(entry.id() == null ? String.valueOf(entry.link()) : entry.id(), ""));
        if (length == null) {
            return entry;
        }
        var summary = new FeedText(length + " · " + entry.summary().plain(MAX_SUMMARY), false);
        return entry.told(entry.title(), summary);
    }

    /** As {@code h:mm:ss}, of seconds or of parts with colons; null where it is neither. */
    static @Nullable String length(String said) {
        if (!said.matches("\\d{1,6}(?::\\d{1,2}){0,2}")) {
            return null;
        }
        var seconds = 0L;
        for (var part : said.split(":", -1)) {
            seconds = seconds * 60 + Long.parseLong(part);
        }
        return seconds == 0 ? null : "%d:%02d:%02d".formatted(seconds / 3600, seconds / 60 % 60, seconds % 60);
    }
}
