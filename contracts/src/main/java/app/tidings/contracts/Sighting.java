package app.tidings.contracts;

import java.net.URI;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One source that showed a link.
 *
 * @param sourceId the source, as ingest knows it
 * @param sourceName the source's name at that time
 * @param shownUrl the address as the source wrote it, before it was made canonical
 * @param publishedAt when the source says that it was published
 * @param seenAt when ingest saw it first at this source
 * @param contributor who submitted it, where somebody did
 * @param language in which the source says that it is, BCP 47; null where it says nothing
 * @param lengthSeconds how long the recording is, as the source says; null where it says nothing, and for what is none
 */
public record Sighting(
        String sourceId,
        String sourceName,
        URI shownUrl,
        @Nullable Instant publishedAt,
        Instant seenAt,
        @Nullable Credit contributor,
        @Nullable String language,
        @Nullable Integer lengthSeconds) {

    public Sighting {
        Guard.text(sourceId, "sourceId");
        Guard.text(sourceName, "sourceName");
        Guard.httpUrl(shownUrl, "shownUrl");
        Guard.present(seenAt, "seenAt");
        if (lengthSeconds != null) {
            Guard.positive(lengthSeconds, "lengthSeconds");
        }
    }

    /** A sighting at a source that says nothing more of the link. */
    public Sighting(
            String sourceId,
            String sourceName,
            URI shownUrl,
            @Nullable Instant publishedAt,
            Instant seenAt,
            @Nullable Credit contributor) {
        this(sourceId, sourceName, shownUrl, publishedAt, seenAt, contributor, null, null);
    }
}
