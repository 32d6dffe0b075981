package app.tidings.local.newsroom;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One invented site.
 *
 * @param layout which layout its pages are set in
 * @param metadata what the heads of its pages tell beside a title
 */
record Site(
        String id, String name, String tagline, String language, String layout, List<Metadata> metadata, Feed feed) {

    /** What a page's head can tell. */
    enum Metadata {
        OPEN_GRAPH,
        JSON_LD,
        DESCRIPTION
    }

    /**
     * The feed that it offers.
     *
     * @param shows pages of other sites that it points at, with what it hangs on their addresses
     */
    record Feed(
            Format format,
            @Nullable List<String> shows,
            @Nullable Fault fault) {

        List<String> pointers() {
            return shows == null ? List.of() : shows;
        }
    }

    enum Format {
        RSS("feed.xml", "application/rss+xml; charset=utf-8"),
        ATOM("feed.xml", "application/atom+xml; charset=utf-8"),
        JSON("feed.json", "application/feed+json; charset=utf-8");

        private final String file;
        private final String mediaType;

        Format(String file, String mediaType) {
            this.file = file;
            this.mediaType = mediaType;
        }

        String mediaType() {
            return mediaType;
        }
    }

    /** How a feed misbehaves. */
    enum Fault {
        BREAKS_OFF,
        PAGE_INSTEAD,
        FIRST_ANSWER_500
    }

    String home() {
        return "/" + id + "/";
    }

    String feedPath() {
        return home() + feed.format().file;
    }
}
