package app.tidings.curation.enrich;

import java.net.URI;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What a page says about itself.
 *
 * @param title without the site's name
 * @param type of OpenGraph or schema.org, in lower case, such as {@code video.other}
 * @param language the page's own claim
 */
record Metadata(
        @Nullable String title,
        @Nullable String author,
        @Nullable String site,
        @Nullable Instant publishedAt,
        @Nullable String description,
        @Nullable URI canonical,
        @Nullable URI image,
        @Nullable String imageAlt,
        @Nullable String type,
        @Nullable String language) {

    static final Metadata NONE = new Metadata(null, null, null, null, null, null, null, null, null, null);
}
