package app.tidings.local.mailbox;

import java.time.Instant;

/**
 * One message to one recipient.
 *
 * @param to the recipient of the envelope
 * @param messageId the header's value, empty without one
 * @param repeat how many earlier mails had the same message id and recipient
 */
public record CaughtMail(
        String id, String from, String to, String subject, String messageId, Instant receivedAt, int repeat) {}
