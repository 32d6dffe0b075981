package app.tidings.curation.replay;

import app.tidings.contracts.BadValue;
import app.tidings.curation.publication.Publications;
import app.tidings.curation.replay.LookAgain.Progress;
import app.tidings.curation.replay.Replay.Range;
import app.tidings.curation.replay.Replay.State;
import java.net.URI;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;

/** Items are looked up again. */
@RestController
@RequestMapping("/api/v1/items")
class ReplayController {

    private final LookAgain lookAgain;
    private final Publications publications;

    /** Which steps; none: all. */
    record Steps(@Nullable List<String> steps) {}

    /** An item that will be looked up again. */
    record Asked(String itemId, List<String> steps) {}

    /**
     * A range of items that is to be looked up again.
     *
     * @param source id of a source that showed them
     * @param since when they were taken in at the earliest
     * @param until when they were taken in, this instant not included
     * @param steps none: all
     * @param dryRun only counts the items
     */
    record AskedRange(
            @Nullable String publication,
            @Nullable String source,
            @Nullable Instant since,
            @Nullable Instant until,
            @Nullable List<String> steps,
            @Nullable Boolean dryRun) {

        AskedRange {
            if (publication == null) {
                throw new BadValue("publication is needed, such as {\"publication\": \"my-weekly\"}");
            }
            if (since != null && until != null && !since.isBefore(until)) {
                throw new BadValue("since must be before until");
            }
        }

        Range range() {
            return new Range(Objects.requireNonNull(publication), source, since, until);
        }
    }

    /**
     * How it stands with a range.
     *
     * @param id none of a dry run
     * @param items how many are in the range, as far as the publication has been gone through
     * @param done how many of them were looked up
     * @param changed of how many something else was found than before
     * @param missed of how many the page is gone, or somebody did not answer for now
     */
    record ReplayView(
            @Nullable String id,
            Range range,
            List<String> steps,
            State state,
            long examined,
            long items,
            long done,
            long changed,
            long missed,
            @Nullable Instant startedAt,
            @Nullable Instant endedAt) {

        static ReplayView of(Progress progress) {
            var replay = progress.replay();
            return new ReplayView(
                    replay.id(),
                    replay.range(),
                    words(replay.steps()),
                    replay.state(),
                    replay.examined(),
                    replay.asked(),
                    Math.max(0, replay.asked() - progress.open()),
                    replay.changed(),
                    replay.missed(),
                    replay.startedAt(),
                    replay.endedAt());
        }

        static ReplayView dryRun(Range range, Collection<EnrichStep> steps, long items) {
            return new ReplayView(null, range, words(steps), State.DONE, 0, items, 0, 0, 0, null, null);
        }
    }

    ReplayController(LookAgain lookAgain, Publications publications) {
        this.lookAgain = lookAgain;
        this.publications = publications;
    }

    @PostMapping("/{id}/enrich")
    @ResponseStatus(HttpStatus.ACCEPTED)
    Asked one(@PathVariable String id, @RequestBody(required = false) @Nullable Steps body) {
        var steps = EnrichStep.named(body == null ? null : body.steps());
        var item = lookAgain.one(id, steps).orElseThrow(() -> unknown("item " + id));
        return new Asked(item.id(), words(steps));
    }

    @PostMapping("/enrich")
    ResponseEntity<ReplayView> range(@RequestBody AskedRange asked) {
        var range = asked.range();
        var steps = EnrichStep.named(asked.steps());
        if (publications.find(range.publication()).isEmpty()) {
            throw new ResponseStatusException(
                    HttpStatus.UNPROCESSABLE_CONTENT, "there is no publication " + range.publication());
        }
        if (Boolean.TRUE.equals(asked.dryRun())) {
            return ResponseEntity.ok(ReplayView.dryRun(range, steps, lookAgain.count(range)));
        }
        var view = ReplayView.of(new Progress(lookAgain.range(range, steps), 0));
        return ResponseEntity.accepted()
                .location(URI.create("/api/v1/items/enrich/" + view.id()))
                .body(view);
    }

    @GetMapping("/enrich/{id}")
    ReplayView progress(@PathVariable String id) {
        return shown(lookAgain.progress(id), id);
    }

    @PostMapping("/enrich/{id}/stop")
    ReplayView stop(@PathVariable String id) {
        return shown(lookAgain.stop(id), id);
    }

    private static ReplayView shown(Optional<Progress> progress, String id) {
        return progress.map(ReplayView::of).orElseThrow(() -> unknown("range that was looked up again as " + id));
    }

    private static List<String> words(Collection<EnrichStep> steps) {
        return steps.stream().map(EnrichStep::word).toList();
    }

    private static ResponseStatusException unknown(String what) {
        return new ResponseStatusException(HttpStatus.NOT_FOUND, "there is no " + what);
    }
}
