package app.tidings.ingest.feed;

import app.tidings.ingest.feed.date.FeedDate;
import app.tidings.platform.address.HttpUrl;
import app.tidings.platform.time.RunningTime;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One entry of a feed, as the feed tells it.
 *
 * @param id what the feed calls it; not unique beyond the feed
 * @param link the page that it is about as the feed states it, and its lasting identity where it states none; absolute where
 *     that could be found out; not checked
 * @param address where that page can be read: the publisher's own address where the link leads over a counting service, and
 *     that of an enclosure where there is no page; not checked either
 * @param language of the entry or else of the feed, as it says, mostly a tag of BCP 47
 * @param length of the recording that comes with it
 */
public record FeedEntry(
        @Nullable String id,
        @Nullable String link,
        @Nullable String address,
        FeedText title,
        FeedText summary,
        @Nullable FeedAuthor author,
        @Nullable Instant publishedAt,
        @Nullable Instant updatedAt,
        @Nullable String language,
        @Nullable Duration length) {

    /** An entry of which neither language nor length is said. */
    public FeedEntry(
            @Nullable String id,
            @Nullable String link,
            @Nullable String address,
            FeedText title,
            FeedText summary,
            @Nullable FeedAuthor author,
            @Nullable Instant publishedAt,
            @Nullable Instant updatedAt) {
        this(id, link, address, title, summary, author, publishedAt, updatedAt, null, null);
    }

    /** When the feed says that it appeared, or changed where it does not say more. */
    public @Nullable Instant shownAt() {
        return publishedAt != null ? publishedAt : updatedAt;
    }

    /** The same, told in other words. */
    public FeedEntry told(FeedText otherTitle, FeedText otherSummary) {
        return new FeedEntry(
                id, link, address, otherTitle, otherSummary, author, publishedAt, updatedAt, language, length);
    }

    /** The same in a feed that is in that language: what the entry itself says of it stands. */
    FeedEntry in(@Nullable String feedsLanguage) {
        return language != null || feedsLanguage == null
                ? this
                : new FeedEntry(
                        id, link, address, title, summary, author, publishedAt, updatedAt, feedsLanguage, length);
    }

    /** The same in a feed of that author, who wrote what names nobody else (RFC 4287 §4.2.1, JSON Feed 1.1). */
    FeedEntry by(@Nullable FeedAuthor other) {
        return author != null || other == null
                ? this
                : new FeedEntry(id, link, address, title, summary, other, publishedAt, updatedAt, language, length);
    }

    /** An entry while it is read; of repeated fields the first counts. */
    static final class Draft {

        private @Nullable String id;
        private @Nullable PageLink link;
        private @Nullable String permalink;
        private @Nullable String original;
        private @Nullable String lastResort;
        private @Nullable FeedAuthor author;
        private @Nullable FeedAuthor sourceAuthor;
        private @Nullable Instant published;
        private @Nullable Instant updated;
        private @Nullable String language;
        private @Nullable Duration length;
        private FeedText title = FeedText.NONE;
        private FeedText otherTitle = FeedText.NONE;
        private FeedText summary = FeedText.NONE;
        private FeedText content = FeedText.NONE;

        void id(@Nullable String value) {
            id = first(id, value);
        }

        /** A link that counts if it is surer than those before it. */
        void link(@Nullable PageLink value) {
            link = PageLink.better(link, value);
        }

        /** The publisher's own address, where the link leads over a counting service. */
        void originalLink(@Nullable String value) {
            original = first(original, value);
        }

        /** A lasting identity counts as link where there is none. */
        void permalink(@Nullable String value) {
            permalink = first(permalink, value);
        }

        /** An address that is better than none, such as that of an enclosure. */
        void lastResort(@Nullable String value) {
            lastResort = first(lastResort, value);
        }

        /** One with a name is better than one with only an address of mail. */
        void author(@Nullable FeedAuthor value) {
            author = author == null || (author.name() == null && value != null) ? value : author;
        }

        /** Who wrote what the entry was taken from; counts where the entry itself names nobody. */
        void sourceAuthor(@Nullable FeedAuthor value) {
            sourceAuthor = sourceAuthor == null ? FeedAuthor.forEntries(value) : sourceAuthor;
        }

        void published(@Nullable String value) {
            published = published != null || value == null ? published : FeedDate.parse(value);
        }

        void updated(@Nullable String value) {
            updated = updated != null || value == null ? updated : FeedDate.parse(value);
        }

        void language(@Nullable String value) {
            language = first(language, value);
        }

        /** The length of a recording, as it is written. */
        void length(@Nullable String value) {
            length = length == null ? RunningTime.of(value).orElse(null) : length;
        }

        void title(FeedText value) {
            title = title.isBlank() ? value : title;
        }

        /** A title of something in the entry, such as a film, where the entry itself has none. */
        void otherTitle(FeedText value) {
            otherTitle = otherTitle.isBlank() ? value : otherTitle;
        }

        void summary(FeedText value) {
            summary = summary.isBlank() ? value : summary;
        }

        void content(FeedText value) {
            content = content.isBlank() ? value : content;
        }

        boolean isEmpty() {
            return id == null
                    && link == null
                    && lastResort == null
                    && title.isBlank()
                    && !hasSummary()
                    && content.isBlank();
        }

        boolean hasSummary() {
            return !summary.isBlank();
        }

        FeedEntry entry(@Nullable HttpUrl base) {
            var stated = PageLink.page(link);
            var page = first(stated, isAddress(permalink) ? permalink : null);
            var other = link == null ? lastResort : link.address();
            return new FeedEntry(
                    id,
                    absolute(base, first(stated, permalink)),
                    absolute(base, first(first(original, page), other)),
                    title.isBlank() ? otherTitle : title,
                    hasSummary() ? summary : content,
                    author == null ? sourceAuthor : author,
                    published,
                    updated,
                    language,
                    length);
        }

        private static @Nullable String first(@Nullable String standing, @Nullable String value) {
            return standing != null || value == null || value.isBlank() ? standing : value.strip();
        }
    }

    static boolean isAddress(@Nullable String value) {
        return value != null
                && (value.regionMatches(true, 0, "http://", 0, 7) || value.regionMatches(true, 0, "https://", 0, 8));
    }

    /** The address as it is meant at the base; as it stands, where there is none or it cannot be read. */
    static @Nullable String absolute(@Nullable HttpUrl base, @Nullable String written) {
        var address = written == null ? null : inOneLine(written);
        if (address == null || base == null || isAddress(address)) {
            return address;
        }
        return base.resolve(address) instanceof HttpUrl.Parsed.Good(var url) ? url.toString() : address;
    }

    /** As browsers read an address that was broken into lines (WHATWG URL §4.4). */
    private static String inOneLine(String address) {
        return address.indexOf('\n') < 0 ? address : address.replaceAll("[\n\r\t]", "");
    }
}
