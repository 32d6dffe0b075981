package app.tidings.curation.editing;

import app.tidings.curation.editing.EditItem.Edited;
import app.tidings.curation.image.Images;
import app.tidings.curation.item.Item;
import app.tidings.curation.item.Items;
import app.tidings.curation.item.Page;
import app.tidings.curation.item.show.ItemView;
import app.tidings.curation.item.show.ShowItems;
import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;

/** What people write about items. */
@RestController
class EditingController {

    private final Items items;
    private final EditItem edit;
    private final Images images;
    private final ShowItems show;

    EditingController(Items items, EditItem edit, Images images, ShowItems show) {
        this.items = items;
        this.edit = edit;
        this.images = images;
        this.show = show;
    }

    @PatchMapping("/api/v1/items/{id}")
    ItemView edit(@PathVariable String id, @RequestBody ItemPatch patch) {
        var proposed = items.find(id).flatMap(Item::page).map(Page::images).orElse(List.of());
        var edited = edit.run(id, patch.read(), patch.change(images, proposed))
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND, "there is no item " + id));
        return switch (edited) {
            case Edited.Saved(var item) -> show.one(item);
            case Edited.Stale(var version) ->
                throw new ResponseStatusException(
                        HttpStatus.CONFLICT,
                        "the item is at version %d, you read version %d; read it again"
                                .formatted(version, patch.read()));
            case Edited.Refused(var reason) ->
                throw new ResponseStatusException(HttpStatus.UNPROCESSABLE_CONTENT, reason);
        };
    }
}
