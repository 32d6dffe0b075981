package app.tidings.platform.jobs;

import java.time.Duration;

/**
 * That a job is to be done again though nothing failed.
 *
 * @param pause how long it waits until then
 * @param tried whether this counts as one of its tries
 */
public record Again(Duration pause, boolean tried) {

    /** Once more, as the next try. */
    public static Again after(Duration wait) {
        return new Again(wait, true);
    }

    /** As if it had never been taken: it could not be begun. */
    public static Again untried(Duration wait) {
        return new Again(wait, false);
    }
}
