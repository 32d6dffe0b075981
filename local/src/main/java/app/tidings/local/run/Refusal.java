package app.tidings.local.run;

/** A command that cannot be carried out; the message is one line for the person who gave it and says what to do. */
public final class Refusal extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** With words for the terminal. */
    public Refusal(String words) {
        super(words);
    }

    /** With words for the terminal, and the reason for a debugger. */
    public Refusal(String words, Throwable cause) {
        super(words, cause);
    }
}
