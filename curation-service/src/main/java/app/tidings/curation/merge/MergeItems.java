package app.tidings.curation.merge;

import app.tidings.curation.duplicate.Merges.Into;
import app.tidings.curation.duplicate.Merges.Merged;
import app.tidings.curation.item.Item;
import app.tidings.curation.item.Items;
import app.tidings.curation.item.Step;
import app.tidings.curation.item.Step.Refused;
import app.tidings.platform.jobs.Jobs;
import java.time.InstantSource;
import java.util.Optional;
import java.util.function.BiFunction;
import org.springframework.stereotype.Component;

/**
 * Merges an item into another, and splits it again. What the merged item says is the truth; the one that stands for it follows, at
 * once or, after a kill, when the item's job is worked next.
 */
@Component
class MergeItems {

    /** A chain is there only while one who merged is on the way to make the merged ones follow. */
    private static final int LONGEST_CHAIN = 20;

    private final Items items;
    private final Jobs mergeJobs;
    private final InstantSource clock;

    MergeItems(Items items, Jobs mergeJobs, InstantSource clock) {
        this.items = items;
        this.mergeJobs = mergeJobs;
        this.clock = clock;
    }

    /** Merges by the rules for what was found; empty when one of the items is not there. */
    Optional<Step> merge(String id, String survivorId, String evidence) {
        return merge(id, survivorId, (item, survivor) -> MergePolicy.merge(item, survivor, evidence, clock.instant()));
    }

    /** Merges because an editor says so; empty when one of the items is not there. */
    Optional<Step> mergeByHand(String id, String survivorId) {
        return merge(id, survivorId, (item, survivor) -> MergePolicy.mergeByHand(item, survivor, clock.instant()));
    }

    private Optional<Step> merge(String id, String survivorId, BiFunction<Item, Item, Step> rule) {
        if (items.find(survivorId).isEmpty()) {
            return Optional.empty();
        }
        mergeJobs.open(id); // after a kill between the writes the job makes the others follow
        return followed(
                id,
                items.takeStep(
                        id, item -> rule.apply(item, items.find(survivorId).orElseThrow())));
    }

    /** Splits the item from the one that stands for it; empty when there is no such item. */
    Optional<Step> split(String id) {
        mergeJobs.open(id);
        return followed(id, items.takeStep(id, item -> MergePolicy.split(item, clock.instant())));
    }

    private Optional<Step> followed(String id, Optional<Step> step) {
        if (step.isPresent() && !(step.get() instanceof Refused)) {
            items.find(id).ifPresent(this::settle);
        }
        return step;
    }

    /** Makes the others say what the item says. May be run at any time, and twice. */
    void settle(Item item) {
        if (!item.isMerged()) {
            item.merges().apart().forEach(each -> items.takeStep(each, other -> MergePolicy.letGo(other, item.id())));
            return;
        }
        survivor(item).ifPresentOrElse(standing -> settle(item, standing), () -> breakCircle(item));
    }

    private void settle(Item item, Item survivor) {
        items.takeStep(survivor.id(), each -> MergePolicy.standFor(each, item));
        item.merges().from().stream().map(Merged::id).forEach(each -> follow(each, survivor));
        follow(item.id(), survivor);
    }

    /** Two that editors merged into each other at the same moment stand for themselves. */
    private void breakCircle(Item item) {
        items.takeStep(item.id(), each -> MergePolicy.split(each, clock.instant()));
    }

    private void follow(String id, Item survivor) {
        items.takeStep(id, item -> MergePolicy.follow(item, survivor, clock.instant()));
        items.find(id)
                .filter(Item::isMerged)
                .ifPresent(item -> items.takeStep(survivor.id(), each -> MergePolicy.standFor(each, item)));
    }

    /** The item that stands for this one in the end. */
    Optional<Item> survivor(Item item) {
        var standing = Optional.of(item);
        for (var i = 0; i < LONGEST_CHAIN && standing.filter(Item::isMerged).isPresent(); i++) {
            standing = standing.map(each -> each.merges().into()).map(Into::id).flatMap(items::find);
        }
        return standing.filter(each -> !each.isMerged());
    }
}
