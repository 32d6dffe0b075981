package app.tidings.bench.parse;

import app.tidings.ingest.feed.FeedEntry;
import app.tidings.ingest.feed.FeedParser;
import app.tidings.ingest.feed.FeedText;
import app.tidings.ingest.feed.Parsed;
import app.tidings.platform.fetch.Body;
import com.rometools.rome.feed.synd.SyndEntry;
import com.rometools.rome.feed.synd.SyndFeed;
import com.rometools.rome.io.FeedException;
import com.rometools.rome.io.SyndFeedInput;
import com.rometools.rome.io.XmlReader;
import java.io.IOException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a feed says that every reader of it should find, by either parser; plain texts, so that they can be compared.
 *
 * @param titles that of the feed, then those of its entries
 * @param links likewise
 * @param dates of the entries
 */
record FeedFields(List<String> titles, List<String> links, List<String> dates) {

    private static final int LONGEST = 2_000;

    /** As ROME reads the feed; null where it refuses it. */
    static @Nullable SyndFeed rome(Body feed) {
        try {
            return new SyndFeedInput().build(new XmlReader(feed.stream()));
        } catch (FeedException | IOException | IllegalArgumentException e) {
            return null;
        }
    }

    /** As we read it. */
    static Parsed ours(Body feed) {
        return FeedParser.parse(feed, null, null);
    }

    static Optional<FeedFields> of(@Nullable SyndFeed feed) {
        if (feed == null) {
            return Optional.empty();
        }
        var fields = begun(feed.getTitle(), feed.getLink());
        for (SyndEntry entry : feed.getEntries()) {
            var date = entry.getPublishedDate() == null ? entry.getUpdatedDate() : entry.getPublishedDate();
            fields.add(entry.getTitle(), entry.getLink(), date == null ? null : date.toInstant());
        }
        return Optional.of(fields);
    }

    static Optional<FeedFields> of(Parsed parsed) {
        if (!(parsed instanceof Parsed.Feed feed)) {
            return Optional.empty();
        }
        var fields = begun(feed.title(), feed.link());
        for (FeedEntry entry : feed.entries()) {
            fields.add(entry.title().plainTitle(LONGEST), entry.link(), entry.shownAt());
        }
        return Optional.of(fields);
    }

    private static FeedFields begun(@Nullable String title, @Nullable String link) {
        var fields = new FeedFields(new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
        fields.titles.add(plain(title));
        fields.links.add(plain(link));
        return fields;
    }

    private void add(@Nullable String title, @Nullable String link, @Nullable Instant date) {
        titles.add(plain(title));
        links.add(plain(link));
        dates.add(date == null ? "" : date.truncatedTo(ChronoUnit.SECONDS).toString());
    }

    private static String plain(@Nullable String text) {
        return text == null ? "" : new FeedText(text, true).plainTitle(LONGEST);
    }
}
