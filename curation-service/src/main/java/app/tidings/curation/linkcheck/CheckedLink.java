package app.tidings.curation.linkcheck;

import java.net.URI;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What asking for a link came to.
 *
 * @param target where it leads by now, if elsewhere
 * @param detail what is the matter, in our own words; none where all is well
 */
public record CheckedLink(
        URI url,
        Verdict verdict,
        @Nullable URI target,
        @Nullable String detail,
        Instant at) {

    /** What an editor should think of it. */
    public enum Verdict {
        OK,
        /** It answers elsewhere, and for good. */
        MOVED,
        /** The page is gone, or its host, or nobody can trust it. */
        DEAD,
        /** It leads to the front page of its site, which is what some sites do with pages that are gone. */
        FRONT_PAGE,
        /** Its server does not let programs in, which says nothing about people. */
        REFUSED,
        /** Nobody can tell for now: its server fails, or is silent. */
        UNKNOWN
    }
}
