package app.tidings.curation.item;

import app.tidings.curation.memory.Ran;
import app.tidings.curation.text.ItemTexts;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Makes of items what the API shows, with what is known of them elsewhere. */
@Component
public class ShowItems {

    private final RecallItems recall;
    private final ProposeItem propose;
    private final ItemTexts texts;

    ShowItems(RecallItems recall, ProposeItem propose, ItemTexts texts) {
        this.recall = recall;
        this.propose = propose;
        this.texts = texts;
    }

    /** An item without the text of its page. */
    public ItemView one(Item item) {
        return all(List.of(item)).getFirst();
    }

    ItemView withText(Item item) {
        var ran = recall.run(List.of(item)).getOrDefault(item.id(), List.of());
        return view(item, texts.find(item.id()).orElse(null), ran);
    }

    /** Items in the same order, without their pages' texts. */
    public List<ItemView> all(List<Item> items) {
        var ran = recall.run(items);
        return items.stream()
                .map(each -> view(each, null, ran.getOrDefault(each.id(), List.of())))
                .toList();
    }

    private ItemView view(Item item, @Nullable String text, List<Ran> ran) {
        return ItemView.of(item, text, ran, propose.run(item, ran).orElse(null));
    }
}
