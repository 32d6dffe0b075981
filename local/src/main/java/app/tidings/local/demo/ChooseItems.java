package app.tidings.local.demo;

import static java.util.function.Function.identity;
import static java.util.stream.Collectors.toMap;

import app.tidings.local.demo.EditorScript.Declined;
import app.tidings.local.demo.EditorScript.Entry;
import app.tidings.local.demo.ReadInbox.Item;
import app.tidings.local.stage.Columns;
import app.tidings.local.stage.Patience.GaveUp;
import java.net.URI;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** The fourth chapter: the editor keeps some items with a few words in each language, and declines others with a reason. */
final class ChooseItems {

    private static final int CONFLICT = 409;
    private static final int TITLE = 90;
    private static final int SUMMARY = 150;

    private final Scene scene;
    private final Map<URI, Item> byAddress;

    ChooseItems(Scene scene, List<Item> items) {
        this.scene = scene;
        this.byAddress = items.stream().collect(toMap(Item::url, identity(), (first, _) -> first));
    }

    /** The items of the script's entries, in its order. */
    List<Item> run() {
        scene.story().chapter("Choice");
        if (scene.script().entries().stream()
                .noneMatch(each -> item(each.page()).isOpen())) {
            scene.story().say("All of this was decided in an earlier run and stays as it is.");
        }
        var decided = decidedNow();
        var kept = new ArrayList<Item>();
        for (var entry : scene.script().entries()) {
            var item = item(entry.page());
            kept.add(item.isOpen() ? edited(entry, item) : item);
            tell("✓", item, "kept: " + entry.why());
            summary(item).ifPresent(text -> scene.story().item(" ", "summary that was proposed: " + text));
        }
        for (var declined : scene.script().declined()) {
            decline(declined);
        }
        var undecided = byAddress.values().stream().filter(Item::isUndecided).count();
        scene.story().say("%d items stay in the inbox for another week.".formatted(undecided - decided));
        return kept;
    }

    private void tell(String mark, Item item, String decision) {
        scene.story().item(mark, Columns.cut(item.title(), TITLE));
        scene.story().item(" ", decision);
    }

    private long decidedNow() {
        return Stream.concat(
                        scene.script().entries().stream().map(Entry::page),
                        scene.script().declined().stream().map(Declined::page))
                .filter(page -> item(page).isUndecided())
                .count();
    }

    /** What was written of it by itself, from its own sentences and in its own language. */
    private static Optional<String> summary(Item item) {
        return Optional.ofNullable(item.excerpt()).map(text -> Columns.cut(text, SUMMARY));
    }

    private Item item(String page) {
        var item = byAddress.get(scene.address(page));
        if (item == null) {
            throw new GaveUp("The editor wants %s, but it is not among the items.".formatted(scene.address(page)));
        }
        return item;
    }

    private void decline(Declined declined) {
        var item = item(declined.page());
        if (item.isUndecided()) {
            scene.curation().post(path(item) + "/decline", Map.of("reason", declined.reason()), Item.class);
        }
        tell("✗", item, "declined: " + declined.reason());
    }

    private Item edited(Entry entry, Item item) {
        return scene.patience().again(CONFLICT, "somebody else wrote “%s”".formatted(item.title()), () -> {
            var read = item.isUndecided()
                    ? scene.curation().post(path(item) + "/shortlist", Map.of(), Item.class)
                    : scene.curation().get(path(item), Item.class);
            return scene.curation().patch(path(item), edit(entry, read), Item.class);
        });
    }

    static Map<String, Object> edit(Entry entry, Item read) {
        var edit = new HashMap<String, Object>();
        edit.put("version", read.version());
        edit.put("texts", entry.texts());
        edit.put("section", entry.section());
        if (entry.picture() && !read.proposedImages().isEmpty()) {
            edit.put("images", read.proposedImages().subList(0, 1));
        }
        if (entry.credit() != null) {
            edit.put("credits", List.of(Map.of("name", entry.credit())));
        }
        return edit;
    }

    private static String path(Item item) {
        return "/api/v1/items/" + item.id();
    }
}
