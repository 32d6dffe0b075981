package app.tidings.ingest.feed.page;

import org.jspecify.annotations.Nullable;

/**
 * A feed that a page names.
 *
 * @param url absolute, http or https
 * @param title what the page calls it
 * @param type its media type as the page says, in lower case, such as {@code application/atom+xml}
 */
public record FeedLink(String url, @Nullable String title, String type) {}
