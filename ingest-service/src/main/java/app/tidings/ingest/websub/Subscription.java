package app.tidings.ingest.websub;

import app.tidings.ingest.IngestSettings;
import app.tidings.ingest.outcome.Rhythm;
import app.tidings.ingest.source.Push;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A subscription of a source at a hub. Times are those of the replica that wrote them.
 *
 * @param key makes the callback address one that cannot be guessed (WebSub §5.1); never told to anybody but the hub
 * @param secret with which the hub signs (§7.1), of less than 200 bytes; never told to anybody but the hub
 * @param ending whether it is wanted no more
 * @param asked when the hub was asked, as far as that counts for the cap, oldest first
 * @param attempts how often it was asked since it asked us back
 * @param since when it first asked us back (§5.3)
 * @param verifiedAt when it last did
 * @param until when its lease ends
 * @param failure why the last attempt failed; null where none did since it asked us back
 * @param denied that the hub wants no subscription of ours (§5.2); null where it does
 * @param contentAt when it last sent something that was rightly signed
 * @param missedAt when a poll last found something of which the hub had told nothing
 * @param news when it sent something new, newest last
 * @param ignored how often it sent something that was not taken in
 */
record Subscription(
        @JsonProperty("_id") String id,
        String sourceId,
        Hub hub,
        String key,
        String secret,
        boolean ending,
        List<Instant> asked,
        int attempts,
        @Nullable Instant since,
        @Nullable Instant verifiedAt,
        @Nullable Instant until,
        @Nullable Failure failure,
        @Nullable Denial denied,
        @Nullable Instant contentAt,
        @Nullable Instant missedAt,
        List<Instant> news,
        int ignored) {

    /** The window of the cap on attempts. */
    static final Duration A_DAY = Duration.ofDays(1);

    private static final double RENEWED_AT = 0.85;
    private static final int MAX_DOUBLINGS = 20;

    /** Why an attempt failed: a word for programs, and a sentence for people in our own words. */
    record Failure(String reason, String detail) {}

    /** What the hub said when it denied, as one line of plain text. */
    record Denial(Instant at, String reason) {}

    Subscription {
        asked = List.copyOf(Objects.requireNonNullElse(asked, List.of()));
        news = List.copyOf(Objects.requireNonNullElse(news, List.of()));
    }

    /** One of which the hub knows nothing yet. */
    static Subscription begin(String sourceId, Hub hub, String key, String secret) {
        return new Subscription(
                hub.subscriptionId(sourceId),
                sourceId,
                hub,
                key,
                secret,
                false,
                List.of(),
                0,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                List.of(),
                0);
    }

    /** The last part of its callback address. */
    String token() {
        return id + "." + key;
    }

    /** Whether the hub holds it. */
    boolean isLive(Instant now) {
        return until != null && until.isAfter(now);
    }

    /** When the hub is to be asked next: at once, before the lease ends, or after a pause. */
    Instant dueAt(IngestSettings.Websub settings) {
        if (attempts > 0 && !asked.isEmpty()) {
            return asked.getLast().plus(pause(settings));
        }
        if (denied != null) {
            return denied.at().plus(settings.lease());
        }
        if (until == null || verifiedAt == null) {
            return Instant.MIN;
        }
        var lease = Duration.between(verifiedAt, until).toMillis();
        return ending ? Instant.MIN : verifiedAt.plusMillis(Math.round(lease * RENEWED_AT));
    }

    /** How long an attempt is given before the next: twice as long as the one before, up to a day. */
    Duration pause(IngestSettings.Websub settings) {
        var pause = settings.retry().multipliedBy(1L << Math.clamp(attempts - 1L, 0, MAX_DOUBLINGS));
        return pause.compareTo(A_DAY) < 0 ? pause : A_DAY;
    }

    /**
     * Until when the hub is relied on, so that its source need not be polled as often; null where it is not: without a lease,
     * after it missed something, and when it is silent for longer than the source's own rhythm has it.
     *
     * @param patience how long a hub may be silent where the rhythm says nothing
     */
    @Nullable
    Instant reliedOnUntil(Rhythm rhythm, Duration patience) {
        if (ending || denied != null || until == null || since == null) {
            return null;
        }
        if (missedAt != null && (contentAt == null || contentAt.isBefore(missedAt))) {
            return null;
        }
        var heard = contentAt == null || contentAt.isBefore(since) ? since : contentAt;
        var silence = Objects.requireNonNullElse(rhythm.longestSilence(), patience);
        var silentAt = heard.plus(silence);
        return silentAt.isBefore(until) ? silentAt : until;
    }

    /** What a poll that found news means: the hub should have told of them, and told nothing since the poll before. */
    boolean hasMissed(Instant pollBefore) {
        return since != null && since.isBefore(pollBefore) && (contentAt == null || contentAt.isBefore(pollBefore));
    }

    /** How it is, for people. */
    Push shown(Instant now) {
        var said = denied != null ? denied.reason() : failure == null ? null : failure.detail();
        return new Push(state(now), hub.address(), until, said, contentAt, ignored);
    }

    private String state(Instant now) {
        if (denied != null) {
            return "denied";
        }
        if (isLive(now)) {
            return "active";
        }
        return failure != null || until != null ? "failing" : "asked";
    }

    /** Neither key nor secret: this may end up in logs. */
    @Override
    public String toString() {
        return "Subscription[%s of %s]".formatted(id, sourceId);
    }
}
