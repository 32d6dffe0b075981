package app.tidings.curation.item;

import app.tidings.curation.text.ItemTexts;
import java.util.List;
import org.springframework.stereotype.Component;

/** Makes of items what the API shows, with what is known of them elsewhere. */
@Component
public class ShowItems {

    private final RecallItems recall;
    private final ItemTexts texts;

    ShowItems(RecallItems recall, ItemTexts texts) {
        this.recall = recall;
        this.texts = texts;
    }

    /** An item without the text of its page. */
    public ItemView one(Item item) {
        return all(List.of(item)).getFirst();
    }

    ItemView withText(Item item) {
        var ran = recall.run(List.of(item)).getOrDefault(item.id(), List.of());
        return ItemView.of(item, texts.find(item.id()).orElse(null), ran);
    }

    /** Items in the same order, without their pages' texts. */
    List<ItemView> all(List<Item> items) {
        var ran = recall.run(items);
        return items.stream()
                .map(each -> ItemView.of(each, null, ran.getOrDefault(each.id(), List.of())))
                .toList();
    }
}
