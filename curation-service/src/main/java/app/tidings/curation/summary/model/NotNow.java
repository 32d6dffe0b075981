package app.tidings.curation.summary.model;

import java.time.Duration;

/** The model cannot be asked for now. */
public final class NotNow extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final Duration wait;

    NotNow(String reason, Duration wait) {
        super(reason, null, false, false);
        this.wait = wait;
    }

    /** As long as it wants to be left alone; zero where it did not say. */
    public Duration pause() {
        return wait;
    }
}
