package app.tidings.notify.channel;

/** What became of one mail at the relay. Texts hold nothing that tells of a reader. */
public sealed interface SmtpResult {

    /** The relay has answered for it after the final dot. */
    record Accepted(String reply) implements SmtpResult {}

    /** The relay will never take it (5xx), or it cannot be put on this wire at all. */
    record Refused(Why why, String reply) implements SmtpResult {}

    /** The relay does not take it now (4xx). */
    record Deferred(String reply) implements SmtpResult {}

    /** The conversation broke before the final dot: it was not sent. */
    record NotSent(String fault) implements SmtpResult {}

    /** The relay is away, or takes nothing of ours: nothing is the mail's fault, and no other would fare better. */
    record NotStarted(String fault) implements SmtpResult {}

    /** The conversation broke after the final dot and before the answer: nobody can know. */
    record Ambiguous(String fault) implements SmtpResult {}

    /** Whose refusal it is. */
    enum Why {
        /** The relay said so. */
        RELAY,
        /** The relay lacks what the mail needs, or the address cannot stand in a command. */
        MAIL
    }
}
