package app.tidings.ingest.health;

import app.tidings.contracts.SourceEvent;
import app.tidings.contracts.SourceEvent.SourceFailing;
import app.tidings.contracts.SourceEvent.SourceQuiet;
import app.tidings.contracts.SourceEvent.SourceRecovered;
import app.tidings.ingest.outcome.Outcome;
import app.tidings.ingest.outcome.PollState;
import app.tidings.ingest.outcome.Watch.Episode;
import app.tidings.ingest.outcome.Watch.Episode.Kind;
import app.tidings.ingest.source.Source;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is to be told of a source after a poll: each trouble once, and once that it is over.
 *
 * @param after how long a source fails before it is told
 */
public record Alarm(Duration after) {

    /** The reason of a source whose server says that it is gone for good (410). */
    public static final String GONE = "http-410";

    /** The state, with the trouble that was told, and what is to be told now. */
    public record Told(PollState state, List<SourceEvent> events) {}

    /** Judges the state after a poll that began then. */
    public Told judge(Source source, PollState state, Instant now) {
        var told = state.watch().episode();
        var events = new ArrayList<SourceEvent>();
        if (state.outcome() instanceof Outcome.Failed failure) {
            if (!is(told, Kind.FAILING) && isLasting(state, failure, now)) {
                events.add(failing(source, state, failure, now));
                told = new Episode(Kind.FAILING, since(state, now));
            }
        } else {
            var quiet = hasFallenQuiet(source, state, now);
            if (told != null && (told.kind() == Kind.FAILING || !quiet)) {
                events.add(new SourceRecovered(
                        source.id(), source.publicationId(), now.toEpochMilli(), source.name(), told.since(), now));
                told = null;
            }
            if (told == null && quiet) {
                events.add(quiet(source, state, now));
                told = new Episode(Kind.QUIET, lastNews(state, now));
            }
        }
        return new Told(state.with(state.watch().with(told)), events);
    }

    private static boolean is(@Nullable Episode episode, Kind kind) {
        return episode != null && episode.kind() == kind;
    }

    private boolean isLasting(PollState state, Outcome.Failed failure, Instant now) {
        return failure.reason().equals(GONE) || !since(state, now).plus(after).isAfter(now);
    }

    /** One that had been silent when it was added has not fallen so. */
    private static boolean hasFallenQuiet(Source source, PollState state, Instant now) {
        var quietAt = state.watch().rhythm().quietAt();
        return quietAt != null && quietAt.isBefore(now) && quietAt.isAfter(source.addedAt());
    }

    private static Instant since(PollState state, Instant now) {
        return state.failingSince() == null ? now : state.failingSince();
    }

    private static Instant lastNews(PollState state, Instant now) {
        var last = state.watch().rhythm().lastNews();
        return last == null ? now : last;
    }

    private static SourceEvent failing(Source source, PollState state, Outcome.Failed failure, Instant now) {
        return new SourceFailing(
                source.id(),
                source.publicationId(),
                now.toEpochMilli(),
                source.name(),
                failure.reason(),
                failure.detail(),
                since(state, now),
                now);
    }

    /** Its version is one more than that of a recovery at the same moment. */
    private static SourceEvent quiet(Source source, PollState state, Instant now) {
        var gap = state.watch().rhythm().gap();
        return new SourceQuiet(
                source.id(),
                source.publicationId(),
                now.toEpochMilli() + 1,
                source.name(),
                lastNews(state, now),
                gap == null ? 0 : gap.toMinutes(),
                now);
    }
}
