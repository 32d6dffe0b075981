package app.tidings.curation.learn;

import java.time.Duration;
import java.time.Instant;

/**
 * When it is learned again: the sooner, the less there was to read. So what an editor decided in a small archive, or has just
 * imported, counts within seconds, and a large one costs no more than its share of the time. For several threads.
 */
final class LearningPace {

    /** Pause of those who have next to nothing to read. */
    static final Duration SHORTEST = Duration.ofSeconds(10);

    private static final Duration AFTER_A_FAULT = Duration.ofMinutes(1);

    /** The pause is so many times as long as the reading took. */
    private static final int SHARE = 300;

    private final Duration longest;
    private Instant began = Instant.MIN;
    private Instant due = Instant.MIN;
    private boolean running;

    /**
     * Is due at once.
     *
     * @param longest pause between two times
     */
    LearningPace(Duration longest) {
        this.longest = longest;
    }

    /** Whether it is time, and nobody is at it; who is told so begins, and has to say when it ended. */
    synchronized boolean mayBegin(Instant now) {
        if (running || now.isBefore(due)) {
            return false;
        }
        running = true;
        began = now;
        return true;
    }

    /** All was read. */
    synchronized void ended(Instant now) {
        var wanted = Duration.between(began, now).multipliedBy(SHARE);
        var atLeast = wanted.compareTo(SHORTEST) < 0 ? SHORTEST : wanted;
        pause(now, atLeast.compareTo(longest) < 0 ? atLeast : longest);
    }

    /** Not all could be read. */
    synchronized void failed(Instant now) {
        pause(now, AFTER_A_FAULT);
    }

    private void pause(Instant now, Duration pause) {
        running = false;
        due = now.plus(pause);
    }
}
