package app.tidings.curation.learn;

import static java.util.Objects.requireNonNullElse;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import org.springframework.scheduling.Trigger;
import org.springframework.scheduling.TriggerContext;

/**
 * When it is learned again: the sooner, the less there is to read. So what an editor decided in a small archive, or has just
 * imported, counts within seconds, and a large one costs no more than its share of the time.
 *
 * @param longest pause between two times
 */
record LearningPace(Duration longest, InstantSource clock) implements Trigger {

    private static final Duration SHORTEST = Duration.ofSeconds(10);

    /** The pause is so many times as long as the reading took. */
    private static final int SHARE = 300;

    @Override
    public Instant nextExecution(TriggerContext last) {
        var ended = last.lastCompletion();
        if (ended == null) {
            return clock.instant();
        }
        var began = requireNonNullElse(last.lastActualExecution(), ended);
        var wanted = Duration.between(began, ended).multipliedBy(SHARE);
        var atLeast = wanted.compareTo(SHORTEST) < 0 ? SHORTEST : wanted;
        return ended.plus(atLeast.compareTo(longest) < 0 ? atLeast : longest);
    }
}
