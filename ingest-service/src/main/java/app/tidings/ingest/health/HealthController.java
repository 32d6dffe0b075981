package app.tidings.ingest.health;

import app.tidings.ingest.held.HeldEntries;
import app.tidings.ingest.outcome.PollResults;
import app.tidings.ingest.outcome.PollResults.Past;
import app.tidings.ingest.source.Push;
import app.tidings.ingest.source.Source;
import app.tidings.ingest.source.Sources;
import app.tidings.ingest.source.Standing;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;

/** Why a source is silent, and which sources are. */
@RestController
@RequestMapping("/api/v1/sources")
class HealthController {

    private static final int MAX_PAGE = 200;

    /** So many sources are looked at for one page of those that are wanted; then it ends early. */
    private static final int MOST_LOOKED_AT = 2_000;

    private final Sources sources;
    private final PollResults results;
    private final HeldEntries held;
    private final Push.Lookup pushes;
    private final InstantSource clock;

    /**
     * Why a source is silent, with what shows it.
     *
     * @param nextPollAt null for a source that is not polled
     * @param usualGapMinutes the usual time between two news; null where too little is known
     * @param quietAt when it counts as quiet, if nothing new comes until then; null where too little is known
     * @param unchanged polls since the last of {@code past} that found nothing changed
     * @param push how its hub pushes what is new
     * @param past the last polls that read something or failed, newest first
     */
    record Explanation(
            String id,
            String name,
            String state,
            String code,
            String sentence,
            @Nullable String advice,
            @Nullable Instant since,
            @Nullable Instant nextPollAt,
            @Nullable Instant lastNewsAt,
            @Nullable Long usualGapMinutes,
            @Nullable Instant quietAt,
            int failures,
            int unchanged,
            Push push,
            List<Past> past) {

        static Explanation of(Source source, Why why, Push push, List<Past> past) {
            var watch = source.poll().watch();
            var gap = watch.rhythm().gap();
            var due = source.dueAt();
            return new Explanation(
                    source.id(),
                    source.name(),
                    why.state().word(),
                    why.code(),
                    why.sentence(),
                    why.advice(),
                    why.since(),
                    due.equals(Standing.NEVER) ? null : due,
                    watch.rhythm().lastNews(),
                    gap == null ? null : gap.toMinutes(),
                    watch.rhythm().quietAt(),
                    source.poll().failures(),
                    watch.unchanged(),
                    push,
                    past.reversed());
        }
    }

    /** A source of the list. */
    record Ailing(
            String id,
            String publication,
            String name,
            String state,
            String code,
            String sentence,
            @Nullable Instant since) {

        static Ailing of(Source source, Why why) {
            return new Ailing(
                    source.id(),
                    source.publicationId(),
                    source.name(),
                    why.state().word(),
                    why.code(),
                    why.sentence(),
                    why.since());
        }
    }

    /** A page of sources, perhaps of none; {@code next} is the cursor of the next page, if there may be one. */
    record Page(List<Ailing> sources, @Nullable String next) {}

    HealthController(Sources sources, PollResults results, HeldEntries held, Push.Lookup pushes, InstantSource clock) {
        this.sources = sources;
        this.results = results;
        this.held = held;
        this.pushes = pushes;
        this.clock = clock;
    }

    @GetMapping("/{id}/why")
    Explanation why(@PathVariable String id) {
        var source = sources.find(id)
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND, "there is no source " + id));
        var waiting = held.at(List.of(id)).get(id);
        var now = clock.instant();
        var other = sources.otherAt(source, source.leadsTo(now)).orElse(null);
        return Explanation.of(source, Why.of(source, waiting, other, now), pushes.of(source), results.past(id));
    }

    /**
     * Sources that are not fine, in the order of their ids, or those in one state.
     *
     * @param state such as {@code failing}; left out for all that are not fine
     */
    @GetMapping("/health")
    Page health(
            @RequestParam(required = false) @Nullable String publication,
            @RequestParam(required = false) @Nullable String state,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(defaultValue = "50") int limit) {
        if (limit < 1 || limit > MAX_PAGE) {
            throw new ResponseStatusException(HttpStatus.BAD_REQUEST, "limit is not from 1 to " + MAX_PAGE);
        }
        var wanted = state == null ? null : state(state);
        var now = clock.instant();
        var found = new ArrayList<Ailing>();
        var last = cursor;
        for (var looked = 0; looked < MOST_LOOKED_AT; looked += MAX_PAGE) {
            var some = sources.page(publication, last, MAX_PAGE);
            var waiting = held.at(some.stream().map(Source::id).toList());
            for (var source : some) {
                last = source.id();
                var why = Why.of(source, waiting.get(source.id()), otherOfAMovedOne(source, now), now);
                if (wanted == null ? why.state() != Why.State.FINE : why.state() == wanted) {
                    found.add(Ailing.of(source, why));
                    if (found.size() == limit) {
                        return new Page(found, last);
                    }
                }
            }
            if (some.size() < MAX_PAGE) {
                return new Page(found, null);
            }
        }
        return new Page(found, last);
    }

    /** For a list it is looked up only for those few that have moved. */
    private @Nullable Source otherOfAMovedOne(Source source, Instant now) {
        var place = source.leadsTo(now);
        return place.equals(source.settings().connector())
                ? null
                : sources.otherAt(source, place).orElse(null);
    }

    private static Why.State state(String word) {
        return Arrays.stream(Why.State.values())
                .filter(state -> state.word().equals(word))
                .findFirst()
                .orElseThrow(() -> new ResponseStatusException(
                        HttpStatus.BAD_REQUEST,
                        "state is none of "
                                + Arrays.stream(Why.State.values())
                                        .map(Why.State::word)
                                        .collect(Collectors.joining(", "))));
    }
}
