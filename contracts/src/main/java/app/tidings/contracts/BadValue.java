package app.tidings.contracts;

/**
 * What is thrown about a value that cannot be taken. Its message is made for whoever sent the value: it names the field and
 * what may stand there. The guards of events never repeat the content, so theirs may be logged, which no other exception's
 * message may; what a controller says of a request goes to its sender alone.
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
