package app.tidings.ingest.feed;

import app.tidings.platform.address.HttpUrl;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One entry of a feed, as the feed tells it.
 *
 * @param id what the feed calls it; not unique beyond the feed
 * @param link the page that it is about, absolute where that could be found out; not checked
 */
public record FeedEntry(
        @Nullable String id,
        @Nullable String link,
        FeedText title,
        FeedText summary,
        @Nullable String author,
        @Nullable Instant publishedAt,
        @Nullable Instant updatedAt) {

    /** When the feed says that it appeared, or changed where it does not say more. */
    public @Nullable Instant shownAt() {
        return publishedAt != null ? publishedAt : updatedAt;
    }

    /** An entry while it is read; of repeated fields the first counts. */
    static final class Draft {

        private @Nullable String id;
        private @Nullable String link;
        private @Nullable String permalink;
        private @Nullable String lastResort;
        private @Nullable String author;
        private @Nullable Instant published;
        private @Nullable Instant updated;
        private FeedText title = FeedText.NONE;
        private FeedText summary = FeedText.NONE;
        private FeedText content = FeedText.NONE;

        void id(@Nullable String value) {
            id = first(id, value);
        }

        void link(@Nullable String value) {
            link = first(link, value);
        }

        /** The publisher's own address, where the link leads over a counting service. */
        void originalLink(@Nullable String value) {
            link = value == null || value.isBlank() ? link : value.strip();
        }

        /** An identity that is also an address counts as link where there is no other. */
        void permalink(@Nullable String value) {
            permalink = first(permalink, isAddress(value) ? value : null);
        }

        /** An address that is better than none, such as that of an enclosure. */
        void lastResort(@Nullable String value) {
            lastResort = first(lastResort, value);
        }

        void author(@Nullable String value) {
            author = first(author, value);
        }

        void published(@Nullable String value) {
            published = published != null || value == null ? published : FeedDate.parse(value);
        }

        void updated(@Nullable String value) {
            updated = updated != null || value == null ? updated : FeedDate.parse(value);
        }

        void title(FeedText value) {
            title = title.isBlank() ? value : title;
        }

        void summary(FeedText value) {
            summary = summary.isBlank() ? value : summary;
        }

        void content(FeedText value) {
            content = content.isBlank() ? value : content;
        }

        boolean hasSummary() {
            return !summary.isBlank();
        }

        FeedEntry entry(HttpUrl base) {
            var address = first(first(link, permalink), lastResort);
            return new FeedEntry(
                    id, absolute(base, address), title, hasSummary() ? summary : content, author, published, updated);
        }

        private static @Nullable String first(@Nullable String standing, @Nullable String value) {
            return standing != null || value == null || value.isBlank() ? standing : value.strip();
        }

        private static boolean isAddress(@Nullable String value) {
            return value != null
                    && (value.regionMatches(true, 0, "http://", 0, 7)
                            || value.regionMatches(true, 0, "https://", 0, 8));
        }
    }

    /** The address as it is meant at the base; as it stands, where it cannot be read. */
    static @Nullable String absolute(HttpUrl base, @Nullable String address) {
        if (address == null || Draft.isAddress(address)) {
            return address;
        }
        return base.resolve(address) instanceof HttpUrl.Parsed.Good(var url) ? url.toString() : address;
    }
}
