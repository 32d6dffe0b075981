package app.tidings.ingest.source;

import app.tidings.ingest.source.AddSources.Added;
import java.net.URI;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;

/** Sources for people: add, list, look at, change, remove, poll now. */
@RestController
@RequestMapping("/api/v1/sources")
class SourceController {

    private static final int MAX_PAGE = 200;

    private final Sources sources;
    private final AddSources addSources;
    private final ApplicationEventPublisher replica;
    private final InstantSource clock;

    /** A source to be added. */
    record NewSource(
            @Nullable String publication,
            @Nullable String name,
            @Nullable String feedUrl,
            @Nullable Integer intervalMinutes) {}

    /** What to change of a source, which must still be of that version. */
    record ChangedSource(
            @Nullable String name,
            @Nullable Integer intervalMinutes,
            @Nullable Long version) {}

    /**
     * A source and how its polls go.
     *
     * @param lastPoll what the last poll came to
     * @param lastContent what the last poll that read something came to
     */
    record SourceView(
            String id,
            String publication,
            String name,
            URI feedUrl,
            @Nullable Integer intervalMinutes,
            long version,
            Instant addedAt,
            Instant nextPollAt,
            @Nullable Outcome lastPoll,
            Outcome.@Nullable Polled lastContent,
            int failures,
            @Nullable Instant failingSince) {

        static SourceView of(Source source) {
            var poll = source.poll();
            return new SourceView(
                    source.id(),
                    source.publicationId(),
                    source.name(),
                    source.feedUrl(),
                    source.intervalMinutes(),
                    source.version(),
                    source.addedAt(),
                    source.dueAt(),
                    poll.outcome(),
                    poll.content(),
                    poll.failures(),
                    poll.failingSince());
        }
    }

    /** A page of sources; {@code next} is the cursor of the next page, if there may be one. */
    record Page(List<SourceView> sources, @Nullable String next) {}

    SourceController(Sources sources, AddSources addSources, ApplicationEventPublisher replica, InstantSource clock) {
        this.sources = sources;
        this.addSources = addSources;
        this.replica = replica;
        this.clock = clock;
    }

    @PostMapping
    ResponseEntity<SourceView> add(@RequestBody NewSource wanted) {
        var draft = draft(wanted);
        return switch (addSources.run(draft.publicationId(), List.of(draft))) {
            case Added.UnknownPublication(var known) -> throw unknownPublication(draft.publicationId(), known);
            case Added.Kept(var fresh) -> {
                var standing = sources.find(draft.id()).orElse(draft);
                yield ResponseEntity.status(fresh.isEmpty() ? HttpStatus.OK : HttpStatus.CREATED)
                        .location(URI.create("/api/v1/sources/" + standing.id()))
                        .body(SourceView.of(standing));
            }
        };
    }

    private Source draft(NewSource wanted) {
        var draft = Source.draft(
                wanted.publication(), wanted.name(), wanted.feedUrl(), wanted.intervalMinutes(), clock.instant());
        return switch (draft) {
            case Source.Draft.Good(var source) -> source;
            case Source.Draft.Bad(var reason) -> throw new ResponseStatusException(HttpStatus.BAD_REQUEST, reason);
        };
    }

    static ResponseStatusException unknownPublication(String publicationId, Iterable<String> known) {
        return new ResponseStatusException(
                HttpStatus.UNPROCESSABLE_CONTENT,
                "there is no publication %s; known are: %s".formatted(publicationId, String.join(", ", known)));
    }

    @GetMapping
    Page list(
            @RequestParam(required = false) @Nullable String publication,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(defaultValue = "50") int limit) {
        if (limit < 1 || limit > MAX_PAGE) {
            throw new ResponseStatusException(HttpStatus.BAD_REQUEST, "limit is not from 1 to " + MAX_PAGE);
        }
        var page = sources.page(publication, cursor, limit);
        return new Page(
                page.stream().map(SourceView::of).toList(),
                page.size() < limit ? null : page.getLast().id());
    }

    @GetMapping("/{id}")
    SourceView one(@PathVariable String id) {
        return SourceView.of(existing(id));
    }

    @PutMapping("/{id}")
    SourceView change(@PathVariable String id, @RequestBody ChangedSource wanted) {
        var fault = Source.fault(wanted.name(), wanted.intervalMinutes());
        if (fault != null || wanted.name() == null || wanted.version() == null) {
            throw new ResponseStatusException(HttpStatus.BAD_REQUEST, fault != null ? fault : "version is missing");
        }
        var standing = existing(id);
        var changed = standing.changed(wanted.name(), wanted.intervalMinutes(), clock.instant());
        if (standing.version() != wanted.version() || !sources.replaceIfVersion(changed, wanted.version())) {
            throw new ResponseStatusException(
                    HttpStatus.CONFLICT,
                    "the source was changed meanwhile and is of version %d now; read it again and repeat your change"
                            .formatted(existing(id).version()));
        }
        replica.publishEvent(SourcesChanged.of(changed));
        return SourceView.of(changed);
    }

    @DeleteMapping("/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void remove(@PathVariable String id) {
        var removed = sources.remove(id).orElseThrow(() -> unknown(id));
        replica.publishEvent(SourcesChanged.of(removed));
    }

    @PostMapping("/{id}/poll")
    @ResponseStatus(HttpStatus.ACCEPTED)
    SourceView poll(@PathVariable String id) {
        var asked = sources.askForPoll(id, clock.instant()).orElseThrow(() -> unknown(id));
        replica.publishEvent(SourcesChanged.of(asked));
        return SourceView.of(asked);
    }

    private Source existing(String id) {
        return sources.find(id).orElseThrow(() -> unknown(id));
    }

    private static ResponseStatusException unknown(String id) {
        return new ResponseStatusException(HttpStatus.NOT_FOUND, "there is no source " + id);
    }
}
