package app.tidings.notify.letter;

import java.util.List;

/**
 * A mail as it is the same for everybody.
 *
 * @param from address of the sender
 * @param sender name of the sender
 * @param marks stand in the bodies for what is each reader's own
 * @param headers beyond the usual ones
 */
public record Letter(
        String from,
        String sender,
        String subject,
        String language,
        String text,
        String html,
        List<String> marks,
        List<Header> headers) {

    /** A header with a value of ASCII characters. */
    public record Header(String name, String value) {}
}
