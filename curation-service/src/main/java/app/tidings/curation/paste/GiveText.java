package app.tidings.curation.paste;

import static app.tidings.curation.replay.EnrichStep.LANGUAGE;
import static app.tidings.curation.replay.EnrichStep.PAGE;
import static app.tidings.curation.replay.EnrichStep.SUMMARY;
import static app.tidings.curation.replay.EnrichStep.TEXT;

import app.tidings.curation.item.Items;
import app.tidings.curation.replay.LookAgain;
import app.tidings.curation.text.ItemText;
import app.tidings.curation.text.ItemTexts;
import java.util.EnumSet;
import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * Takes the text of an item from a person. It stands from then on whatever the page says, and language and summary are found
 * anew on its ground.
 */
@Component
class GiveText {

    private final Items items;
    private final ItemTexts texts;
    private final LookAgain lookAgain;

    /** What became of a text. */
    sealed interface Given {

        record Kept(ItemText text) implements Given {}

        /** There is nothing in it to be read. */
        record Empty() implements Given {}
    }

    GiveText(Items items, ItemTexts texts, LookAgain lookAgain) {
        this.items = items;
        this.texts = texts;
        this.lookAgain = lookAgain;
    }

    /** Takes a text; empty when there is no such item. */
    Optional<Given> run(String itemId, Pasted pasted) {
        return items.find(itemId).map(item -> {
            var read = ReadPasted.of(pasted, item.url());
            if (read.text().isBlank()) {
                return new Given.Empty();
            }
            texts.keepPasted(itemId, read.text(), read.html());
            lookAgain.one(itemId, EnumSet.of(LANGUAGE, SUMMARY));
            return new Given.Kept(new ItemText(read.text(), read.html(), true));
        });
    }

    /** Goes back to the text of the page, if a person gave one; says whether there is such an item. */
    boolean takeBack(String itemId) {
        if (texts.removePasted(itemId)) {
            lookAgain.one(itemId, EnumSet.of(PAGE, TEXT, LANGUAGE, SUMMARY));
        }
        return items.find(itemId).isPresent();
    }
}
