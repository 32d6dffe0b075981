package app.tidings.ingest.link;

import app.tidings.contracts.LinkEvent;
import app.tidings.contracts.LinkEvent.LinkFound;
import app.tidings.contracts.LinkEvent.LinkSeenAgain;
import app.tidings.contracts.LinkEvent.LinkWithdrawn;
import app.tidings.contracts.Sighting;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * An address that a source showed to a publication.
 *
 * @param url the canonical address
 * @param title as the first source gave it; the address where none gave one
 * @param sightings every source and contributor that showed it, oldest first, at most {@link LinkEvent#MAX_SIGHTINGS}
 * @param version 1 at the first sighting, one more with each later one and with each withdrawal
 * @param changedAt when this version came to be
 * @param withdrawn why it is not wanted after all; null where it is
 */
public record Link(
        String id,
        String publicationId,
        URI url,
        String title,
        @Nullable String teaser,
        List<Sighting> sightings,
        long version,
        Instant changedAt,
        @Nullable String withdrawn) {

    public Link {
        sightings = List.copyOf(sightings);
    }

    /**
     * Whether a sighting adds something: another source, or another contributor, and room for it. What has no room is known
     * well enough.
     */
    boolean lacks(Sighting sighting) {
        return sightings.size() < LinkEvent.MAX_SIGHTINGS
                && sightings.stream()
                        .noneMatch(each -> each.sourceId().equals(sighting.sourceId())
                                && Objects.equals(each.contributor(), sighting.contributor()));
    }

    /** The link as it is after another source showed it; what the first did not say is taken from there. */
    Link seenAgain(Link again, Instant now) {
        var title = this.title.equals(url.toString()) ? again.title : this.title;
        var teaser = this.teaser == null ? again.teaser : this.teaser;
        var all = Stream.concat(sightings.stream(), again.sightings.stream()).toList();
        return new Link(id, publicationId, url, title, teaser, all, version + 1, now, null);
    }

    /** The link as it is once it is not wanted any more, or wanted again. */
    Link withdrawn(@Nullable String reason, Instant now) {
        return new Link(id, publicationId, url, title, teaser, sightings, version + 1, now, reason);
    }

    /** The event that tells of this version, the same whenever it is made. */
    LinkEvent event() {
        if (withdrawn != null) {
            return new LinkWithdrawn(id, publicationId, version, url, title, teaser, sightings, withdrawn, changedAt);
        }
        return version == 1
                ? new LinkFound(id, publicationId, version, url, title, teaser, sightings, changedAt)
                : new LinkSeenAgain(id, publicationId, version, url, title, teaser, sightings, changedAt);
    }
}
