package app.tidings.notify.subscriber;

import app.tidings.notify.ledger.LedgerPage;
import app.tidings.notify.subject.Subject;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A mail to one reader, as a subject of the ledger with one row. What it says stands with the subscriber, as the last
 * mailing with that number.
 */
public record ReaderMail(String subscriberId, int number) {

    // no publication begins with an underscore, so no edition has such an id
    private static final Pattern SUBJECT = Pattern.compile("_mail:([^:]+):([0-9]+)");

    public String subjectId() {
        return "_mail:%s:%d".formatted(subscriberId, number);
    }

    public String pageId() {
        return LedgerPage.id(subjectId(), Subject.CHANNEL, 1);
    }

    /** The mail that is the subject with that id; empty for other subjects. */
    public static Optional<ReaderMail> of(String subjectId) {
        var matched = SUBJECT.matcher(subjectId);
        return matched.matches()
                ? Optional.of(new ReaderMail(matched.group(1), Integer.parseInt(matched.group(2))))
                : Optional.empty();
    }
}
