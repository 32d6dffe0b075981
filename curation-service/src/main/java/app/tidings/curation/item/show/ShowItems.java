package app.tidings.curation.item.show;

import app.tidings.contracts.Sighting;
import app.tidings.curation.item.Item;
import app.tidings.curation.item.Kind;
import app.tidings.curation.item.Page;
import app.tidings.curation.item.Page.Repository;
import app.tidings.curation.item.RecallItems;
import app.tidings.curation.item.show.ItemView.Known;
import app.tidings.curation.item.show.ItemView.TitleView;
import app.tidings.curation.memory.Ran;
import app.tidings.curation.proposal.Candidate;
import app.tidings.curation.proposal.Proposal;
import app.tidings.curation.proposal.Tastes;
import app.tidings.curation.publication.Publications;
import app.tidings.curation.text.ItemDraft;
import app.tidings.curation.text.ItemDrafts;
import app.tidings.curation.text.ItemTexts;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Makes of items what the API shows, with what is known of them elsewhere: where they ran, and what is proposed. */
@Component
public class ShowItems {

    private final RecallItems recall;
    private final Tastes tastes;
    private final Kept kept;
    private final InstantSource clock;

    /** What is kept beside the items: the texts of their pages, a model's drafts, and the languages they are printed in. */
    @Component
    record Kept(ItemTexts texts, ItemDrafts drafts, Publications publications) {

        List<String> languages(String publicationId) {
            return publications
                    .find(publicationId)
                    .map(Publications::languagesOf)
                    .orElse(List.of());
        }
    }

    ShowItems(RecallItems recall, Tastes tastes, Kept kept, InstantSource clock) {
        this.recall = recall;
        this.tastes = tastes;
        this.kept = kept;
        this.clock = clock;
    }

    /** An item without the text of its page. */
    public ItemView one(Item item) {
        return all(List.of(item)).getFirst();
    }

    ItemView withText(Item item) {
        return view(item, kept.texts().find(item.id()).orElse(null), new Beside(List.of(item)));
    }

    /** Items in the same order, without their pages' texts. */
    public List<ItemView> all(List<Item> items) {
        var beside = new Beside(items);
        return items.stream().map(each -> view(each, null, beside)).toList();
    }

    /** What is known of some items elsewhere, asked for at once. */
    private final class Beside {

        private final Map<String, List<Ran>> ran;
        private final Map<String, Map<String, ItemDraft>> drafts;
        private final Map<String, List<String>> languages = new HashMap<>();

        private Beside(List<Item> items) {
            this.ran = recall.run(items);
            this.drafts = kept.drafts().findAll(items.stream().map(Item::id).toList());
        }

        private List<Ran> ran(Item item) {
            return ran.getOrDefault(item.id(), List.of());
        }

        private Map<String, TitleView> titles(Item item) {
            var drafted = drafts.getOrDefault(item.id(), Map.of());
            var titles = new TreeMap<String, TitleView>();
            languages
                    .computeIfAbsent(item.publicationId(), kept::languages)
                    .forEach(language -> titles.put(language, TitleView.of(item, language, drafted.get(language))));
            return titles;
        }
    }

    private ItemView view(Item item, @Nullable String text, Beside beside) {
        var ran = beside.ran(item);
        var proposal = proposed(item, ran).orElse(null);
        return ItemView.of(item, new Known(text, ran, proposal, beside.titles(item)));
    }

    /** By what is known now; none of what an editor decided about, or where nothing was learned yet. */
    private Optional<Proposal> proposed(Item item, List<Ran> ran) {
        return switch (item.state()) {
            case NEW, SHORTLISTED, PLACED ->
                tastes.of(item.publicationId()).map(taste -> taste.propose(candidate(item, ran), clock.instant()));
            case PUBLISHED, DECLINED, MERGED -> Optional.empty();
        };
    }

    private static Candidate candidate(Item item, List<Ran> ran) {
        var repository = item.page().map(Page::repository);
        return new Candidate(
                item.title(),
                item.url(),
                kind(item),
                repository.map(Repository::topics).orElse(List.of()),
                item.sightings().stream()
                        .collect(Collectors.toMap(Sighting::sourceId, Sighting::sourceName, (first, _) -> first)),
                item.publishedAt().orElse(item.takenInAt()),
                repository.map(Repository::stars).orElse(0),
                item.page().filter(page -> page.quality().contains(Page.NONE)).isEmpty(),
                ran.stream().collect(Collectors.toMap(Ran::text, Ran::sure, Boolean::logicalOr)));
    }

    /** Whatever is nothing else is an article, which tells little. */
    private static @Nullable String kind(Item item) {
        return Kind.ARTICLE.section().equals(item.kind().section())
                ? null
                : item.kind().section();
    }
}
