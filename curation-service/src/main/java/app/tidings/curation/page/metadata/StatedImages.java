package app.tidings.curation.page.metadata;

import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The pictures that a page names for itself: OpenGraph's before those of other cards, JSON-LD's, a link's, microdata's.
 *
 * @param addresses the best first, each once
 * @param alt what the page says of the first
 */
public record StatedImages(List<URI> addresses, @Nullable String alt) {

    /** Of a page that names none, or that nobody has seen. */
    public static final StatedImages NONE = new StatedImages(List.of(), null);

    static StatedImages of(Statements stated) {
        var tags = stated.tags();
        var card = Stream.of("og:image:secure_url", "og:image", "og:image:url", "twitter:image", "twitter:image:src")
                .map(tags::first);
        var others = Stream.of(
                stated.json().image(),
                tags.link("image_src"),
                tags.first("thumbnail", "sailthru.image.full"),
                stated.micro().image());
        var addresses = Stream.concat(card, others)
                .map(stated.page()::resolve)
                .flatMap(Optional::stream)
                .distinct()
                .toList();
        return new StatedImages(addresses, tags.first("og:image:alt", "twitter:image:alt"));
    }
}
