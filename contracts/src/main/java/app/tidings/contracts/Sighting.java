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
 */
public record Sighting(
        String sourceId,
        String sourceName,
        URI shownUrl,
        @Nullable Instant publishedAt,
        Instant seenAt,
        @Nullable Credit contributor) {

    public Sighting {
        Guard.text(sourceId, "sourceId");
        Guard.text(sourceName, "sourceName");
        Guard.httpUrl(shownUrl, "shownUrl");
        Guard.present(seenAt, "seenAt");
    }
}
