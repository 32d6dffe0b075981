package app.tidings.ingest.feed;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a document turned out to be. Whatever its bytes are, it is one of these and never an exception. */
public sealed interface Parsed {

    /**
     * A feed.
     *
     * @param format what it is written in
     * @param language as the feed says it, mostly a tag of BCP 47
     * @param entries in the order of the document
     * @param flaw why there may be more entries than these, for the source's owner; null for a whole feed
     */
    record Feed(
            Format format,
            @Nullable String title,
            @Nullable String link,
            @Nullable String language,
            List<FeedEntry> entries,
            @Nullable String flaw)
            implements Parsed {

        public Feed {
            entries = List.copyOf(entries);
        }
    }

    /** No feed; the reason says what it is instead and what to do, and repeats nothing of it but checked addresses. */
    record NotAFeed(Kind kind, String reason) implements Parsed {}

    /** The family of a feed's format. */
    enum Format {
        /** RSS of all versions, RDF among them. */
        RSS,
        ATOM,
        JSON,
        /** Microsoft's Channel Definition Format of 1997. */
        CDF
    }

    /** What came instead of a feed. */
    enum Kind {
        EMPTY,
        HTML_PAGE,
        OTHER_DOCUMENT,
        UNREADABLE,
        /** It defines entities of its own, which no feed needs and which are a way of attack. */
        OWN_ENTITIES
    }
}
