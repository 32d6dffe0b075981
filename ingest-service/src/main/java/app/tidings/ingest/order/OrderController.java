package app.tidings.ingest.order;

import app.tidings.ingest.source.Source;
import app.tidings.ingest.source.SourceSettings;
import app.tidings.ingest.source.Sources;
import app.tidings.ingest.source.SourcesChanged;
import app.tidings.ingest.source.Standing;
import java.time.Instant;
import java.time.InstantSource;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;

/**
 * Whether a source is polled, by one order each, without reading and sending back all that is set of it. An order given twice
 * changes nothing the second time. What is resumed is polled at once.
 */
@RestController
@RequestMapping("/api/v1/sources/{id}")
class OrderController {

    private final Sources sources;
    private final ApplicationEventPublisher replica;
    private final InstantSource clock;

    /** Why a source is paused, for people; may be left out. */
    record Pause(@Nullable String reason) {}

    /** Until when a source rests, in UTC. */
    record Snooze(@Nullable Instant until) {}

    /**
     * How a source stands after an order.
     *
     * @param version to change the source without reading it again
     * @param nextPollAt null for a source that is not polled
     */
    record Ordered(
            String id,
            Standing standing,
            long version,
            @Nullable Instant nextPollAt) {

        static Ordered of(Source source) {
            var due = source.dueAt();
            return new Ordered(
                    source.id(),
                    source.settings().standing(),
                    source.version(),
                    due.equals(Standing.NEVER) ? null : due);
        }
    }

    OrderController(Sources sources, ApplicationEventPublisher replica, InstantSource clock) {
        this.sources = sources;
        this.replica = replica;
        this.clock = clock;
    }

    /** Not polled until somebody resumes it; paused again without a reason, it keeps the one it has. 404 without such a source. */
    @PostMapping("/pause")
    Ordered pause(@PathVariable String id, @RequestBody(required = false) @Nullable Pause pause) {
        var reason = pause == null ? null : pause.reason();
        var paused = new Standing.Paused(Source.plain(reason, SourceSettings.MAX_NAME));
        return order(id, standing -> reason == null && standing instanceof Standing.Paused ? standing : paused);
    }

    /** Not polled until a time. 400 where that time is missing or over. */
    @PostMapping("/snooze")
    Ordered snooze(@PathVariable String id, @RequestBody Snooze snooze) {
        var until = snooze.until();
        if (until == null || !until.isAfter(clock.instant()) || !until.isBefore(Standing.NEVER)) {
            throw new ResponseStatusException(HttpStatus.BAD_REQUEST, "until is missing or is not a time to come");
        }
        return order(id, _ -> new Standing.Snoozed(until));
    }

    /** Kept for what it showed, and polled no more. */
    @PostMapping("/archive")
    Ordered archive(@PathVariable String id) {
        return order(id, _ -> new Standing.Archived());
    }

    /** Polled again, whatever it was before. */
    @PostMapping("/resume")
    Ordered resume(@PathVariable String id) {
        return order(id, _ -> new Standing.Active());
    }

    private Ordered order(String id, UnaryOperator<Standing> order) {
        while (true) { // each turn follows a change by somebody else
            var standing = sources.find(id)
                    .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND, "there is no source " + id));
            var wanted = order.apply(standing.settings().standing());
            if (standing.settings().standing().equals(wanted)) {
                return Ordered.of(standing);
            }
            var changed = standing.changed(standing.settings().withStanding(wanted), clock.instant());
            if (sources.replaceIfVersion(changed, standing.version())) {
                replica.publishEvent(SourcesChanged.of(changed));
                return Ordered.of(changed);
            }
        }
    }
}
