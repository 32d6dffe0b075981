package app.tidings.curation.issue;

import java.net.URI;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How far an edition of an issue is.
 *
 * @param version of the edition; 0 while it is not printed
 * @param page where it can be read
 * @param deliveries how many there are; none before sending starts
 * @param outcome how many deliveries ended how; none before none is open
 */
public record EditionProgress(
        long version,
        @Nullable URI page,
        @Nullable Long deliveries,
        @Nullable Map<String, Long> outcome) {

    static final EditionProgress NONE = new EditionProgress(0, null, null, null);

    public EditionProgress {
        outcome = outcome == null ? null : Map.copyOf(outcome);
    }

    public EditionProgress rendered(long asVersion, URI at) {
        return asVersion > version ? new EditionProgress(asVersion, at, deliveries, outcome) : this;
    }

    public EditionProgress sendingStarted(long count) {
        return deliveries == null ? new EditionProgress(version, page, count, outcome) : this;
    }

    public EditionProgress sendingDone(Map<String, Long> counts) {
        return outcome == null ? new EditionProgress(version, page, deliveries, counts) : this;
    }
}
