package app.tidings.curation.summary.draft;

import app.tidings.contracts.BadValue;
import app.tidings.curation.item.show.ItemView;
import app.tidings.curation.item.show.ShowItems;
import app.tidings.curation.summary.draft.AcceptDraft.Accepted;
import app.tidings.curation.summary.draft.AcceptDraft.Part;
import app.tidings.curation.summary.draft.AcceptDraft.Yes;
import app.tidings.curation.summary.draft.ShowDrafts.Summaries;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;

/** The drafts of an item, and an editor's yes to one. */
@RestController
@RequestMapping("/api/v1/items/{id}/summaries")
class DraftController {

    private final ShowDrafts drafts;
    private final AcceptDraft accept;
    private final ShowItems show;

    /**
     * A yes.
     *
     * @param version of the item that the editor read
     * @param draft the id of the draft that the editor read
     * @param replace whether it may take the place of what somebody wrote; not where that is not said
     * @param only the part of the draft that is wanted
     */
    record Acceptance(
            @Nullable Long version,
            @Nullable String draft,
            @Nullable Boolean replace,
            @Nullable Part only) {

        Yes of(String id, String language) {
            if (version == null) {
                throw new BadValue("version is missing: send the one that you read");
            }
            if (draft == null) {
                throw new BadValue("draft is missing: send the id of the draft that you read");
            }
            return new Yes(id, language, version, draft, Boolean.TRUE.equals(replace), only);
        }
    }

    DraftController(ShowDrafts drafts, AcceptDraft accept, ShowItems show) {
        this.drafts = drafts;
        this.accept = accept;
        this.show = show;
    }

    @GetMapping
    Summaries all(@PathVariable String id) {
        return drafts.run(id)
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND, "there is no item " + id));
    }

    /** The draft becomes the comment in that language, and its title the title where nobody has written one; or a part of it does. */
    @PostMapping("/{language}/accept")
    ItemView accept(@PathVariable String id, @PathVariable String language, @RequestBody Acceptance acceptance) {
        return switch (accept.run(acceptance.of(id, language))) {
            case Accepted.Saved(var item) -> show.one(item);
            case Accepted.Missing(var what) -> throw new ResponseStatusException(HttpStatus.NOT_FOUND, what);
            case Accepted.Outdated(var reason) -> throw new ResponseStatusException(HttpStatus.CONFLICT, reason);
            case Accepted.Refused(var reason) ->
                throw new ResponseStatusException(HttpStatus.UNPROCESSABLE_CONTENT, reason);
        };
    }
}
