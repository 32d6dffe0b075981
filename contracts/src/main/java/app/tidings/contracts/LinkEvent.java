package app.tidings.contracts;

import app.tidings.contracts.LinkEvent.LinkFound;
import app.tidings.contracts.LinkEvent.LinkSeenAgain;
import app.tidings.contracts.LinkEvent.LinkWithdrawn;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonSubTypes.Type;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What ingest-service says about links. Key: link id. Each event carries the link whole, so the newest suffices. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
@JsonSubTypes({
    @Type(value = LinkFound.class, name = "link-found"),
    @Type(value = LinkSeenAgain.class, name = "link-seen-again"),
    @Type(value = LinkWithdrawn.class, name = "link-withdrawn")
})
public sealed interface LinkEvent extends Event {

    String TOPIC = "ingest.links";
    int MAX_TEASER = 2_000;
    int MAX_SIGHTINGS = 50;
    int MAX_REASON = 500;

    String linkId();

    String publicationId();

    /** The address that is fetched and printed. The id stands for its canonical form, which need not be one that answers. */
    URI url();

    /** The title as the source gave it; the address where it gave none. */
    String title();

    /** What the source says about it, as plain text of at most {@link #MAX_TEASER} characters. */
    @Nullable
    String teaser();

    /** Every source that showed it, oldest first, at most {@link #MAX_SIGHTINGS}. */
    List<Sighting> sightings();

    @Override
    default String key() {
        return linkId();
    }

    /** The first sighting of a link in a publication. */
    record LinkFound(
            String linkId,
            String publicationId,
            long version,
            URI url,
            String title,
            @Nullable String teaser,
            List<Sighting> sightings,
            Instant occurredAt)
            implements LinkEvent {

        public LinkFound {
            sightings = guard(linkId, publicationId, version, url, title, teaser, sightings, occurredAt);
        }
    }

    /** Another source or contributor showed a known link, or one that was withdrawn is wanted again. */
    record LinkSeenAgain(
            String linkId,
            String publicationId,
            long version,
            URI url,
            String title,
            @Nullable String teaser,
            List<Sighting> sightings,
            Instant occurredAt)
            implements LinkEvent {

        public LinkSeenAgain {
            sightings = guard(linkId, publicationId, version, url, title, teaser, sightings, occurredAt);
        }
    }

    /**
     * The link is not wanted after all, as when a rule that came later stops it. A later event of another type takes that back.
     *
     * @param reason for people, at most {@link #MAX_REASON} characters
     */
    record LinkWithdrawn(
            String linkId,
            String publicationId,
            long version,
            URI url,
            String title,
            @Nullable String teaser,
            List<Sighting> sightings,
            String reason,
            Instant occurredAt)
            implements LinkEvent {

        public LinkWithdrawn {
            sightings = guard(linkId, publicationId, version, url, title, teaser, sightings, occurredAt);
            Guard.text(reason, "reason", MAX_REASON);
        }
    }

    private static List<Sighting> guard(
            String linkId,
            String publicationId,
            long version,
            URI url,
            String title,
            @Nullable String teaser,
            List<Sighting> sightings,
            Instant occurredAt) {
        Guard.slug(publicationId, "publicationId");
        Guard.linkId(linkId, publicationId, "linkId");
        Guard.positive(version, "version");
        Guard.httpUrl(url, "url");
        Guard.text(title, "title");
        Guard.present(occurredAt, "occurredAt");
        if (teaser != null && teaser.length() > MAX_TEASER) {
            throw new BadValue("teaser is longer than %d characters".formatted(MAX_TEASER));
        }
        var guarded = Guard.filledList(sightings, "sightings");
        if (guarded.size() > MAX_SIGHTINGS) {
            throw new BadValue("sightings are more than %d".formatted(MAX_SIGHTINGS));
        }
        return guarded;
    }
}
