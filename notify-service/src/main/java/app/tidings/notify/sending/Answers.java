package app.tidings.notify.sending;

import app.tidings.notify.channel.SmtpResult;
import app.tidings.notify.channel.SmtpResult.Accepted;
import app.tidings.notify.channel.SmtpResult.Ambiguous;
import app.tidings.notify.channel.SmtpResult.Deferred;
import app.tidings.notify.channel.SmtpResult.NotSent;
import app.tidings.notify.channel.SmtpResult.NotStarted;
import app.tidings.notify.channel.SmtpResult.Refused;
import app.tidings.notify.ledger.Outcome;
import app.tidings.notify.ledger.Outcome.Delivered;
import app.tidings.notify.ledger.Outcome.Failed;
import app.tidings.notify.ledger.Outcome.Fault;
import java.util.Collection;
import java.util.Optional;
import java.util.stream.Stream;

/** What the relay's answer means for the ledger. */
final class Answers {

    private Answers() {}

    static Outcome outcome(SmtpResult result) {
        return switch (result) {
            case Accepted accepted -> new Delivered(accepted.reply());
            case Refused refused ->
                switch (refused.why()) {
                    case RELAY -> new Failed(Fault.PERMANENT, refused.reply());
                    case MAIL -> new Failed(Fault.POISON, refused.reply());
                };
            case Deferred deferred -> new Failed(Fault.TRANSIENT, deferred.reply());
            case NotSent notSent -> new Failed(Fault.TRANSIENT, notSent.fault());
            case NotStarted notStarted -> new Failed(Fault.THROTTLED, notStarted.fault());
            case Ambiguous ambiguous -> new Failed(Fault.AMBIGUOUS, ambiguous.fault());
        };
    }

    /** Why the relay takes nothing of ours now; empty where it does. */
    static Optional<String> away(Collection<Outcome> outcomes) {
        return outcomes.stream()
                .flatMap(outcome -> outcome instanceof Failed(Fault fault, String reason) && fault == Fault.THROTTLED
                        ? Stream.of(reason)
                        : Stream.empty())
                .findFirst();
    }
}
