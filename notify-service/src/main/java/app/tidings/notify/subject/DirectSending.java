package app.tidings.notify.subject;

import app.tidings.notify.ledger.Ledger;
import app.tidings.notify.ledger.LedgerPage;
import app.tidings.notify.subject.LiveSubjects.Live;
import app.tidings.notify.subject.Subject.Order;
import app.tidings.notify.subject.Subject.Phase;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.springframework.stereotype.Component;

/** What a person orders for a subject: pause, go on, cancel, resend what is unknown or was refused. */
@Component
public class DirectSending {

    private final Subjects subjects;
    private final LiveSubjects live;
    private final Ledger ledger;

    DirectSending(Subjects subjects, LiveSubjects live, Ledger ledger) {
        this.subjects = subjects;
        this.live = live;
        this.ledger = ledger;
    }

    /** Orders it; what is fenced already is still sent. Nothing if there is no such subject. */
    Optional<Subject> order(String subjectId, Order order) {
        return change(subjectId, subject -> subject.order() == order ? subject : subject.ordered(order));
    }

    /** Asks that what may or may not have been sent is sent again. */
    Optional<Subject> resendUnknown(String subjectId) {
        return resend(subjectId, Phase.RESENDING);
    }

    /** Asks that what was refused is tried anew. */
    Optional<Subject> resendRefused(String subjectId) {
        return resend(subjectId, Phase.RETRYING);
    }

    /** The subject is live before the order stands. What is under way, or being cancelled, is not replaced. */
    private Optional<Subject> resend(String subjectId, Phase again) {
        open(subjects.find(subjectId));
        var changed = change(subjectId, subject -> switch (subject.phase()) {
            case FREEZING, RESENDING, RETRYING -> subject;
            case SENDING -> subject.order() == Order.CANCEL ? subject : subject.resending(again);
            case DONE -> subject.resending(again);
        });
        open(changed); // a sender that saw it done before may have closed it meanwhile
        return changed;
    }

    private void open(Optional<Subject> found) {
        found.ifPresent(subject -> live.open(new Live(subject.id(), subject.list(), subject.takenAt())));
    }

    /** Makes the rows ready again that its phase is about, then lets it be sent on; a repeat, however late, changes nothing. */
    public void makeReadyAgain(Subject resending) {
        var order = resending.version();
        UnaryOperator<LedgerPage> rule = resending.phase() == Phase.RETRYING
                ? page -> page.resendRefused(order)
                : page -> page.resendUnknown(order);
        resending.pagesAfter(0).forEach(page -> ledger.change(page, rule));
        subjects.replaceIfVersion(resending, resending.sendingOn());
    }

    private Optional<Subject> change(String subjectId, UnaryOperator<Subject> order) {
        for (var read = subjects.find(subjectId); read.isPresent(); read = subjects.find(subjectId)) {
            var changed = order.apply(read.get());
            if (changed.equals(read.get()) || subjects.replaceIfVersion(read.get(), changed)) {
                return Optional.of(changed);
            }
        }
        return Optional.empty();
    }

    /** Whether the subject is to be sent now; a mail to one reader always is. */
    public static boolean goesOn(Subject subject) {
        return subject.phase() == Phase.SENDING && subject.order() == Order.GO_ON;
    }
}
