package app.tidings.ingest.imports;

import app.tidings.ingest.imports.DraftList.Refusal;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A list that is coming in, part by part.
 *
 * @param total outlines of the list that tell of sources
 * @param parts how many the sources lie in; the next one to be added is {@code next}
 * @param added sources that were not there before
 * @param alreadyThere sources that were there before, or stand in the list twice
 * @param refused outlines that cannot become sources
 * @param refusals the first of these, with reasons
 * @param flaw why the list may hold more; null for a whole list
 * @param startedAt of whole milliseconds: the sources that it adds are known by it
 * @param endedAt null while it is running
 */
record Import(
        String id,
        String publicationId,
        int total,
        int parts,
        int next,
        int added,
        int alreadyThere,
        int refused,
        List<Refusal> refusals,
        @Nullable String flaw,
        Instant startedAt,
        @Nullable Instant endedAt) {

    /** How many sources are added by one write. */
    static final int PART = 250;

    /** One that has just been read. */
    static Import begun(String id, String publicationId, DraftList list, @Nullable String flaw, Instant now) {
        var count = list.sources().size();
        return new Import(
                id,
                publicationId,
                count + list.repeated() + list.refused(),
                Math.ceilDiv(count, PART),
                0,
                0,
                list.repeated(),
                list.refused(),
                list.refusals(),
                flaw,
                now,
                count == 0 ? now : null);
    }

    boolean isRunning() {
        return next < parts;
    }

    /** After its next part was added. */
    Import advanced(int fresh, int old, Instant now) {
        return new Import(
                id,
                publicationId,
                total,
                parts,
                next + 1,
                added + fresh,
                alreadyThere + old,
                refused,
                refusals,
                flaw,
                startedAt,
                next + 1 == parts ? now : null);
    }
}
