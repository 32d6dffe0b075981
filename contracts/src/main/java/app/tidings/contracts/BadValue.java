package app.tidings.contracts;

/**
 * What the guard of a record throws. Its message is made for whoever sent the value: it names the field and what may stand
 * there, and never repeats the content, so it may be shown and logged, which no other exception's message may.
 */
public final class BadValue extends IllegalArgumentException {

    private static final long serialVersionUID = 1L;

    public BadValue(String message) {
        super(message);
    }

    public BadValue(String message, Throwable cause) {
        super(message, cause);
    }
}
