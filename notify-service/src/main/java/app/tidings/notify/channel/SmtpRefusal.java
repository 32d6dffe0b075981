package app.tidings.notify.channel;

import app.tidings.notify.channel.SmtpResult.Deferred;
import app.tidings.notify.channel.SmtpResult.NotStarted;
import app.tidings.notify.channel.SmtpResult.Refused;
import app.tidings.notify.channel.SmtpResult.Why;
import java.util.Set;

/**
 * The relay's no, and the command that it answers. What is said to MAIL is about the sender or the relay itself, as is every
 * wish that we sign in: no mail is to blame for it.
 */
record SmtpRefusal(String command, SmtpReply reply) {

    /** Sign in, signing in failed, encrypt before signing in (RFC 4954). */
    private static final Set<Integer> SIGN_IN = Set.of(530, 535, 538);
    /** To MAIL: the mail is too large (RFC 1870), a parameter of its own is not known (RFC 5321). */
    private static final Set<Integer> OF_THE_MAIL = Set.of(552, 555);
    /** To MAIL: content or media, such as an address beyond ASCII (RFC 3463). */
    private static final String CONTENT = "5.6.";

    SmtpResult result(Envelope envelope) {
        var shown = reply.shown(envelope.to());
        if (isAboutUs()) {
            return new NotStarted(shown);
        }
        return reply.isPermanent() ? new Refused(Why.RELAY, shown) : new Deferred(shown);
    }

    private boolean isAboutUs() {
        return SIGN_IN.contains(reply.code()) || (command.startsWith("MAIL") && !isAboutTheMail());
    }

    private boolean isAboutTheMail() {
        return OF_THE_MAIL.contains(reply.code()) || reply.lines().getFirst().startsWith(CONTENT);
    }
}
