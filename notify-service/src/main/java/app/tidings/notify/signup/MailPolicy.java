package app.tidings.notify.signup;

import app.tidings.notify.subscriber.Subscriber;
import app.tidings.notify.subscriber.Subscriber.Kind;
import app.tidings.notify.subscriber.Subscriber.Mailing;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * Which mail an address gets when somebody signs it up, so that nobody is flooded by strangers: one in 24 hours at most, and
 * after three that nobody answered none any more. Who is subscribed already gets the way to the preferences instead. What one
 * mailbox gets at all its addresses together is {@link SignUpBudget}'s.
 */
final class MailPolicy {

    private static final Duration PAUSE = Duration.ofHours(24);
    private static final int MOST_UNANSWERED = 3;

    private MailPolicy() {}

    static Optional<Mailing> mailFor(Subscriber subscriber, SignUp signUp, Instant now) {
        var last = subscriber.mailings().lastAt();
        if (subscriber.suppressed() || (last != null && now.isBefore(last.plus(PAUSE)))) {
            return Optional.empty();
        }
        if (subscriber.isConfirmed(signUp.publicationId())) {
            return Optional.of(new Mailing(Kind.PREFERENCES, signUp.publicationId(), signUp.language()));
        }
        return subscriber.mailings().unanswered() < MOST_UNANSWERED
                ? Optional.of(new Mailing(Kind.CONFIRM, signUp.publicationId(), signUp.language()))
                : Optional.empty();
    }
}
