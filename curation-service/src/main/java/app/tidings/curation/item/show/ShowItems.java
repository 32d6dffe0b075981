package app.tidings.curation.item.show;

import app.tidings.contracts.Sighting;
import app.tidings.curation.item.Item;
import app.tidings.curation.item.Kind;
import app.tidings.curation.item.Page;
import app.tidings.curation.item.Page.Repository;
import app.tidings.curation.item.RecallItems;
import app.tidings.curation.memory.Ran;
import app.tidings.curation.proposal.Candidate;
import app.tidings.curation.proposal.Proposal;
import app.tidings.curation.proposal.Tastes;
import app.tidings.curation.text.ItemTexts;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Makes of items what the API shows, with what is known of them elsewhere: where they ran, and what is proposed. */
@Component
public class ShowItems {

    private final RecallItems recall;
    private final Tastes tastes;
    private final ItemTexts texts;
    private final InstantSource clock;

    ShowItems(RecallItems recall, Tastes tastes, ItemTexts texts, InstantSource clock) {
        this.recall = recall;
        this.tastes = tastes;
        this.texts = texts;
        this.clock = clock;
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
        return ItemView.of(item, text, ran, proposed(item, ran).orElse(null));
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
