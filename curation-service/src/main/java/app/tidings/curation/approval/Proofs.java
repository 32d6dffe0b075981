package app.tidings.curation.approval;

import app.tidings.curation.issue.Issue;
import app.tidings.curation.item.Item;
import app.tidings.curation.item.Items;
import app.tidings.curation.item.RecallItems;
import app.tidings.curation.publication.Publications;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Gathers all that will be printed of an issue, and what is to be known of it before. */
@Component
class Proofs {

    private final Items items;
    private final Publications publications;
    private final RecallItems recall;

    Proofs(Items items, Publications publications, RecallItems recall) {
        this.items = items;
        this.publications = publications;
        this.recall = recall;
    }

    Proof of(Issue issue) {
        var profile = publications.find(issue.publicationId()).orElseThrow();
        var found = issue.itemIds()
                .distinct()
                .map(items::find)
                .flatMap(Optional::stream)
                .collect(Collectors.toMap(Item::id, Function.identity()));
        return new Proof(issue, profile, found, recall.run(found.values()));
    }
}
