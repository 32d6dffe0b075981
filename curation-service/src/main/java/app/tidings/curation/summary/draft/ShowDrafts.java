package app.tidings.curation.summary.draft;

import app.tidings.curation.item.Item;
import app.tidings.curation.item.Items;
import app.tidings.curation.text.ItemDraft;
import app.tidings.curation.text.ItemDrafts;
import app.tidings.curation.text.ItemTexts;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What an editor may choose from to say of an item. */
@Component
record ShowDrafts(Items items, ItemTexts texts, ItemDrafts drafts) {

    /**
     * What is there to choose from.
     *
     * @param extractive the summary that is the page's own words
     * @param drafts the model's, by language
     * @param replaced titles and comments whose place a draft was given, by language, oldest first
     */
    record Summaries(@Nullable String extractive, Map<String, DraftView> drafts, Map<String, List<String>> replaced) {}

    /**
     * A model's text.
     *
     * @param id to be sent back with a yes
     * @param draft true: nothing of it is printed until somebody accepts it
     * @param doubts words that the page does not hold
     * @param outdated whether the page is another one since; such a draft cannot be accepted
     */
    record DraftView(
            String id, String text, @Nullable String title, boolean draft, List<String> doubts, boolean outdated) {

        private static DraftView of(ItemDraft draft, boolean outdated) {
            return new DraftView(draft.id(), draft.text(), draft.title(), true, draft.doubts(), outdated);
        }
    }

    /** Empty when there is no such item. */
    Optional<Summaries> run(String id) {
        return items.find(id).map(item -> {
            var kept = drafts.find(id);
            return new Summaries(item.excerpt().orElse(null), views(item, kept.drafts()), kept.replaced());
        });
    }

    private Map<String, DraftView> views(Item item, Map<String, ItemDraft> of) {
        var text = texts.find(item.id()).orElse("");
        var views = new TreeMap<String, DraftView>();
        of.forEach((language, each) -> views.put(language, DraftView.of(each, each.isOutdated(item.title(), text))));
        return views;
    }
}
