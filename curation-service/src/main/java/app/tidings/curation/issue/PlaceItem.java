package app.tidings.curation.issue;

import app.tidings.curation.item.Item;
import app.tidings.curation.item.Items;
import app.tidings.curation.item.Step;
import app.tidings.curation.item.TriagePolicy;
import app.tidings.curation.publication.Publications;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Puts items into a draft and takes them out. The issue is written first and is the truth; the item follows, at once or, after a
 * kill, when the issue is next looked after.
 */
@Component
public class PlaceItem {

    private static final int TRIES = 50;
    private static final int MOST_ENTRIES = 200;

    private final Issues issues;
    private final Items items;
    private final Publications publications;
    private final SettleItem settle;
    private final InstantSource clock;

    /** Where an item is to stand; the position counts from 1. */
    public record Place(
            String itemId, String section, @Nullable Integer position) {}

    /** What became of placing an item or taking it out. */
    public sealed interface Placed {

        record Done(Issue issue) implements Placed {}

        /** It is not possible; the reason is for the editor. */
        record Refused(String reason) implements Placed {}

        /** There is no such issue or item. */
        record Unknown(String what) implements Placed {}
    }

    PlaceItem(Issues issues, Items items, Publications publications, SettleItem settle, InstantSource clock) {
        this.issues = issues;
        this.items = items;
        this.publications = publications;
        this.settle = settle;
        this.clock = clock;
    }

    /** Puts the item into a section, or moves it within the issue. */
    public Placed place(String issueId, Place place) {
        for (var i = 0; i < TRIES; i++) {
            var issue = issues.find(issueId);
            var item = items.find(place.itemId());
            if (issue.isEmpty() || item.isEmpty()) {
                return new Placed.Unknown(issue.isEmpty() ? "issue " + issueId : "item " + place.itemId());
            }
            var outcome = placed(issue.get(), item.get(), place);
            if (outcome.isPresent()) {
                return outcome.get();
            }
        }
        throw new IllegalStateException("issue %s is written all the time".formatted(issueId));
    }

    /** Empty when somebody else was quicker. */
    private Optional<Placed> placed(Issue issue, Item item, Place place) {
        var refusal = refusal(issue, item, place);
        if (refusal.isPresent()) {
            return refusal;
        }
        var changed = issue.placed(place.itemId(), place.section(), place.position());
        var written = changed.equals(issue) || issues.replaceIfVersion(changed, List.of(place.itemId()));
        return written ? Optional.of(settled(issue.id(), place.itemId())) : Optional.empty();
    }

    private Optional<Placed> refusal(Issue issue, Item item, Place place) {
        if (!item.publicationId().equals(issue.publicationId())) {
            return refused("the item belongs to another publication");
        }
        if (!issue.editable()) {
            return refused("the issue is approved and frozen");
        }
        if (publications
                .find(issue.publicationId())
                .filter(each -> Publications.hasSection(each, place.section()))
                .isEmpty()) {
            return refused("the publication has no section " + place.section());
        }
        if (issue.without(item.id()).itemIds().count() >= MOST_ENTRIES) {
            return refused("an issue has at most %d entries".formatted(MOST_ENTRIES));
        }
        return TriagePolicy.place(truly(item), issue.id(), place.section(), clock.instant())
                        instanceof Step.Refused(var reason)
                ? refused(reason)
                : Optional.empty();
    }

    /** The item, after it has followed the issue that it says it stands in. */
    private Item truly(Item item) {
        if (item.placement() == null) {
            return item;
        }
        settle.run(item.placement().issueId(), item.id());
        return items.find(item.id()).orElse(item);
    }

    private static Optional<Placed> refused(String reason) {
        return Optional.of(new Placed.Refused(reason));
    }

    private Placed settled(String issueId, String itemId) {
        if (settle.run(issueId, itemId).orElse(null) instanceof Step.Refused(var reason)) {
            takeOut(issueId, itemId); // somebody else placed or declined it in between
            return new Placed.Refused(reason);
        }
        return new Placed.Done(issues.find(issueId).orElseThrow());
    }

    /** Takes the item out; one that is not there stays out. */
    public Placed takeOut(String issueId, String itemId) {
        for (var i = 0; i < TRIES; i++) {
            var issue = issues.find(issueId);
            if (issue.isEmpty()) {
                return new Placed.Unknown("issue " + issueId);
            }
            var changed = issue.get().without(itemId);
            if (!issue.get().editable() && !changed.equals(issue.get())) {
                return new Placed.Refused("the issue is approved and frozen");
            }
            if (changed.equals(issue.get()) || issues.replaceIfVersion(changed, List.of(itemId))) {
                settle.run(issueId, itemId);
                return new Placed.Done(issues.find(issueId).orElseThrow());
            }
        }
        throw new IllegalStateException("issue %s is written all the time".formatted(issueId));
    }
}
