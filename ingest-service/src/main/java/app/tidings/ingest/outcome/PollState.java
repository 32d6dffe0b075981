package app.tidings.ingest.outcome;

import app.tidings.ingest.connector.Validators;
import java.time.Instant;
import java.util.Objects;
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
 * @param watch what many polls have shown
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
        @Nullable Instant failingSince,
        Watch watch) {

    public PollState {
        watch = Objects.requireNonNullElse(watch, Watch.NONE);
    }

    /** Of a source that was never polled. */
    public static PollState none(Instant dueAt) {
        return new PollState(0, dueAt, null, null, null, null, null, 0, null, Watch.NONE);
    }

    /** When the last poll began. */
    public @Nullable Instant polledAt() {
        return outcome == null ? null : outcome.at();
    }

    /** What names the content that was read last; nothing, where the source was another version then. */
    public Validators validators(long version) {
        var read = watch.settingsVersion();
        return read == null || read == version ? validators() : Validators.NONE;
    }

    private Validators validators() {
        return new Validators(etag, lastModified, bodyHash);
    }

    /** After a poll of that version of the source that read the content that these name. */
    public PollState read(Outcome.Polled polled, Validators read, long version) {
        return good(polled, polled, read, watch.counted(version, false));
    }

    /** After a poll of that version of the source that brought the same content, which may be named otherwise now. */
    public PollState unchanged(Instant at, Validators same, long version) {
        return good(new Outcome.Unchanged(at), content, same, watch.counted(version, true));
    }

    private PollState good(Outcome now, Outcome.@Nullable Polled read, Validators named, Watch seen) {
        return new PollState(
                epoch, dueAt, named.etag(), named.lastModified(), named.bodyHash(), now, read, 0, null, seen);
    }

    /** After a poll that failed. */
    public PollState failed(Outcome.Failed failure) {
        var since = failingSince == null ? failure.at() : failingSince;
        return new PollState(
                epoch, dueAt, etag, lastModified, bodyHash, failure, content, failures + 1, since, watch.interrupted());
    }

    /** The same, to be polled again at another time. */
    public PollState dueAt(Instant at) {
        return with(epoch, at, watch);
    }

    /** The same, written under a lease. */
    public PollState under(long lease) {
        return with(lease, dueAt, watch);
    }

    /** The same, having seen more. */
    public PollState with(Watch seen) {
        return with(epoch, dueAt, seen);
    }

    private PollState with(long lease, Instant due, Watch seen) {
        return new PollState(lease, due, etag, lastModified, bodyHash, outcome, content, failures, failingSince, seen);
    }
}
