package app.tidings.render.feed;

/** The forms that feeds are written in, the most widely read first. */
public enum FeedFormat {
    RSS("RSS", "feed.xml", "application/rss+xml"),
    ATOM("Atom", "atom.xml", "application/atom+xml"),
    JSON("JSON Feed", "feed.json", "application/feed+json");

    private final String title;
    private final String file;
    private final String mediaType;

    FeedFormat(String title, String file, String mediaType) {
        this.title = title;
        this.file = file;
        this.mediaType = mediaType;
    }

    /** Its own name, the same in every language. */
    public String title() {
        return title;
    }

    /** The last part of its address. */
    public String file() {
        return file;
    }

    /** What kind of document it is; all of them are UTF-8. */
    public String mediaType() {
        return mediaType;
    }

    byte[] write(Feed feed) {
        return switch (this) {
            case RSS -> RssFeed.write(feed);
            case ATOM -> AtomFeed.write(feed);
            case JSON -> JsonFeed.write(feed);
        };
    }
}
