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

    /** Whether the relay as a whole takes nothing now. */
    static boolean isAway(Outcome outcome) {
        return outcome instanceof Failed failed && failed.fault() == Fault.THROTTLED;
    }
}
