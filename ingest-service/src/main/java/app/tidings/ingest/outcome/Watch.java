package app.tidings.ingest.outcome;

import app.tidings.ingest.connector.HubLinks;
import app.tidings.ingest.connector.Schedule;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What watching a source over many polls has shown.
 *
 * @param settingsVersion the version of the source that was read last: what names its content holds for that one alone
 * @param unchanged polls since the last one that was not unchanged
 * @param rhythm when there was something new
 * @param schedule what the content says of itself
 * @param move where it says it has gone; null for nowhere
 * @param episode the trouble of which we have told; null for none
 * @param hub where its changes are told, as the content said when it was read last; null for nowhere
 */
public record Watch(
        @Nullable Long settingsVersion,
        int unchanged,
        Rhythm rhythm,
        Schedule schedule,
        @Nullable Move move,
        @Nullable Episode episode,
        @Nullable HubLinks hub) {

    /** Nothing was seen yet. */
    public static final Watch NONE = new Watch(null, 0, Rhythm.NONE, Schedule.NONE, null, null, null);

    public Watch {
        rhythm = Objects.requireNonNullElse(rhythm, Rhythm.NONE);
        schedule = Objects.requireNonNullElse(schedule, Schedule.NONE);
    }

    /**
     * A permanent redirect, which counts once it was the same for a while.
     *
     * @param times how many polls in a row led there
     */
    public record Move(URI to, Instant since, int times) {

        private static final int ENOUGH = 3;
        private static final Duration LONG_ENOUGH = Duration.ofHours(24);

        /** Whether it has been the same for three polls, or for a day. */
        public boolean isSettled(Instant now) {
            return times >= ENOUGH || !since.plus(LONG_ENOUGH).isAfter(now);
        }
    }

    /** A trouble that lasts, told of once. */
    public record Episode(Kind kind, Instant since) {

        /** What the trouble is. */
        public enum Kind {
            FAILING,
            QUIET
        }
    }

    /** After a poll that got an answer from there; null for the address itself. */
    public Watch movedTo(@Nullable URI to, Instant now) {
        var same = move != null && move.to().equals(to) ? move : null;
        var next =
                to == null ? null : same == null ? new Move(to, now, 1) : new Move(to, same.since(), same.times() + 1);
        return new Watch(settingsVersion, unchanged, rhythm, schedule, next, episode, hub);
    }

    /** After a poll that read content which says this of itself; null where it was not looked at. */
    public Watch saying(@Nullable Schedule said) {
        return said == null ? this : new Watch(settingsVersion, unchanged, rhythm, said, move, episode, hub);
    }

    /** After a poll that read content which says that its changes are told there; null for nowhere. */
    public Watch toldBy(@Nullable HubLinks named) {
        return new Watch(settingsVersion, unchanged, rhythm, schedule, move, episode, named);
    }

    /** With another rhythm. */
    public Watch with(Rhythm seen) {
        return new Watch(settingsVersion, unchanged, seen, schedule, move, episode, hub);
    }

    /** With another trouble told of, or with none. */
    public Watch with(@Nullable Episode told) {
        return new Watch(settingsVersion, unchanged, rhythm, schedule, move, told, hub);
    }

    /** After a poll that failed. */
    Watch interrupted() {
        return new Watch(settingsVersion, 0, rhythm, schedule, move, episode, hub);
    }

    /** After a poll of that version of the source that brought the same as the one before, or something else. */
    Watch counted(long version, boolean same) {
        return new Watch(version, same ? unchanged + 1 : 0, rhythm, schedule, move, episode, hub);
    }
}
