package app.tidings.curation.replay;

import app.tidings.curation.item.Item;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A range of items that are looked up again, and how far that is.
 *
 * @param range which items
 * @param cursor the last id that was examined; empty at the start
 * @param examined how many items of the publication were held against the range
 * @param asked how many of them are in it, so far
 * @param changed how many were found to be different; a kill in the wrong moment can leave one out
 * @param missed of how many the page is gone, or somebody did not answer for now
 */
record Replay(
        String id,
        Range range,
        List<EnrichStep> steps,
        State state,
        String cursor,
        long examined,
        long asked,
        long changed,
        long missed,
        Instant startedAt,
        @Nullable Instant endedAt) {

    /** How far it is. */
    enum State {
        /** The publication's items are gone through. */
        RUNNING,
        /** All have been gone through; the last are still to be looked up. */
        FINISHING,
        DONE,
        STOPPED;

        boolean isOpen() {
            return this == RUNNING || this == FINISHING;
        }
    }

    /**
     * Which items of a publication; those that are merged into another are not among them.
     *
     * @param source the id of a source that showed them; none: any
     * @param since when they were taken in at the earliest
     * @param until when they were taken in, this instant not included
     */
    record Range(
            String publication,
            @Nullable String source,
            @Nullable Instant since,
            @Nullable Instant until) {

        boolean holds(Item item) {
            return !item.isMerged()
                    && (since == null || !item.takenInAt().isBefore(since))
                    && (until == null || item.takenInAt().isBefore(until))
                    && (source == null
                            || item.sighted().sightings().stream()
                                    .anyMatch(each -> each.sourceId().equals(source)));
        }
    }

    static Replay of(String id, Range range, List<EnrichStep> steps, Instant now) {
        return new Replay(id, range, steps, State.RUNNING, "", 0, 0, 0, 0, now, null);
    }
}
