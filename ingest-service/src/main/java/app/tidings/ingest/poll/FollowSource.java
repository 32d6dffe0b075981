package app.tidings.ingest.poll;

import app.tidings.ingest.health.Alarm;
import app.tidings.ingest.outcome.Outcome;
import app.tidings.ingest.outcome.PollState;
import app.tidings.ingest.source.Source;
import app.tidings.ingest.source.SourceSettings;
import app.tidings.ingest.source.Sources;
import app.tidings.ingest.source.SourcesChanged;
import app.tidings.ingest.source.Standing;
import java.time.Instant;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/**
 * What polls have shown of a source for good becomes a setting of it: the address to which it moved, the pause of one that is
 * gone. Whoever changed the source meanwhile is right; the next poll sees.
 */
@Component
class FollowSource {

    private static final Logger LOG = LoggerFactory.getLogger(FollowSource.class);
    private static final String GONE = "gone (410): its server says that there will be nothing any more";

    private final Sources sources;
    private final ApplicationEventPublisher replica;

    FollowSource(Sources sources, ApplicationEventPublisher replica) {
        this.sources = sources;
        this.replica = replica;
    }

    /** After a poll that ended in that state. */
    void run(Source source, PollState state, Instant now) {
        found(source, state, now).filter(settings -> isFree(source, settings)).ifPresent(settings -> {
            var changed = source.foundOtherwise(settings);
            if (sources.replaceIfVersion(changed, source.version())) {
                LOG.atInfo()
                        .addKeyValue("source", source.id())
                        .addKeyValue("standing", settings.standing().getClass().getSimpleName())
                        .addKeyValue("host", settings.connector().host())
                        .log("source found otherwise");
                replica.publishEvent(SourcesChanged.of(changed));
            }
        });
    }

    /** A place where another source is read already is not taken: two would ask it, and {@code why} tells of the other. */
    private boolean isFree(Source source, SourceSettings found) {
        return found.connector().equals(source.settings().connector())
                || sources.otherAt(source, found.connector()).isEmpty();
    }

    /** What the source's settings are to be; empty where they stay. */
    static Optional<SourceSettings> found(Source source, PollState state, Instant now) {
        var set = source.settings();
        if (state.outcome() instanceof Outcome.Failed failure) {
            return failure.reason().equals(Alarm.GONE) && set.standing() instanceof Standing.Active
                    ? Optional.of(set.withStanding(new Standing.Paused(GONE)))
                    : Optional.empty();
        }
        var move = state.watch().move();
        if (move == null || !move.isSettled(now)) {
            return Optional.empty();
        }
        var moved = set.connector().movedTo(move.to());
        var isAsSafe = moved.host().equals(set.connector().host())
                && "https".equals(move.to().getScheme());
        // what was given to one host must not be shown to another, or to everybody between, because the first says so
        return moved.equals(set.connector())
                        || moved.fault() != null
                        || (set.request().hasSecrets() && !isAsSafe)
                ? Optional.empty()
                : Optional.of(set.withConnector(moved));
    }
}
