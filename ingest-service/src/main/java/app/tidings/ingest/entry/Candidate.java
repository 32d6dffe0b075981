package app.tidings.ingest.entry;

import app.tidings.contracts.Ids;
import app.tidings.contracts.LinkEvent;
import app.tidings.contracts.Sighting;
import app.tidings.ingest.feed.FeedEntry;
import app.tidings.ingest.link.Link;
import app.tidings.ingest.seen.Recall.Showing;
import app.tidings.ingest.source.Source;
import app.tidings.ingest.source.SourceSettings;
import app.tidings.platform.address.Canonical;
import app.tidings.platform.address.CanonicalUrl;
import app.tidings.platform.address.HttpUrl;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What an entry of a feed is to a publication. */
sealed interface Candidate {

    int MAX_TITLE = 500;

    /** Dates before the web are what programs write that know none. */
    Instant BEFORE_THE_WEB = Instant.parse("1991-01-01T00:00:00Z");

    /**
     * It shows a link.
     *
     * @param id of the link, after its canonical address
     * @param url the address as it is fetched and printed
     */
    record Shown(String id, URI url, URI shownUrl, FeedEntry entry) implements Candidate {

        /** The same entry, found to lead to another address. */
        Shown at(String publicationId, URI address) {
            return shown(publicationId, address.toString(), entry) instanceof Shown whole
                    ? new Shown(whole.id, whole.url, shownUrl, entry)
                    : this;
        }

        Showing showing() {
            return new Showing(id, entry);
        }

        /** The link, were it not known yet. */
        Link link(Source source, Instant now) {
            var sighting = new Sighting(
                    source.id(), source.name(), shownUrl, dateOf(entry), now, null, language(source), lengthSeconds());
            var title = entry.title().plainTitle(MAX_TITLE);
            var teaser = entry.summary().plain(LinkEvent.MAX_TEASER);
            return new Link(
                    id,
                    source.publicationId(),
                    url,
                    title.isEmpty() ? url.toString() : title,
                    teaser.isEmpty() ? null : teaser,
                    List.of(sighting),
                    1,
                    now,
                    null);
        }

        /** What an editor says of the source goes before what the source says of itself, which may be of its template. */
        private @Nullable String language(Source source) {
            return source.settings().language() == null
                    ? SourceSettings.languageTag(entry.language())
                    : source.settings().language();
        }

        private @Nullable Integer lengthSeconds() {
            return entry.length() == null ? null : (int) entry.length().toSeconds();
        }
    }

    /**
     * It was published long before its source was added.
     *
     * @param shown what it shows nevertheless; null where that is no link
     */
    record TooOld(@Nullable Shown shown) implements Candidate {}

    /** It has no address that can become a link. */
    record Refused(String reason) implements Candidate {}

    /**
     * Judges an entry.
     *
     * @param horizon what was published before it is too old
     */
    static Candidate of(String publicationId, FeedEntry entry, Instant horizon) {
        var shown = entry.address();
        if (shown == null) {
            return new Refused("it has no address");
        }
        var candidate = shown(publicationId, shown, entry);
        return isBefore(horizon, entry) ? new TooOld(candidate instanceof Shown old ? old : null) : candidate;
    }

    /** Whether the entry says that it was published before then. */
    static boolean isBefore(Instant horizon, FeedEntry entry) {
        var date = dateOf(entry);
        return date != null && date.isBefore(horizon);
    }

    private static Candidate shown(String publicationId, String shown, FeedEntry entry) {
        return switch (CanonicalUrl.of(shown)) {
            case Canonical.Refused(var reason) -> new Refused(reason);
            case Canonical.Valid(var canonical) ->
                CanonicalUrl.clean(shown) instanceof Canonical.Valid(var url)
                                && HttpUrl.parse(shown.strip()) instanceof HttpUrl.Parsed.Good(var address)
                        ? new Shown(Ids.link(publicationId, canonical.toString()), url, address.uri(), entry)
                        : new Refused("it cannot be read");
        };
    }

    static @Nullable Instant dateOf(FeedEntry entry) {
        var date = entry.shownAt();
        return date == null || date.isBefore(BEFORE_THE_WEB) ? null : date;
    }
}
