package app.tidings.local.mailbox;

import java.io.IOException;
import java.util.List;

/** Where mails go that came by SMTP. */
@FunctionalInterface
public interface Inlet {

    /**
     * Takes a mail.
     *
     * @param message as it came, its dots unstuffed
     * @return whether the sender is told that it was taken; if not, the connection is cut without a word
     * @throws IOException if it cannot be taken, which the sender is told
     */
    boolean take(String sender, List<String> recipients, byte[] message) throws IOException;
}
