package app.tidings.notify.channel;

import app.tidings.notify.channel.SmtpResult.Refused;
import app.tidings.notify.channel.SmtpResult.Why;
import java.util.Map;
import java.util.Optional;

/** What the relay says it can, by keyword, and what that means for a mail. */
record SmtpOffers(Map<String, String> byKeyword) {

    private static final String PIPELINING = "PIPELINING";
    private static final String SMTPUTF8 = "SMTPUTF8";
    private static final String EIGHT_BIT = "8BITMIME";
    private static final String SIZE = "SIZE";

    SmtpOffers {
        byKeyword = Map.copyOf(byKeyword);
    }

    /** Whether several commands may be sent in one write. */
    boolean pipelining() {
        return byKeyword.containsKey(PIPELINING);
    }

    /** Why the mail cannot be put on this wire; empty where it can. */
    Optional<SmtpResult> impossible(Envelope envelope, byte[] message) {
        if (!envelope.isSafe() || !hasWholeLineEnds(message)) {
            return Optional.of(new Refused(Why.MAIL, "it cannot be put on the wire as it is"));
        }
        if (envelope.needsUtf8() && !(byKeyword.containsKey(SMTPUTF8) && byKeyword.containsKey(EIGHT_BIT))) {
            return Optional.of(new Refused(Why.MAIL, "the relay does not offer SMTPUTF8, which the address needs"));
        }
        var limit = byKeyword.getOrDefault(SIZE, "");
        if (limit.matches("[1-9][0-9]{0,17}") && message.length > Long.parseLong(limit)) {
            return Optional.of(new Refused(
                    Why.MAIL, "the mail has %d bytes; the relay takes %s".formatted(message.length, limit)));
        }
        return Optional.empty();
    }

    /** A bare CR or LF means different things to different relays; some end the mail there. */
    private static boolean hasWholeLineEnds(byte[] message) {
        var afterCr = false;
        for (var each : message) {
            if (afterCr != (each == '\n')) {
                return false;
            }
            afterCr = each == '\r';
        }
        return !afterCr;
    }

    /** The command that begins the mail. */
    String mailCommand(Envelope envelope, byte[] message) {
        return "MAIL FROM:<" + envelope.from() + ">"
                + (byKeyword.containsKey(SIZE) ? " SIZE=" + message.length : "")
                + (envelope.needsUtf8() ? " BODY=8BITMIME SMTPUTF8" : "");
    }
}
