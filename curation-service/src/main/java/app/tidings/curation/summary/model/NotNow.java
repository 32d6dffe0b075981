package app.tidings.curation.summary.model;

import java.time.Duration;

/** The model cannot be asked for now. */
public final class NotNow extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final Duration wait;
    private final boolean asked;

    private NotNow(String reason, Duration wait, boolean asked) {
        super(reason, null, false, false);
        this.wait = wait;
        this.asked = asked;
    }

    /** It was asked, and had no answer. */
    static NotNow answered(String reason, Duration wait) {
        return new NotNow(reason, wait, true);
    }

    /** It was not asked at all. */
    static NotNow unasked(String reason, Duration wait) {
        return new NotNow(reason, wait, false);
    }

    public boolean asked() {
        return asked;
    }

    /** As long as it wants to be left alone; zero where it did not say. */
    public Duration pause() {
        return wait;
    }
}
