package app.tidings.curation.learn;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/**
 * When it is learned again: the sooner, the less there was to read. So what an editor decided in a small archive, or has just
 * imported, counts within seconds, and a large one costs no more than its share of the time, unless that would be too long a pause.
 * For several threads.
 */
final class LearningPace {

    /** How often it is to be asked whether it is time. */
    static final Duration TICK = Duration.ofSeconds(1);

    private static final Duration SHORTEST = Duration.ofSeconds(10);
    private static final Duration AFTER_A_FAULT = Duration.ofMinutes(1);

    /** The pause is so many times as long as the reading took. */
    private static final int SHARE = 300;

    private final Duration longest;
    private final InstantSource clock;
    private Instant due = Instant.MIN;
    private boolean running;

    /**
     * Is due at once.
     *
     * @param longest pause between two times
     */
    LearningPace(Duration longest, InstantSource clock) {
        this.longest = longest;
        this.clock = clock;
    }

    /** Reads if it is time and nobody is at it; what it throws is thrown, and it is tried again in a minute. */
    void readWhenDue(Runnable reading) {
        var began = clock.instant();
        if (!mayBegin(began)) {
            return;
        }
        var pause = AFTER_A_FAULT;
        try {
            reading.run();
            pause = pause(Duration.between(began, clock.instant()));
        } finally {
            end(pause);
        }
    }

    private synchronized boolean mayBegin(Instant now) {
        if (running || now.isBefore(due)) {
            return false;
        }
        running = true;
        return true;
    }

    private Duration pause(Duration took) {
        var wanted = took.multipliedBy(SHARE);
        var atLeast = wanted.compareTo(SHORTEST) < 0 ? SHORTEST : wanted;
        return atLeast.compareTo(longest) < 0 ? atLeast : longest;
    }

    private synchronized void end(Duration pause) {
        running = false;
        due = clock.instant().plus(pause);
    }
}
