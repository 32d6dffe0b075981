package app.tidings.notify.signup;

import app.tidings.notify.ledger.Ledger;
import app.tidings.notify.ledger.LedgerPage;
import app.tidings.notify.subject.LiveSubjects;
import app.tidings.notify.subject.LiveSubjects.Live;
import app.tidings.notify.subscriber.EmailAddress;
import app.tidings.notify.subscriber.ReaderMail;
import app.tidings.notify.subscriber.Subscriber;
import app.tidings.notify.subscriber.Subscribers;
import java.time.InstantSource;
import org.springframework.stereotype.Component;

/**
 * Works a sign-up: finds or makes the subscriber and sees that the mail that is owed stands in the ledger. May run twice:
 * the subscriber remembers which mail was owed last, and a row is there once.
 */
@Component
class TakeSignUp {

    private final Subscribers subscribers;
    private final SignUpBudget budget;
    private final Ledger ledger;
    private final LiveSubjects live;
    private final InstantSource clock;

    TakeSignUp(Subscribers subscribers, SignUpBudget budget, Ledger ledger, LiveSubjects live, InstantSource clock) {
        this.subscribers = subscribers;
        this.budget = budget;
        this.ledger = ledger;
        this.live = live;
        this.clock = clock;
    }

    void run(SignUp signUp) {
        post(owing(signUp));
    }

    /** The subscriber, who is owed a mail if that is due. */
    private Subscriber owing(SignUp signUp) {
        var address = EmailAddress.of(signUp.address());
        while (true) {
            var read = subscribers.keepFirst(address, clock.instant());
            var mailing = MailPolicy.mailFor(read, signUp, clock.instant());
            if (mailing.isEmpty() || !budget.allowsMail(address, next(read).subjectId())) {
                return read;
            }
            var owed = read.owed(mailing.get(), clock.instant());
            if (subscribers.replaceIfVersion(read, owed)) {
                return owed;
            }
        }
    }

    private static ReaderMail next(Subscriber subscriber) {
        return new ReaderMail(subscriber.id(), subscriber.mailings().count() + 1);
    }

    /** Puts the mail that is owed last into the ledger, where it may stand already. */
    private void post(Subscriber subscriber) {
        var number = subscriber.mailings().count();
        if (number > 0) {
            var mail = new ReaderMail(subscriber.id(), number);
            var row = ledger.keepFirst(LedgerPage.single(mail.pageId(), subscriber.id()));
            if (row.tally().open() > 0) {
                live.open(new Live(mail.subjectId(), null, clock.instant()));
            }
        }
    }
}
