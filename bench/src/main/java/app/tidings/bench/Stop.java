package app.tidings.bench;

/** A benchmark cannot be run, or not to its end; the message says what to do. */
public final class Stop extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** With what to do. */
    public Stop(String message) {
        super(message);
    }

    /** With what to do, and what was met. */
    public Stop(String message, Throwable cause) {
        super(message, cause);
    }
}
