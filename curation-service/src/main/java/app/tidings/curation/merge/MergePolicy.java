package app.tidings.curation.merge;

import app.tidings.contracts.ItemEvent.ItemSplit;
import app.tidings.curation.duplicate.Merges;
import app.tidings.curation.duplicate.Merges.Into;
import app.tidings.curation.duplicate.Merges.Merged;
import app.tidings.curation.item.Edits;
import app.tidings.curation.item.Item;
import app.tidings.curation.item.ItemState;
import app.tidings.curation.item.Step;
import app.tidings.curation.item.Step.Changed;
import app.tidings.curation.item.Step.Refused;
import app.tidings.curation.item.Step.Unchanged;
import app.tidings.curation.item.TriagePolicy;
import java.time.Instant;
import java.util.Collections;
import java.util.Comparator;
import java.util.Optional;

/** Which of two items that lead to one article stands for both, and which steps lead there and back. Pure; each may be taken twice. */
final class MergePolicy {

    /** The evidence of a merge by hand. */
    static final String EDITOR = "editor";

    /** More would be no article but something that is shown everywhere. */
    private static final int MOST_MERGED = 100;

    /** The earlier item first. */
    private static final Comparator<Item> EARLIER =
            Comparator.comparing(Item::takenInAt).thenComparing(Item::id);

    private MergePolicy() {}

    /** Which of them stands for the other by itself; empty where an editor has worked on both, or split them, or one is not wanted. */
    static Optional<Item> survivor(Item one, Item other) {
        if (areApart(one, other) || isWithdrawn(one) || isWithdrawn(other)) {
            return Optional.empty();
        }
        if (isWorkedOn(one) && isWorkedOn(other)) {
            return Optional.empty();
        }
        if (isWorkedOn(one) || isWorkedOn(other)) {
            return Optional.of(isWorkedOn(one) ? one : other);
        }
        return Optional.of(EARLIER.compare(one, other) < 0 ? one : other);
    }

    private static boolean isWithdrawn(Item item) {
        return item.sighted().withdrawn() != null;
    }

    private static boolean isWorkedOn(Item item) {
        return switch (item.state()) {
            case SHORTLISTED, PLACED, PUBLISHED -> true;
            case NEW, DECLINED, MERGED -> !item.edits().equals(Edits.NONE);
        };
    }

    /** Whether an editor split one of those that the one stands for from one of the other's. */
    private static boolean areApart(Item one, Item other) {
        return !Collections.disjoint(one.merges().apart(), other.merges().all(other.id()))
                || !Collections.disjoint(other.merges().apart(), one.merges().all(one.id()));
    }

    /** The later says by itself that the other stands for it, if that is still so, and no other does. */
    static Step merge(Item item, Item survivor, String evidence, Instant now) {
        var into = item.merges().into();
        if (into != null && !into.id().equals(survivor.id())) {
            return new Refused("the item is merged into another already");
        }
        return survivor(item, survivor).filter(survivor::equals).isPresent()
                ? merged(item, survivor, evidence, now)
                : new Refused("the items are two, or an editor has worked on both");
    }

    /** An editor says that the other stands for it. */
    static Step mergeByHand(Item item, Item survivor, Instant now) {
        var together =
                item.withMerges(item.merges().notApartFrom(survivor.merges().all(survivor.id())));
        return merged(together, survivor, EDITOR, now);
    }

    /** An item that is merged already follows the one that stood for it into another. */
    static Step follow(Item item, Item survivor, Instant now) {
        var into = item.merges().into();
        return into == null ? new Unchanged(item) : merged(item, survivor, into.evidence(), now);
    }

    private static Step merged(Item item, Item survivor, String evidence, Instant now) {
        var into = item.merges().into();
        if (into != null && into.id().equals(survivor.id())) {
            return new Unchanged(item);
        }
        return refusal(item, survivor).<Step>map(Refused::new).orElseGet(() -> {
            var merged = item.mergedInto(new Into(survivor.id(), evidence), now);
            return new Changed(merged, merged.answer().orElseThrow());
        });
    }

    private static Optional<String> refusal(Item item, Item survivor) {
        if (item.id().equals(survivor.id())) {
            return Optional.of("an item cannot be merged into itself");
        }
        if (!item.publicationId().equals(survivor.publicationId())) {
            return Optional.of("the items belong to two publications");
        }
        if (survivor.isMerged() || item.state() == ItemState.PLACED || item.state() == ItemState.PUBLISHED) {
            return Optional.of(TriagePolicy.whereItStands(survivor.isMerged() ? survivor : item));
        }
        if (item.awaitsEnrichment()) {
            return Optional.of("the item is being looked up; try again when it has been");
        }
        return survivor.merges().from().size() < MOST_MERGED
                ? Optional.empty()
                : Optional.of("%d items are merged into %s already".formatted(MOST_MERGED, survivor.id()));
    }

    /** The item stands for one that was merged into it, and for those that this one stood for. */
    static Step standFor(Item item, Item merged) {
        var merges = item.merges()
                .notApartFrom(merged.merges().all(merged.id()))
                .with(new Merged(
                        merged.id(),
                        merged.url(),
                        merged.title(),
                        merged.sighted().sightings()))
                .apartLike(merged.merges(), item.id());
        return changed(item, merges);
    }

    /** The item no longer stands for one that was split from it. */
    static Step letGo(Item item, String splitId) {
        return changed(item, item.merges().without(splitId).apartFrom(splitId));
    }

    private static Step changed(Item item, Merges merges) {
        return merges.equals(item.merges()) ? new Unchanged(item) : new Changed(item.withMerges(merges), null);
    }

    /** An editor says that it is another article than the one that stands for it. */
    static Step split(Item item, Instant now) {
        var into = item.merges().into();
        if (into == null) {
            return item.merges().apart().isEmpty()
                    ? new Refused("the item is not merged into another")
                    : new Unchanged(item);
        }
        var alone = item.standingAlone();
        return new Changed(
                alone.withMerges(alone.merges().apartFrom(into.id())),
                new ItemSplit(item.id(), item.publicationId(), item.version() + 1, into.id(), now));
    }
}
