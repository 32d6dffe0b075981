package app.tidings.ingest.feed;

import org.jspecify.annotations.Nullable;

/** The address of a page as a feed gives it, more or less surely. */
record PageLink(String address, Rank rank) {

    /** How sure it is that the address is that of the page. */
    enum Rank {
        /** It is the same in another format. */
        OTHER_FORMAT,
        UNTYPED,
        PAGE,
        /** It is the text of an element, as in RSS; the last of them counts. */
        TEXT
    }

    /** The surer of two links, the first where they are alike. */
    static @Nullable PageLink better(@Nullable PageLink standing, @Nullable PageLink next) {
        if (standing == null || next == null) {
            return standing == null ? next : standing;
        }
        return next.rank == Rank.TEXT || next.rank.compareTo(standing.rank) > 0 ? next : standing;
    }

    /** The address of a link that leads to a page. */
    static @Nullable String page(@Nullable PageLink link) {
        return link == null || link.rank == Rank.OTHER_FORMAT ? null : link.address;
    }
}
