package app.tidings.curation.merge;

import app.tidings.curation.duplicate.Reading;
import app.tidings.curation.duplicate.SameArticle;
import app.tidings.curation.duplicate.SameArticle.Evidence;
import app.tidings.curation.item.Item;
import app.tidings.curation.item.Items;
import app.tidings.curation.item.Step.Changed;
import app.tidings.curation.item.Step.Refused;
import app.tidings.platform.jobs.Jobs;
import app.tidings.platform.jobs.Jobs.Job;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Looks for items that lead to the same article as one that was looked up, and merges. Each item leaves its traces before it looks
 * for others', so that of two which are looked up at the same moment at least one finds the other.
 */
@Component
public class FindDuplicates {

    private static final Logger LOG = LoggerFactory.getLogger(FindDuplicates.class);
    private static final Duration UNTIL_KEPT = Duration.ofSeconds(1);

    private final Items items;
    private final Readings readings;
    private final MergeItems merge;
    private final Jobs mergeJobs;

    FindDuplicates(Items items, Readings readings, MergeItems merge, Jobs mergeJobs) {
        this.items = items;
        this.readings = readings;
        this.merge = merge;
        this.mergeJobs = mergeJobs;
    }

    /**
     * Keeps what was read of an item, whose text is kept already, and opens its job where there is something to do; to be called
     * before the item says that it was looked up.
     */
    public void keep(Item item, Reading reading) {
        if (readings.keepLatest(item.id(), reading) || item.isMerged()) {
            mergeJobs.open(item.id());
        }
    }

    /** Opens the job of an item that is merged and was shown again: the one that stands for it is to know. */
    public void follow(Item item) {
        if (item.isMerged()) {
            mergeJobs.open(item.id());
        }
    }

    /** Works one job; tells how long it waits for items whose pages are about to be kept, as one kept earlier may have no job. */
    Optional<Duration> run(Job job) {
        var item = items.find(job.id());
        item.ifPresent(merge::settle);
        if (item.filter(each -> !each.isMerged() && each.awaitsEnrichment()).isPresent()) {
            return Optional.of(UNTIL_KEPT);
        }
        var alike = readings.alike(job.id());
        if (!alike.isEmpty()) {
            readings.find(job.id()).ifPresent(reading -> look(job.id(), reading, alike));
            if (items.findAll(alike).stream().anyMatch(Item::awaitsEnrichment)) {
                return Optional.of(UNTIL_KEPT);
            }
        }
        return Optional.empty();
    }

    private void look(String id, Reading reading, Set<String> alike) {
        for (var other : alike) {
            readings.find(other)
                    .flatMap(each -> SameArticle.judge(reading, each))
                    .ifPresent(evidence -> unite(id, other, evidence));
        }
    }

    /** Others change them meanwhile, and then it is tried again with those that stand for them now. */
    private void unite(String id, String otherId, Evidence evidence) {
        var tried = new HashSet<List<String>>();
        var done = false;
        while (!done) {
            var ids = toMerge(standing(id), standing(otherId));
            done = ids.isEmpty() || !tried.add(ids) || isMerged(ids.getFirst(), ids.getLast(), evidence);
        }
    }

    private Optional<Item> standing(String id) {
        return items.find(id).flatMap(merge::survivor);
    }

    /** The one that goes and the one that stays; empty where they are to be two, or are one already. */
    private static List<String> toMerge(Optional<Item> item, Optional<Item> other) {
        if (item.isEmpty()
                || other.isEmpty()
                || item.get().id().equals(other.get().id())) {
            return List.of();
        }
        return MergePolicy.survivor(item.get(), other.get())
                .map(Item::id)
                .map(stays -> List.of(
                        stays.equals(item.get().id())
                                ? other.get().id()
                                : item.get().id(),
                        stays))
                .orElse(List.of());
    }

    /** Merges them; false where one of them has changed so that they cannot be. */
    private boolean isMerged(String goes, String stays, Evidence evidence) {
        var step = merge.merge(goes, stays, evidence.name().toLowerCase(Locale.ROOT));
        LOG.atInfo()
                .addKeyValue("item", goes)
                .addKeyValue("into", stays)
                .addKeyValue("evidence", evidence)
                .addKeyValue("decision", step.filter(Changed.class::isInstance).isPresent() ? "merged" : "left")
                .log("items lead to one article");
        return step.filter(Refused.class::isInstance).isEmpty();
    }
}
