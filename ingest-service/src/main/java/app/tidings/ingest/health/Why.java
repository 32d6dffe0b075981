package app.tidings.ingest.health;

import app.tidings.ingest.held.HeldEntries.Waiting;
import app.tidings.ingest.outcome.Outcome;
import app.tidings.ingest.source.Source;
import app.tidings.ingest.source.Standing;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Why a source shows nothing new, or that all is well with it.
 *
 * @param state how it is, in short
 * @param code one word for programs; the reason of a failure is its own, such as {@code timeout} or {@code http-404}
 * @param sentence one sentence for people
 * @param advice what to do; null where there is nothing to be done
 * @param since since when it is so; null where that is not known
 */
record Why(
        State state,
        String code,
        String sentence,
        @Nullable String advice,
        @Nullable Instant since) {

    /** How a source is, in short. */
    enum State {
        FINE,
        FAILING,
        QUIET,
        /** New entries of it wait for an editor. */
        HELD,
        /** It answers, but nothing of it can become a link. */
        FRUITLESS,
        /** Another source of the publication is read at the same place. */
        DUPLICATE,
        /** People want it so: paused, snoozed, muted or archived. */
        PAUSED,
        NEVER_READ;

        /** The constant as it stands in JSON and in addresses. */
        String word() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    /**
     * Judges a source.
     *
     * @param waiting what waits for an editor there; null where nothing does
     * @param other another source that is read at the place to which this one leads; null where there is none
     */
    static Why of(Source source, @Nullable Waiting waiting, @Nullable Source other, Instant now) {
        var set = source.settings();
        var paused = paused(source, now);
        if (paused != null) {
            return paused;
        }
        var poll = source.poll();
        if (poll.outcome() == null) {
            var sentence = "it was not read yet; its first poll is due at " + source.dueAt();
            return new Why(State.NEVER_READ, "not-read-yet", sentence, null, source.addedAt());
        }
        if (poll.outcome() instanceof Outcome.Failed(var _, var reason, var detail)) {
            return new Why(
                    State.FAILING,
                    reason,
                    poll.failures() == 1
                            ? "it cannot be read: " + detail
                            : "it cannot be read, %d times in a row: %s".formatted(poll.failures(), detail),
                    Advice.onFailure(reason, set.connector()),
                    poll.failingSince());
        }
        if (set.mutedUntil() != null && set.mutedUntil().isAfter(now)) {
            return new Why(State.PAUSED, "muted", "it is muted until " + set.mutedUntil(), "unmute it", null);
        }
        if (waiting != null) {
            return held(waiting);
        }
        return other == null ? answering(source, now) : duplicate(source, other);
    }

    private static Why duplicate(Source source, Source other) {
        var move = source.poll().watch().move();
        return new Why(
                State.DUPLICATE,
                "duplicate",
                "it leads to the address of another source, so that both show the same: %s (%s)"
                        .formatted(other.name(), other.id()),
                "archive or remove one of the two",
                move == null ? null : move.since());
    }

    private static Why held(Waiting waiting) {
        return new Why(
                State.HELD,
                "held",
                "most of it was new at once, as after a change of its site: %d entries wait for an editor"
                        .formatted(waiting.entries()),
                "look at them, and accept or dismiss them",
                waiting.since());
    }

    private static @Nullable Why paused(Source source, Instant now) {
        return switch (source.settings().standing()) {
            case Standing.Active() -> null;
            case Standing.Archived() -> new Why(State.PAUSED, "archived", "it is archived", "make it active", null);
            case Standing.Paused(var reason) ->
                source.poll().outcome() instanceof Outcome.Failed failure
                                && failure.reason().equals(Alarm.GONE)
                        ? new Why(
                                State.PAUSED,
                                "gone",
                                "its server says that it is gone for good (410), so it was paused",
                                Advice.onFailure(Alarm.GONE, source.settings().connector()),
                                source.poll().failingSince())
                        : new Why(
                                State.PAUSED,
                                "paused",
                                reason.isBlank() ? "somebody paused it" : "it is paused: " + reason,
                                "make it active",
                                null);
            case Standing.Snoozed(var until) ->
                until.isAfter(now)
                        ? new Why(State.PAUSED, "snoozed", "it is snoozed until " + until, "make it active", null)
                        : null;
        };
    }

    private static Why answering(Source source, Instant now) {
        var watch = source.poll().watch();
        var content = source.poll().content();
        if (content != null) {
            var fruitless = fruitless(content);
            if (fruitless != null) {
                return fruitless;
            }
        }
        var quietAt = watch.rhythm().quietAt();
        var gap = watch.rhythm().gap();
        if (quietAt != null && gap != null && quietAt.isBefore(now)) {
            return new Why(
                    State.QUIET,
                    "quiet",
                    "it answers, but has shown nothing new since %s, though it usually does every %s"
                            .formatted(watch.rhythm().lastNews(), words(gap)),
                    "look at its site: it may have another address now, or have ended",
                    watch.rhythm().lastNews());
        }
        return content != null && content.note() != null
                ? new Why(State.FINE, "flawed", "it is read, but " + content.note(), "tell its owner", content.at())
                : new Why(State.FINE, "fine", "all is well with it", null, null);
    }

    private static @Nullable Why fruitless(Outcome.Polled content) {
        var counts = content.counts();
        if (counts.entries() == 0) {
            return new Why(
                    State.FRUITLESS,
                    "empty-feed",
                    "it answers with a feed that has no entries",
                    "look at its site: it may have another feed",
                    content.at());
        }
        if (counts.refused() == counts.entries()) {
            return new Why(
                    State.FRUITLESS,
                    "all-refused",
                    "no entry of it has an address that can become a link",
                    "look for another feed of its site",
                    content.at());
        }
        if (counts.stopped() > 0 && counts.stopped() + counts.tooOld() + counts.refused() == counts.entries()) {
            return new Why(
                    State.FRUITLESS,
                    "all-stopped",
                    "a rule, a mute or a cap keeps all that it shows from becoming links",
                    "look at its stopped entries, which name the rule (GET /api/v1/sources/{id}/stopped)",
                    content.at());
        }
        return counts.tooOld() + counts.refused() == counts.entries()
                ? new Why(
                        State.FRUITLESS,
                        "all-too-old",
                        "all its entries are from long before it was added",
                        "look at its site: it may have another address now, or have ended",
                        content.at())
                : null;
    }

    /** A length of time in the unit in which people would tell it. */
    static String words(Duration length) {
        if (length.toHours() < 2) {
            return length.toMinutes() + " minutes";
        }
        return length.toDays() < 2 ? length.toHours() + " hours" : length.toDays() + " days";
    }
}
