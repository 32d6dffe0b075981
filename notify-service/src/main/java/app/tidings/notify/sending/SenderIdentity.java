package app.tidings.notify.sending;

import static java.nio.charset.StandardCharsets.UTF_8;

import app.tidings.contracts.Ids;

/** In whose name we write. */
public record SenderIdentity(String address) {

    private static final int ID_LENGTH = 40;

    public SenderIdentity {
        if (!address.matches("[^\\s<>@]+@[a-zA-Z0-9.-]+")) {
            throw new IllegalArgumentException("tidings.notify.smtp.from is not of the form name@example.org");
        }
    }

    String domain() {
        return address.substring(address.lastIndexOf('@') + 1);
    }

    /** The same whenever the delivery is sent again, so that whoever gets it twice can tell; it tells nothing else. */
    public String messageId(String subjectId, String channel, String reader) {
        var row = String.join("\n", subjectId, channel, reader);
        return "<%s@%s>".formatted(Ids.contentHash(row.getBytes(UTF_8)).substring(0, ID_LENGTH), domain());
    }
}
