package app.tidings.curation.approval;

import app.tidings.curation.issue.Issue;
import app.tidings.curation.item.Item;
import app.tidings.curation.item.Items;
import app.tidings.curation.item.RecallItems;
import app.tidings.curation.linkcheck.LinkChecks;
import app.tidings.curation.publication.Publications;
import java.util.List;
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
    private final LinkChecks links;

    Proofs(Items items, Publications publications, RecallItems recall, LinkChecks links) {
        this.items = items;
        this.publications = publications;
        this.recall = recall;
        this.links = links;
    }

    Proof of(Issue issue) {
        var profile = publications.find(issue.publicationId()).orElseThrow();
        var found = issue.itemIds()
                .distinct()
                .map(items::find)
                .flatMap(Optional::stream)
                .collect(Collectors.toMap(Item::id, Function.identity()));
        var checked = links.find(issue.id()).orElse(List.of());
        return new Proof(issue, profile, found, recall.elsewhere(found.values()), checked);
    }
}
