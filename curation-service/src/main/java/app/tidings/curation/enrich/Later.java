package app.tidings.curation.enrich;

import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What could not be found out about an item for now, and is to be asked for another time. */
final class Later {

    private boolean wanted;
    private boolean missed;
    private @Nullable Instant notBefore;

    /** Notes that something could not be found out for now; another time it may. */
    void want() {
        wanted = true;
    }

    /**
     * Notes that something could not be found out for now, because of a limit.
     *
     * @param when it is to be asked for again at the earliest; null where that is not known
     */
    void wantAfter(@Nullable Instant when) {
        wanted = true;
        notBefore = when;
    }

    /** Notes that something could not be had for now, and what is known of it from before stands. */
    void missed() {
        missed = true;
    }

    boolean isMissed() {
        return missed;
    }

    boolean isWanted() {
        return wanted;
    }

    /** When what is missing is to be asked for again at the earliest, where a limit is why it is missing. */
    Optional<Instant> notBefore() {
        return Optional.ofNullable(notBefore);
    }
}
