package app.tidings.curation.issue;

import app.tidings.contracts.BadValue;
import app.tidings.curation.issue.EditIssue.Edited;
import app.tidings.curation.issue.IssueBodies.Arrangement;
import app.tidings.curation.issue.IssueBodies.Blocks;
import app.tidings.curation.issue.IssueBodies.Details;
import app.tidings.curation.issue.IssueBodies.Draft;
import app.tidings.curation.issue.IssueBodies.Entry;
import app.tidings.curation.issue.PlaceItem.Placed;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;

/** Issues, and how editors put them together. */
@RestController
@RequestMapping("/api/v1/issues")
class IssueController {

    private static final int MAX_LIMIT = 200;
    private static final int MAX_KEY = 200;

    private final Issues issues;
    private final EditIssue edit;
    private final PlaceItem place;

    /** A page of issues, newest first; {@code next} is the cursor of the next one, if there may be one. */
    record Listed(List<IssueView> issues, @Nullable String next) {}

    IssueController(Issues issues, EditIssue edit, PlaceItem place) {
        this.issues = issues;
        this.edit = edit;
        this.place = place;
    }

    /** The header {@code Idempotency-Key} makes a repeated call answer with the first one's draft. */
    @PostMapping
    ResponseEntity<IssueView> create(
            @RequestBody Draft draft, @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key) {
        if (key != null && (key.isBlank() || key.length() > MAX_KEY)) {
            throw new BadValue("Idempotency-Key has from 1 to %d characters".formatted(MAX_KEY));
        }
        var created = view(edit.create(draft.inPublication(), draft.headlines(), draft.date(), key), 0);
        return ResponseEntity.created(URI.create("/api/v1/issues/" + created.id()))
                .body(created);
    }

    @GetMapping
    Listed list(
            @RequestParam(required = false) @Nullable String publication,
            @RequestParam(required = false) @Nullable IssueState state,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(defaultValue = "50") int limit) {
        if (limit < 1 || limit > MAX_LIMIT) {
            throw new BadValue("limit must be from 1 to " + MAX_LIMIT);
        }
        var page = issues.page(new IssueQuery(publication, state, cursor, limit));
        return new Listed(
                page.stream().map(IssueView::of).toList(),
                page.size() < limit ? null : page.getLast().id());
    }

    @GetMapping("/{id}")
    IssueView one(@PathVariable String id) {
        return issues.find(id).map(IssueView::of).orElseThrow(() -> unknown("issue " + id));
    }

    @PatchMapping("/{id}")
    IssueView details(@PathVariable String id, @RequestBody Details details) {
        return edited(id, edit.details(id, details.read(), details.headline(), details.date()), details.read());
    }

    /** Only a draft that nothing stands in can be removed. */
    @DeleteMapping("/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void remove(@PathVariable String id) {
        if (!edit.remove(id).orElseThrow(() -> unknown("issue " + id))) {
            throw new ResponseStatusException(
                    HttpStatus.CONFLICT, "only a draft without entries can be removed; take its entries out first");
        }
    }

    @PutMapping("/{id}/blocks")
    IssueView blocks(@PathVariable String id, @RequestBody Blocks blocks) {
        return edited(id, edit.blocks(id, blocks.read(), blocks.all()), blocks.read());
    }

    @PutMapping("/{id}/arrangement")
    IssueView arrangement(@PathVariable String id, @RequestBody Arrangement arrangement) {
        return edited(id, edit.arrangement(id, arrangement.read(), arrangement.entries()), arrangement.read());
    }

    @PostMapping("/{id}/entries")
    IssueView place(@PathVariable String id, @RequestBody Entry entry) {
        return placed(place.place(id, entry.place()));
    }

    @DeleteMapping("/{id}/entries/{itemId}")
    IssueView takeOut(@PathVariable String id, @PathVariable String itemId) {
        return placed(place.takeOut(id, itemId));
    }

    private static IssueView edited(String id, Optional<Edited> edited, long read) {
        return view(edited.orElseThrow(() -> unknown("issue " + id)), read);
    }

    private static IssueView view(Edited edited, long read) {
        return switch (edited) {
            case Edited.Saved(var issue) -> IssueView.of(issue);
            case Edited.Stale(var version) ->
                throw new ResponseStatusException(
                        HttpStatus.CONFLICT,
                        "the issue is at version %d, you read version %d; read it again".formatted(version, read));
            case Edited.Frozen() ->
                throw new ResponseStatusException(HttpStatus.CONFLICT, "the issue is approved and frozen");
            case Edited.Refused(var reason) ->
                throw new ResponseStatusException(HttpStatus.UNPROCESSABLE_CONTENT, reason);
        };
    }

    private static IssueView placed(Placed placed) {
        return switch (placed) {
            case Placed.Done(var issue) -> IssueView.of(issue);
            case Placed.Refused(var reason) -> throw new ResponseStatusException(HttpStatus.CONFLICT, reason);
            case Placed.Unknown(var what) -> throw unknown(what);
        };
    }

    private static ResponseStatusException unknown(String what) {
        return new ResponseStatusException(HttpStatus.NOT_FOUND, "there is no " + what);
    }
}
