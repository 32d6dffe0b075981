package app.tidings.ingest.submission;

import app.tidings.contracts.Credit;
import app.tidings.contracts.Ids;
import app.tidings.contracts.Sighting;
import app.tidings.ingest.link.Link;
import app.tidings.platform.address.Canonical;
import app.tidings.platform.address.CanonicalUrl;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A link that somebody submitted.
 *
 * @param id publication and a part that cannot be guessed
 * @param linkId the link that it became, or was already
 * @param url the address as it is fetched and printed; of a shortened one, where it leads
 * @param shownUrl the address as it was typed
 * @param title as the contributor gave it; the address where they gave none
 * @param note what they say about it
 * @param credit how they are named in print; null for nobody
 * @param language the language that they read, as a tag (BCP 47)
 * @param door by which way it came: {@code page}, {@code api}, {@code github} or {@code telegram}
 */
public record Submission(
        String id,
        String publicationId,
        String linkId,
        URI url,
        URI shownUrl,
        String title,
        @Nullable String note,
        @Nullable Credit credit,
        String language,
        String door,
        Instant at) {

    /** What stands behind the publication in the id of the source that submissions come from. */
    static final String SOURCE = "submissions";

    static final String SOURCE_NAME = "Submissions";

    /** The same, found to lead to another address; as it is where that cannot become a link. */
    Submission leadingTo(URI address) {
        if (!(CanonicalUrl.of(address.toString()) instanceof Canonical.Valid(var canonical))
                || !(CanonicalUrl.clean(address.toString()) instanceof Canonical.Valid(var clean))) {
            return this;
        }
        return new Submission(
                id,
                publicationId,
                Ids.link(publicationId, canonical.toString()),
                clean,
                shownUrl,
                title.equals(url.toString()) ? clean.toString() : title,
                note,
                credit,
                language,
                door,
                at);
    }

    /** The link, were it not known yet. */
    Link link() {
        var sighting = new Sighting(sourceId(), SOURCE_NAME, shownUrl, null, at, credit);
        return new Link(linkId, publicationId, url, title, note, List.of(sighting), 1, at, null);
    }

    /** Whether the link was not known before. Two at the very same millisecond may both have been first. */
    public boolean wasFirst(Link standing) {
        var first = standing.sightings().getFirst();
        return first.sourceId().equals(sourceId()) && !first.seenAt().isBefore(at);
    }

    private String sourceId() {
        return publicationId + ":" + SOURCE;
    }
}
