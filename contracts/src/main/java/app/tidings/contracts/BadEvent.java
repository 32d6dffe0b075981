package app.tidings.contracts;

/**
 * A record that can never become an event: bad bytes, a broken schema, an unknown type, a forged envelope. It goes to the
 * dead letters at once. Its message names the fault and never repeats the content.
 */
public final class BadEvent extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public BadEvent(String reason) {
        super(reason);
    }
}
