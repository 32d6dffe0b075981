package app.tidings.curation.summary.draft;

import app.tidings.contracts.BadValue;
import app.tidings.curation.editing.EditItem;
import app.tidings.curation.editing.EditItem.Edited;
import app.tidings.curation.item.Edits.Change;
import app.tidings.curation.item.Edits.EditedText;
import app.tidings.curation.item.Edits.TextChange;
import app.tidings.curation.item.Item;
import app.tidings.curation.item.Items;
import app.tidings.curation.item.show.ItemView;
import app.tidings.curation.item.show.ShowItems;
import app.tidings.curation.summary.Summarizer.Summary;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
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

    private final Items items;
    private final Drafts drafts;
    private final EditItem edit;
    private final ShowItems show;

    /** What is there to choose from: the extractive summary, and the model's by language. */
    record Summaries(@Nullable String extractive, Map<String, DraftView> drafts) {}

    /**
     * A model's text.
     *
     * @param draft true: nothing of it is printed until somebody accepts it
     * @param doubts words that the page does not hold
     */
    record DraftView(String text, @Nullable String title, boolean draft, List<String> doubts) {}

    /** The version of the item that the editor read. */
    record Acceptance(@Nullable Long version) {}

    DraftController(Items items, Drafts drafts, EditItem edit, ShowItems show) {
        this.items = items;
        this.drafts = drafts;
        this.edit = edit;
        this.show = show;
    }

    @GetMapping
    Summaries all(@PathVariable String id) {
        var views = new TreeMap<String, DraftView>();
        drafts.find(id)
                .forEach((language, each) ->
                        views.put(language, new DraftView(each.text(), each.title(), true, each.doubts())));
        return new Summaries(item(id).excerpt().orElse(null), views);
    }

    /** The draft becomes the comment in that language, and its title the title where the editor has written none. */
    @PostMapping("/{language}/accept")
    ItemView accept(@PathVariable String id, @PathVariable String language, @RequestBody Acceptance acceptance) {
        if (acceptance.version() == null) {
            throw new BadValue("version is missing: send the one that you read");
        }
        var draft = Optional.ofNullable(drafts.find(id).get(language))
                .orElseThrow(() -> new ResponseStatusException(
                        HttpStatus.NOT_FOUND, "item %s has no draft in %s".formatted(id, language)));
        var change = new Change(Map.of(language, text(item(id), language, draft)), null, null, null, null);
        return switch (edit.run(id, acceptance.version(), change).orElseThrow(() -> unknown(id))) {
            case Edited.Saved(var item) -> show.one(item);
            case Edited.Stale(var version) ->
                throw new ResponseStatusException(
                        HttpStatus.CONFLICT, "the item is at version %d; read it again".formatted(version));
            case Edited.Refused(var reason) ->
                throw new ResponseStatusException(HttpStatus.UNPROCESSABLE_CONTENT, reason);
        };
    }

    private static TextChange text(Item item, String language, Summary draft) {
        var titled = item.textIn(language)
                .map(EditedText::title)
                .filter(each -> !each.isBlank())
                .isPresent();
        return new TextChange(titled ? null : draft.title(), draft.text());
    }

    private Item item(String id) {
        return items.find(id).orElseThrow(() -> unknown(id));
    }

    private static ResponseStatusException unknown(String id) {
        return new ResponseStatusException(HttpStatus.NOT_FOUND, "there is no item " + id);
    }
}
