package app.tidings.platform.token;

import java.time.Instant;

/** What a token is worth. */
public sealed interface Verdict {

    /** We made it for this purpose and it has not expired. */
    record Valid(String subject, Instant issuedAt) implements Verdict {}

    /** We made it for this purpose; its time is over. */
    record Expired(String subject) implements Verdict {}

    /** Anything else; why is nobody's business. */
    record Forged() implements Verdict {}
}
