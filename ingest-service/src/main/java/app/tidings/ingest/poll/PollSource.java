package app.tidings.ingest.poll;

import app.tidings.ingest.IngestSettings;
import app.tidings.ingest.connector.Ask;
import app.tidings.ingest.connector.Connectors;
import app.tidings.ingest.connector.Hints;
import app.tidings.ingest.connector.Reading;
import app.tidings.ingest.link.TakeEntries;
import app.tidings.ingest.source.Outcome;
import app.tidings.ingest.source.PollState;
import app.tidings.ingest.source.Source;
import app.tidings.platform.fetch.SafeFetcher;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.ThreadLocalRandom;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** One poll of a source: its connector reads what changed, and the links are taken. */
@Component
class PollSource {

    private final Connectors connectors;
    private final SafeFetcher fetcher;
    private final TakeEntries takeEntries;
    private final NextPoll nextPoll;
    private final Duration interval;
    private final InstantSource clock;

    PollSource(
            Connectors connectors,
            SafeFetcher fetcher,
            TakeEntries takeEntries,
            IngestSettings settings,
            InstantSource clock) {
        this.connectors = connectors;
        this.fetcher = fetcher;
        this.takeEntries = takeEntries;
        this.nextPoll = new NextPoll(settings.poll().longestWait());
        this.interval = settings.interval();
        this.clock = clock;
    }

    /** Polls; returns the state after it. Throws for what is not the other side's doing: a fault of our store, or a defect. */
    PollState run(Source source) {
        var began = clock.instant();
        var set = source.settings();
        var ask = new Ask(source.host(), source.poll().validators(), set.request(), fetcher, began);
        var reading = connectors.read(set.connector(), ask);
        var state = switch (reading) {
            case Reading.Unchanged(var validators, var _) -> source.poll().unchanged(began, validators);
            case Reading.Failed(var reason, var detail, var _) ->
                source.poll().failed(new Outcome.Failed(began, reason, detail));
            case Reading.Entries read -> taken(source, began, read);
        };
        return state.dueAt(due(source, state, reading.hints()));
    }

    private PollState taken(Source source, Instant began, Reading.Entries read) {
        var taken = takeEntries.run(source, read.entries(), began);
        var polled = new Outcome.Polled(began, taken.counts(), both(read.note(), taken.note()));
        return source.poll().read(polled, read.validators());
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
        var minutes = source.settings().intervalMinutes();
        var own = minutes == null ? interval : Duration.ofMinutes(minutes);
        var chance = ThreadLocalRandom.current().nextDouble();
        return nextPoll.after(clock.instant(), own, state.failures(), hints.notBefore(), chance);
    }
}
