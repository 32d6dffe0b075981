package app.tidings.ingest.poll;

import app.tidings.ingest.IngestSettings;
import app.tidings.ingest.connector.Ask;
import app.tidings.ingest.connector.Connectors;
import app.tidings.ingest.connector.Hints;
import app.tidings.ingest.connector.Reading;
import app.tidings.ingest.entry.TakeEntries;
import app.tidings.ingest.feed.FeedEntry;
import app.tidings.ingest.outcome.Outcome;
import app.tidings.ingest.outcome.PollState;
import app.tidings.ingest.outcome.Rhythm;
import app.tidings.ingest.source.Source;
import app.tidings.ingest.websub.FollowHub;
import app.tidings.ingest.websub.FollowHub.Relied;
import app.tidings.platform.fetch.SafeFetcher;
import app.tidings.platform.fetch.SafeFetcher.Room;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.ThreadLocalRandom;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** One poll of a source: its connector reads what changed, and the links are taken. */
@Component
class PollSource {

    /** Dates before it are what programs write that know none. */
    private static final Instant BEFORE_THE_WEB = Instant.parse("1991-01-01T00:00:00Z");

    private final Connectors connectors;
    private final SafeFetcher fetcher;
    private final LargeBodies largeBodies;
    private final TakeEntries takeEntries;
    private final FollowHub followHub;
    private final NextPoll nextPoll;
    private final Rhythm.Bounds bounds;
    private final InstantSource clock;

    PollSource(
            Connectors connectors,
            SafeFetcher fetcher,
            LargeBodies largeBodies,
            TakeEntries takeEntries,
            FollowHub followHub,
            IngestSettings settings,
            InstantSource clock) {
        this.connectors = connectors;
        this.fetcher = fetcher;
        this.largeBodies = largeBodies;
        this.takeEntries = takeEntries;
        this.followHub = followHub;
        var poll = settings.poll();
        this.nextPoll = new NextPoll(poll.longestWait(), poll.longestInterval());
        this.bounds = new Rhythm.Bounds(settings.interval(), poll.shortestInterval(), poll.longestInterval());
        this.clock = clock;
    }

    /** So many other polls held large bodies that this one has to be done later. */
    static final class NoRoom extends RuntimeException {

        private static final long serialVersionUID = 1L;
    }

    /**
     * Polls; returns the state after it. Throws for what is not the other side's doing: {@link NoRoom}, a fault of our store, or a
     * defect.
     */
    PollState run(Source source) {
        try (var room = largeBodies.share()) { // until its entries are taken: they hold what was large
            return run(source, room);
        }
    }

    private PollState run(Source source, LargeBodies.Share room) {
        var began = clock.instant();
        var reading = read(source, room, began);
        if (room.isRefused()) {
            throw new NoRoom();
        }
        var state = switch (reading) {
            case Reading.Unchanged(var validators, var hints) ->
                heard(source.poll().unchanged(began, validators, source.version()), hints, began);
            case Reading.Failed(var reason, var detail, var _) ->
                source.poll().failed(new Outcome.Failed(began, reason, detail));
            case Reading.Entries read -> toldBy(heard(taken(source, began, read), read.hints(), began), read.hints());
        };
        return reading instanceof Reading.Failed
                ? state.dueAt(due(source, state, reading.hints()))
                : answered(source, state, reading.hints(), began);
    }

    private Reading read(Source source, Room room, Instant began) {
        var set = source.settings();
        var last = source.poll().validators(source.version());
        return connectors.read(
                set.connector(),
                new Ask(source.host(), last, set.request(), request -> fetcher.fetch(request, room), began));
    }

    /** What the hub brought counts as the source's news; while it is relied on, polls are rare. */
    private PollState answered(Source source, PollState state, Hints hints, Instant began) {
        var relied = followHub.run(source, state, began);
        var watch = state.watch();
        var seen = relied.news().isEmpty()
                ? state
                : state.with(watch.with(watch.rhythm().with(relied.news(), began)));
        return seen.dueAt(due(source, seen, hints, relied));
    }

    private Instant due(Source source, PollState state, Hints hints, Relied relied) {
        var usual = due(source, state, hints);
        // who sets an interval wants it kept
        return source.settings().intervalMinutes() == null ? relied.due(usual, clock.instant()) : usual;
    }

    private static PollState toldBy(PollState state, Hints hints) {
        return state.with(state.watch().toldBy(hints.hub()));
    }

    private static PollState heard(PollState state, Hints hints, Instant began) {
        return state.with(state.watch().movedTo(hints.movedTo(), began).saying(hints.schedule()));
    }

    private PollState taken(Source source, Instant began, Reading.Entries read) {
        var taken = takeEntries.run(source, read.entries(), began);
        var polled = new Outcome.Polled(began, taken.counts(), both(read.note(), taken.note()));
        var state = source.poll().read(polled, read.validators(), source.version());
        var rhythm = state.watch().rhythm();
        var brought = taken.counts().found() + taken.counts().seenAgain() > 0;
        return brought || rhythm.equals(Rhythm.NONE)
                ? state.with(state.watch().with(rhythm.with(times(read, brought, began), began)))
                : state;
    }

    /** When its entries appeared, as they say; else now, where some are new. */
    private static List<Instant> times(Reading.Entries read, boolean brought, Instant began) {
        var dated = read.entries().stream()
                .map(FeedEntry::shownAt)
                .filter(Objects::nonNull)
                .filter(time -> time.isAfter(BEFORE_THE_WEB))
                .toList();
        return dated.isEmpty() && brought ? List.of(began) : dated;
    }

    private static @Nullable String both(@Nullable String one, @Nullable String other) {
        return one == null || other == null ? one == null ? other : one : one + "; " + other;
    }

    /** The state after a poll that threw, and not for a fault of our store. */
    PollState afterDefect(Source source) {
        var detail = "we could not read this source, by a fault of our own; our log says more";
        var state = source.poll().failed(new Outcome.Failed(clock.instant(), "defect", detail));
        return state.dueAt(due(source, state, Hints.NONE));
    }

    private Instant due(Source source, PollState state, Hints hints) {
        var now = clock.instant();
        var watch = state.watch();
        var minutes = source.settings().intervalMinutes();
        var own =
                minutes == null ? watch.rhythm().interval(source.addedAt(), now, bounds) : Duration.ofMinutes(minutes);
        var chance = ThreadLocalRandom.current().nextDouble();
        return nextPoll.after(now, own, state.failures(), hints.with(watch.schedule()), chance);
    }
}
