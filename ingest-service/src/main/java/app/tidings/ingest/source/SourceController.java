package app.tidings.ingest.source;

import app.tidings.ingest.connector.Admission;
import app.tidings.ingest.connector.FeedSettings;
import app.tidings.ingest.outcome.Outcome;
import app.tidings.ingest.source.AddSources.Added;
import app.tidings.ingest.source.SourcesChanged.SourceRemoved;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.net.URI;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Set;
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

/**
 * Sources for people: add, list, look at, change, remove, poll now. A change replaces all that is set, as
 * {@link WantedSource} says.
 */
@RestController
@RequestMapping("/api/v1/sources")
class SourceController {

    private static final int MAX_PAGE = 200;

    private final Sources sources;
    private final AddSources addSources;
    private final Admission admission;
    private final Push.Lookup pushes;
    private final ApplicationEventPublisher replica;
    private final InstantSource clock;

    /**
     * A source and how its polls go.
     *
     * @param feedUrl the feed's address; null for a source of another kind
     * @param settings all that is set of it, beside the other fields; a word stands for each secret
     * @param nextPollAt null for a source that is not polled
     * @param lastPoll what the last poll came to
     * @param lastContent what the last poll that read something came to
     * @param push how its hub pushes what is new
     */
    record SourceView(
            String id,
            String publication,
            @Nullable URI feedUrl,
            @JsonUnwrapped SourceSettings settings,
            long version,
            Instant addedAt,
            @Nullable Instant nextPollAt,
            @Nullable Outcome lastPoll,
            Outcome.@Nullable Polled lastContent,
            int failures,
            @Nullable Instant failingSince,
            Push push) {

        static SourceView of(Source source, Push push) {
            var poll = source.poll();
            var set = source.settings();
            var due = source.dueAt();
            return new SourceView(
                    source.id(),
                    source.publicationId(),
                    set.connector() instanceof FeedSettings(var feedUrl) ? feedUrl : null,
                    set.withRequest(set.request().shown()),
                    source.version(),
                    source.addedAt(),
                    due.equals(Standing.NEVER) ? null : due,
                    poll.outcome(),
                    poll.content(),
                    poll.failures(),
                    poll.failingSince(),
                    push);
        }
    }

    /**
     * What came of adding a source.
     *
     * @param alreadyThere whether it was there before, and stays as it is, but for one that was archived
     * @param notApplied the fields that were sent and that it has otherwise
     */
    record AddedView(@JsonUnwrapped SourceView source, boolean alreadyThere, List<String> notApplied) {}

    /** A page of sources; {@code next} is the cursor of the next page, if there may be one. */
    record Page(List<SourceView> sources, @Nullable String next) {}

    SourceController(
            Sources sources,
            AddSources addSources,
            Admission admission,
            Push.Lookup pushes,
            ApplicationEventPublisher replica,
            InstantSource clock) {
        this.sources = sources;
        this.addSources = addSources;
        this.admission = admission;
        this.pushes = pushes;
        this.replica = replica;
        this.clock = clock;
    }

    @PostMapping
    ResponseEntity<AddedView> add(@RequestBody WantedSource wanted) {
        var draft = draft(wanted);
        return switch (addSources.run(draft)) {
            case Added.UnknownPublication(var known) -> throw unknown(draft.publicationId(), known);
            case Added.Fresh(var fresh) -> added(HttpStatus.CREATED, new AddedView(view(fresh), false, List.of()));
            case Added.AlreadyThere(var standing) ->
                added(HttpStatus.OK, new AddedView(view(standing), true, wanted.unlike(standing.settings())));
        };
    }

    private static ResponseEntity<AddedView> added(HttpStatus status, AddedView view) {
        return ResponseEntity.status(status)
                .location(URI.create("/api/v1/sources/" + view.source().id()))
                .body(view);
    }

    private Source draft(WantedSource wanted) {
        var settings = wanted.settings();
        admission.check(settings.connector(), settings.request());
        return switch (Source.draft(wanted.publication(), settings, clock.instant())) {
            case Source.Draft.Good(var source) -> source;
            case Source.Draft.Bad(var reason) -> throw new ResponseStatusException(HttpStatus.BAD_REQUEST, reason);
        };
    }

    /** A page of sources, or of those with a tag, a standing or a text alone. 400 for an unknown standing or cursor. */
    @GetMapping
    Page list(
            @RequestParam(required = false) @Nullable String publication,
            @RequestParam(required = false) @Nullable String tag,
            @RequestParam(required = false) @Nullable String standing,
            @RequestParam(required = false) @Nullable String text,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(defaultValue = "50") int limit) {
        var search = new Search(publication, tag, standing, text);
        var fault = limit < 1 || limit > MAX_PAGE ? "limit is not from 1 to " + MAX_PAGE : search.fault(cursor);
        if (fault != null) {
            throw new ResponseStatusException(HttpStatus.BAD_REQUEST, fault);
        }
        var others = publication == null ? Set.<String>of() : addSources.othersThan(publication);
        if (publication != null && !others.isEmpty()) {
            throw unknown(publication, others);
        }
        var page = sources.page(search, cursor, limit, clock.instant());
        var pushed = pushes.of(page);
        return new Page(
                page.stream()
                        .map(source -> SourceView.of(source, pushed.getOrDefault(source.id(), Push.NONE)))
                        .toList(),
                page.size() < limit ? null : page.getLast().id());
    }

    @GetMapping("/{id}")
    SourceView one(@PathVariable String id) {
        return view(existing(id));
    }

    @PutMapping("/{id}")
    SourceView change(@PathVariable String id, @RequestBody WantedSource wanted) {
        var standing = existing(id);
        var settings = wanted.settings(standing.settings());
        var fault = settings.fault();
        if (fault != null || wanted.version() == null) {
            throw new ResponseStatusException(HttpStatus.BAD_REQUEST, fault != null ? fault : "version is missing");
        }
        if (settings.connector().equals(standing.settings().connector())) {
            admission.check(settings.request());
        } else {
            admission.check(settings.connector(), settings.request());
            refuseWhereAnotherIsRead(standing, settings);
        }
        var changed = standing.changed(settings, clock.instant());
        if (standing.version() != wanted.version() || !sources.replaceIfVersion(changed, wanted.version())) {
            throw new ResponseStatusException(
                    HttpStatus.CONFLICT,
                    "the source was changed meanwhile and is of version %d now; read it again and repeat your change"
                            .formatted(existing(id).version()));
        }
        replica.publishEvent(SourcesChanged.of(changed));
        return view(changed);
    }

    private void refuseWhereAnotherIsRead(Source source, SourceSettings wanted) {
        sources.otherAt(source, wanted.connector()).ifPresent(other -> {
            throw new ResponseStatusException(
                    HttpStatus.CONFLICT,
                    "the source %s (%s) of this publication is read there; archive or remove one of the two"
                            .formatted(other.id(), other.name()));
        });
    }

    @DeleteMapping("/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void remove(@PathVariable String id) {
        var removed = sources.remove(id).orElseThrow(() -> unknown(id));
        replica.publishEvent(SourcesChanged.of(removed));
        replica.publishEvent(new SourceRemoved(id));
    }

    @PostMapping("/{id}/poll")
    @ResponseStatus(HttpStatus.ACCEPTED)
    SourceView poll(@PathVariable String id) {
        if (existing(id).settings().standing() instanceof Standing.Archived) {
            throw new ResponseStatusException(
                    HttpStatus.CONFLICT, "the source is archived and is polled no more; make it active first");
        }
        var asked = sources.askForPoll(id, clock.instant()).orElseThrow(() -> unknown(id));
        replica.publishEvent(SourcesChanged.of(asked));
        return view(asked);
    }

    private SourceView view(Source source) {
        return SourceView.of(source, pushes.of(source));
    }

    private Source existing(String id) {
        return sources.find(id).orElseThrow(() -> unknown(id));
    }

    private static ResponseStatusException unknown(String publication, Set<String> known) {
        return new ResponseStatusException(
                HttpStatus.UNPROCESSABLE_CONTENT, AddSources.unknownPublication(publication, known));
    }

    private static ResponseStatusException unknown(String id) {
        return new ResponseStatusException(HttpStatus.NOT_FOUND, "there is no source " + id);
    }
}
