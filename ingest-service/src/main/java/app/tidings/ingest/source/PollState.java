package app.tidings.ingest.source;

import app.tidings.ingest.connector.Validators;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What the polls of a source have come to.
 *
 * @param epoch lease of the bucket under which it was written; an older one never overwrites a newer one's
 * @param dueAt when the next poll is due
 * @param etag what the server called the content that was read last
 * @param lastModified since when that content stands, in the server's own words
 * @param bodyHash SHA-256 of that content
 * @param outcome of the last poll
 * @param content outcome of the last poll that read something
 * @param failures polls that have failed since the last one that did not
 * @param failingSince when the first of these failed
 */
public record PollState(
        long epoch,
        Instant dueAt,
        @Nullable String etag,
        @Nullable String lastModified,
        @Nullable String bodyHash,
        @Nullable Outcome outcome,
        Outcome.@Nullable Polled content,
        int failures,
        @Nullable Instant failingSince) {

    static PollState none(Instant dueAt) {
        return new PollState(0, dueAt, null, null, null, null, null, 0, null);
    }

    /** When the last poll began. */
    public @Nullable Instant polledAt() {
        return outcome == null ? null : outcome.at();
    }

    /** What names the content that was read last. */
    public Validators validators() {
        return new Validators(etag, lastModified, bodyHash);
    }

    /** After a poll that read the content that these name. */
    public PollState read(Outcome.Polled polled, Validators read) {
        return new PollState(epoch, dueAt, read.etag(), read.lastModified(), read.bodyHash(), polled, polled, 0, null);
    }

    /** After a poll that found nothing new. */
    public PollState unchanged(Instant at) {
        return unchanged(at, validators());
    }

    /** After a poll that brought the same content, which the server names otherwise now. */
    public PollState unchanged(Instant at, Validators same) {
        var outcome = new Outcome.Unchanged(at);
        return new PollState(
                epoch, dueAt, same.etag(), same.lastModified(), same.bodyHash(), outcome, content, 0, null);
    }

    /** After a poll that failed. */
    public PollState failed(Outcome.Failed failure) {
        var since = failingSince == null ? failure.at() : failingSince;
        return new PollState(epoch, dueAt, etag, lastModified, bodyHash, failure, content, failures + 1, since);
    }

    /** The same, to be polled again at another time. */
    public PollState dueAt(Instant at) {
        return new PollState(epoch, at, etag, lastModified, bodyHash, outcome, content, failures, failingSince);
    }

    /** The same, written under a lease. */
    public PollState under(long lease) {
        return new PollState(lease, dueAt, etag, lastModified, bodyHash, outcome, content, failures, failingSince);
    }
}
