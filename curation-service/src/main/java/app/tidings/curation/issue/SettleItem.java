package app.tidings.curation.issue;

import app.tidings.curation.item.Item;
import app.tidings.curation.item.Item.Placement;
import app.tidings.curation.item.Items;
import app.tidings.curation.item.Step;
import app.tidings.curation.item.TriagePolicy;
import app.tidings.curation.item.TriagePolicy.WentOut;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Makes an item follow what an issue says about it: that it stands there, went out with it, or is there no more. */
@Component
public class SettleItem {

    private static final int TRIES = 50;

    private final Issues issues;
    private final Items items;
    private final InstantSource clock;

    SettleItem(Issues issues, Items items, InstantSource clock) {
        this.issues = issues;
        this.items = items;
        this.clock = clock;
    }

    /**
     * Settles until the issue says the same before and after. May be run at any time, and twice.
     *
     * @return what the item's rules said; a refusal means that it cannot stand there
     */
    public Optional<Step> run(String issueId, String itemId) {
        for (var i = 0; i < TRIES; i++) {
            var placement = placement(issueId, itemId);
            var step = items.takeStep(itemId, item -> followed(item, issueId, placement));
            if (placement(issueId, itemId).equals(placement)) {
                issues.settled(issueId, itemId);
                return step;
            }
        }
        throw new IllegalStateException("issue %s is written all the time".formatted(issueId));
    }

    private Optional<Placement> placement(String issueId, String itemId) {
        return issues.find(issueId).flatMap(issue -> issue.placementOf(itemId));
    }

    private Step followed(Item item, String issueId, Optional<Placement> placement) {
        var now = clock.instant();
        if (placement.isEmpty()) {
            return TriagePolicy.unplace(item, issueId, now);
        }
        var place = placement.get();
        return place.number() == null
                ? TriagePolicy.place(item, issueId, place.section(), now)
                : TriagePolicy.publish(item, wentOut(place, place.number()), now);
    }

    private WentOut wentOut(Placement place, int number) {
        var pages = issues.find(place.issueId()).map(Issue::pages).orElse(Map.of());
        return new WentOut(place.issueId(), place.section(), number, pages);
    }
}
