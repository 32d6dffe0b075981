package app.tidings.ingest.preview;

import app.tidings.ingest.connector.Ask;
import app.tidings.ingest.connector.ConnectorSettings;
import app.tidings.ingest.connector.Connectors;
import app.tidings.ingest.connector.FeedSettings;
import app.tidings.ingest.connector.KnownAddresses;
import app.tidings.ingest.connector.Reading;
import app.tidings.ingest.connector.RequestSettings;
import app.tidings.ingest.connector.Validators;
import app.tidings.ingest.entry.TakeEntries;
import app.tidings.ingest.feed.FeedEntry;
import app.tidings.ingest.source.PlacedSources;
import app.tidings.platform.fetch.FetchRequest;
import app.tidings.platform.fetch.Fetched.Answer;
import app.tidings.platform.fetch.SafeFetcher;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jsoup.Jsoup;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Shows what a source would give, and finds the sources behind an address: the one that such a page has by its form, or else
 * feeds: itself, those that its page names, those at usual paths. Asks at most 3 + {@value #MAX_NAMED} + 5 times, one after
 * another, and keeps nothing.
 */
@Component
class PreviewSource {

    private static final int MAX_NAMED = 5;
    private static final int MAX_SHOWN = 10;
    private static final int MAX_TEXT = 500;

    /** Pages name their feeds at their beginning; a page takes many times its bytes in memory while it is read. */
    private static final int MAX_HEAD = 512 * 1024;

    private static final List<String> USUAL = List.of("/feed", "/rss.xml", "/atom.xml", "/feed.xml", "/index.xml");
    private static final Set<String> NO_SERVER = Set.of("unreachable", "tls", "timeout", "protocol");
    private static final String NAMED = "link[rel~=(?i)\\balternate\\b][type~=(?i)rss|atom|feed\\+json]";

    private final Connectors connectors;
    private final SafeFetcher fetcher;
    private final TakeEntries takeEntries;
    private final PlacedSources placed;
    private final InstantSource clock;

    /**
     * What was found.
     *
     * @param feeds in the order of the page; none where there is none
     * @param failure why nothing could be read at the address itself; null where a feed was found. It can be added nevertheless
     */
    record Preview(List<Found> feeds, @Nullable Failure failure) {}

    /** One word for programs and one sentence for people, as of a poll that fails. */
    record Failure(String reason, String detail) {}

    /**
     * A feed.
     *
     * @param connector to add it by
     * @param links how many of its entries would be links now, were there no rules
     * @param latest the first of its entries
     * @param note what its owner should know; null where all is well
     * @param sources the ids of the sources, of any publication, that it is already
     */
    record Found(
            ConnectorSettings connector,
            @Nullable String title,
            @Nullable String language,
            int entries,
            int links,
            List<Shown> latest,
            @Nullable String note,
            List<String> sources) {}

    /** An entry. */
    record Shown(
            String title, @Nullable String link, @Nullable Instant date) {

        static Shown of(FeedEntry entry) {
            return new Shown(entry.title().plainTitle(MAX_TEXT), entry.link(), entry.shownAt());
        }
    }

    PreviewSource(
            Connectors connectors,
            SafeFetcher fetcher,
            TakeEntries takeEntries,
            PlacedSources placed,
            InstantSource clock) {
        this.placed = placed;
        this.connectors = connectors;
        this.fetcher = fetcher;
        this.takeEntries = takeEntries;
        this.clock = clock;
    }

    /** Reads a source that has no fault, of whatever kind, and looks for no other. */
    Preview one(ConnectorSettings wanted) {
        return switch (read(wanted)) {
            case Reading.Entries entries -> new Preview(List.of(found(wanted, entries)), null);
            case Reading.Unchanged _ -> throw neverRead();
            case Reading.Failed(var reason, var detail, var _) -> new Preview(List.of(), new Failure(reason, detail));
        };
    }

    private static IllegalStateException neverRead() {
        return new IllegalStateException("unchanged, though nothing was read before");
    }

    /** Looks at an address that has no fault; at the next way to write it only where the one before leads to no web server. */
    Preview run(List<FeedSettings> ways) {
        var first = look(ways.getFirst());
        if (ways.size() == 1
                || first.failure() == null
                || !NO_SERVER.contains(first.failure().reason())) {
            return first;
        }
        var next = run(ways.subList(1, ways.size()));
        return next.failure() == null || !NO_SERVER.contains(next.failure().reason()) ? next : first;
    }

    private Preview look(FeedSettings pasted) {
        return KnownAddresses.of(pasted.feedUrl())
                .map(this::one)
                .filter(known -> known.failure() == null)
                .orElseGet(() -> feed(pasted));
    }

    private Preview feed(FeedSettings pasted) {
        return switch (read(pasted)) {
            case Reading.Entries entries -> new Preview(List.of(found(pasted, entries)), null);
            case Reading.Unchanged _ -> throw neverRead();
            case Reading.Failed(var reason, var detail, var _) -> {
                var feeds = reason.equals("html-page") ? behind(pasted.feedUrl()) : List.<Found>of();
                yield new Preview(feeds, feeds.isEmpty() ? new Failure(reason, detail) : null);
            }
        };
    }

    private Reading read(ConnectorSettings wanted) {
        return connectors.read(
                wanted, new Ask(wanted.host(), Validators.NONE, RequestSettings.NONE, fetcher::fetch, clock.instant()));
    }

    private List<Found> behind(URI page) {
        if (!(fetcher.fetch(FetchRequest.get(page)) instanceof Answer answer) || !answer.isOk()) {
            return List.of();
        }
        var named = feeds(named(answer), MAX_NAMED);
        return named.isEmpty()
                ? feeds(USUAL.stream().map(answer.finalUrl()::resolve).toList(), 1)
                : named;
    }

    /** Those of the addresses at which there is a feed; stops when there are enough. */
    private List<Found> feeds(List<URI> addresses, int enough) {
        var feeds = new ArrayList<Found>();
        for (var address : addresses) {
            var feed = new FeedSettings(address);
            if (feeds.size() < enough && feed.fault() == null && read(feed) instanceof Reading.Entries entries) {
                feeds.add(found(feed, entries));
            }
        }
        return feeds;
    }

    private static List<URI> named(Answer page) {
        var start = page.body().bytes();
        try (var in = new ByteArrayInputStream(start, 0, Math.min(MAX_HEAD, start.length))) {
            var charset = page.charset();
            return Jsoup.parse(
                            in,
                            charset == null ? null : charset.name(),
                            page.finalUrl().toString())
                    .select(NAMED)
                    .stream()
                    .map(link -> link.absUrl("href"))
                    .flatMap(PreviewSource::address)
                    .distinct()
                    .limit(MAX_NAMED)
                    .toList();
        } catch (IOException e) {
            return List.of(); // a page that breaks off names nothing
        }
    }

    private static Stream<URI> address(String href) {
        try {
            return href.isEmpty() ? Stream.empty() : Stream.of(URI.create(href));
        } catch (IllegalArgumentException e) {
            return Stream.empty();
        }
    }

    private Found found(ConnectorSettings wanted, Reading.Entries read) {
        return new Found(
                wanted,
                read.title(),
                read.language(),
                read.entries().size(),
                takeEntries.countLinks(read.entries(), clock.instant()),
                read.entries().stream().limit(MAX_SHOWN).map(Shown::of).toList(),
                read.note(),
                placed.at(wanted));
    }
}
