package app.tidings.curation.item.show;

import app.tidings.curation.item.Item;
import app.tidings.curation.item.Items;
import app.tidings.curation.item.Step;
import app.tidings.curation.item.Step.Changed;
import app.tidings.curation.item.Step.Refused;
import app.tidings.curation.item.Step.Unchanged;
import app.tidings.curation.item.TriagePolicy;
import app.tidings.curation.text.PlainText;
import java.time.InstantSource;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;

/** An item, and what editors do with it. */
@RestController
@RequestMapping("/api/v1/items")
class ItemController {

    private static final int MAX_REASON = 500;

    private final Items items;
    private final ShowItems show;
    private final InstantSource clock;

    /** Why an item is declined; may be told to whoever submitted it. */
    record Decline(@Nullable String reason) {}

    ItemController(Items items, ShowItems show, InstantSource clock) {
        this.items = items;
        this.show = show;
        this.clock = clock;
    }

    @GetMapping("/{id}")
    ItemView one(@PathVariable String id) {
        return show.withText(items.find(id).orElseThrow(() -> unknown(id)));
    }

    @PostMapping("/{id}/shortlist")
    ItemView shortlist(@PathVariable String id) {
        return taken(id, item -> TriagePolicy.shortlist(item, clock.instant()));
    }

    @PostMapping("/{id}/decline")
    ItemView decline(@PathVariable String id, @RequestBody(required = false) @Nullable Decline decline) {
        var reason = Optional.ofNullable(decline)
                .map(each -> PlainText.line(each.reason(), MAX_REASON))
                .orElse(null);
        return taken(id, item -> TriagePolicy.decline(item, reason, clock.instant()));
    }

    @PostMapping("/{id}/reopen")
    ItemView reopen(@PathVariable String id) {
        return taken(id, item -> TriagePolicy.reopen(item, clock.instant()));
    }

    private ItemView taken(String id, Function<Item, Step> step) {
        return switch (items.takeStep(id, step).orElseThrow(() -> unknown(id))) {
            case Changed changed ->
                show.one(changed.item().withVersion(changed.item().version() + 1));
            case Unchanged(var item) -> show.one(item);
            case Refused(var reason) -> throw new ResponseStatusException(HttpStatus.CONFLICT, reason);
        };
    }

    private static ResponseStatusException unknown(String id) {
        return new ResponseStatusException(HttpStatus.NOT_FOUND, "there is no item " + id);
    }
}
