package app.tidings.curation.merge;

import app.tidings.contracts.BadValue;
import app.tidings.curation.item.Items;
import app.tidings.curation.item.Step;
import app.tidings.curation.item.Step.Refused;
import app.tidings.curation.item.show.ItemView;
import app.tidings.curation.item.show.ShowItems;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;

/** What editors say about items that lead to the same article, or do not. */
@RestController
@RequestMapping("/api/v1/items/{id}")
class MergeController {

    private final MergeItems merge;
    private final Items items;
    private final ShowItems show;

    /** The item that is to stand for the one of the path. */
    record Target(@Nullable String into) {

        String id() {
            if (into == null || into.isBlank()) {
                throw new BadValue("into is missing: send the id of the item that stays");
            }
            return into;
        }
    }

    MergeController(MergeItems merge, Items items, ShowItems show) {
        this.merge = merge;
        this.items = items;
        this.show = show;
    }

    @PostMapping("/merge")
    ItemView merge(@PathVariable String id, @RequestBody Target target) {
        return taken(id, merge.mergeByHand(id, target.id()), "items %s and %s".formatted(id, target.id()));
    }

    @PostMapping("/split")
    ItemView split(@PathVariable String id) {
        return taken(id, merge.split(id), "item " + id);
    }

    private ItemView taken(String id, Optional<Step> step, String what) {
        var said = step.orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND, "there is no " + what));
        if (said instanceof Refused(var reason)) {
            throw new ResponseStatusException(HttpStatus.CONFLICT, reason);
        }
        return show.one(items.find(id).orElseThrow());
    }
}
