package app.tidings.curation.item;

import app.tidings.contracts.Manuscript.Image;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the web says about a link, as far as it could be found out.
 *
 * @param language BCP 47, {@code und} where unknown
 * @param repository none unless it is one
 * @param summary whole sentences, as plain text
 * @param images proposed to the editor, kept already
 * @param quality what could not be found out, as short flags such as {@code no-text}
 */
public record Page(
        @Nullable String title,
        @Nullable String author,
        @Nullable String site,
        @Nullable Instant publishedAt,
        @Nullable String description,
        @Nullable URI canonical,
        String language,
        Kind kind,
        @Nullable Repository repository,
        @Nullable String summary,
        List<Image> images,
        List<String> quality) {

    public static final String UNKNOWN_LANGUAGE = "und";

    public Page {
        images = List.copyOf(images);
        quality = List.copyOf(quality);
    }

    /** What a repository's host says about it. */
    public record Repository(
            String owner,
            String name,
            int stars,
            boolean archived,
            @Nullable String license,
            @Nullable String description) {}
}
