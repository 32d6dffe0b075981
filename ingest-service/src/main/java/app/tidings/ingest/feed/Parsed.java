package app.tidings.ingest.feed;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** What a document turned out to be. Whatever its bytes are, it is one of these and never an exception. */
public sealed interface Parsed {

    /**
     * A feed.
     *
     * @param format what it is written in
     * @param language as the feed says it, mostly a tag of BCP 47
     * @param entries in the order of the document
     * @param push where it says that its changes are told
     * @param flaw why there may be more entries than these, for the source's owner; null for a whole feed
     */
    record Feed(
            Format format,
            @Nullable String title,
            @Nullable String link,
            @Nullable String language,
            List<FeedEntry> entries,
            PushLinks push,
            @Nullable String flaw)
            implements Parsed {

        public Feed {
            entries = entries.stream().map(each -> each.in(language)).toList();
        }
    }

    /**
     * Where changes are told, as a feed or the headers of its answer say (WebSub §4). Addresses stand as written, absolute
     * where that could be found out; not checked.
     *
     * @param hubs in their order, at most {@value #MAX_HUBS}
     * @param self the address under which hubs know it; the first that was named
     */
    record PushLinks(List<String> hubs, @Nullable String self) {

        /** Nothing is said. */
        public static final PushLinks NONE = new PushLinks(List.of(), null);

        private static final int MAX_HUBS = 5;

        public PushLinks {
            hubs = List.copyOf(hubs);
        }

        /** With one link more, of relations that are separated by spaces (RFC 8288 §3.3). */
        public PushLinks with(@Nullable String relations, @Nullable String address) {
            if (relations == null || address == null || address.isBlank()) {
                return this;
            }
            var named = Arrays.asList(relations.toLowerCase(Locale.ROOT).strip().split("\\s+", -1));
            var more = new ArrayList<>(hubs);
            if (named.contains("hub") && hubs.size() < MAX_HUBS && !hubs.contains(address)) {
                more.add(address);
            }
            return new PushLinks(more, self == null && named.contains("self") ? address : self);
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
        /** It defines entities that are more than a few characters, which no feed needs and which are a way of attack. */
        OWN_ENTITIES
    }
}
