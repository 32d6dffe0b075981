package app.tidings.local.stage;

import static java.nio.charset.StandardCharsets.UTF_8;

import app.tidings.local.stage.Api.Refused;
import java.io.OutputStream;
import java.io.PrintStream;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.function.Supplier;

/** Waits for things to happen, and says how far they are, until the time of the whole demo is up. */
public final class Patience {

    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(250);

    private final Story story;
    private final InstantSource clock;
    private final Duration limit;
    private final Instant deadline;

    /** What a look at something came to. */
    public sealed interface Look<T> {

        /** It has happened. */
        record Done<T>(T result) implements Look<T> {}

        /** It has not happened; the progress says what is still missing. */
        record NotYet<T>(String progress) implements Look<T> {}
    }

    /** The demo could not be finished; the message says what is missing. */
    public static final class GaveUp extends RuntimeException {

        private static final long serialVersionUID = 1L;

        /** With what is missing. */
        public GaveUp(String message) {
            super(message);
        }
    }

    /** Waits no longer than the limit, all in all, from now on, and tells nobody. */
    public static Patience silent(Duration limit) {
        var nowhere = new PrintStream(OutputStream.nullOutputStream(), false, UTF_8);
        return new Patience(new Story(nowhere, false), Clock.systemUTC(), limit);
    }

    /** Waits no longer than the limit, all in all, from now on. */
    public Patience(Story story, InstantSource clock, Duration limit) {
        this.story = story;
        this.clock = clock;
        this.limit = limit;
        this.deadline = clock.instant().plus(limit);
    }

    /** Looks again and again until it is done. */
    public <T> T until(Supplier<Look<T>> look) {
        while (true) {
            switch (look.get()) {
                case Look.Done<T>(var result) -> {
                    story.erase();
                    return result;
                }
                case Look.NotYet<T>(var progress) -> waitALittle(progress);
            }
        }
    }

    /**
     * Takes the step again and again for as long as the service refuses it with that status of HTTP; another refusal is thrown.
     *
     * @param progress says what is waited for
     */
    public <T> T again(int refusal, String progress, Supplier<T> step) {
        while (true) {
            try {
                return step.get();
            } catch (Refused e) {
                if (e.status() != refusal) {
                    throw e;
                }
                waitALittle(progress);
            }
        }
    }

    /** Lets a moment pass. */
    public void waitALittle(String progress) {
        if (!clock.instant().isBefore(deadline)) {
            throw new GaveUp("After %d minutes still: %s.".formatted(limit.toMinutes(), progress));
        }
        story.progress(progress);
        try {
            Thread.sleep(BETWEEN_LOOKS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new GaveUp("Interrupted while: " + progress + ".");
        }
    }
}
