package app.tidings.curation.enrich;

import app.tidings.curation.image.Images;
import app.tidings.curation.item.Item;
import app.tidings.curation.item.Items;
import app.tidings.curation.item.Page;
import app.tidings.curation.item.Step;
import app.tidings.curation.item.Step.Changed;
import app.tidings.curation.item.Step.Unchanged;
import app.tidings.curation.merge.FindDuplicates;
import app.tidings.curation.text.ItemTexts;
import app.tidings.platform.jobs.Jobs.Job;
import app.tidings.platform.mongo.StoreFault;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Works one enrichment job: runs the steps and tells what was found. Run twice, it finds the item enriched and stops. What
 * could not be found out for now, as while a server is down, is looked up again later.
 */
final class EnrichItem {

    private static final Logger LOG = LoggerFactory.getLogger(EnrichItem.class);
    private static final int MOST_TRIES_AGAIN = 5;

    /** A limit of calls is nobody's fault, and a long queue passes it only slowly; after three days it is given up too. */
    private static final int MOST_TRIES_AT_A_LIMIT = 9;

    private final List<Enricher> steps;
    private final Turns turns;
    private final Kept kept;
    private final InstantSource clock;
    private final Duration lookAgain;

    /** Where what is found is kept: in the item, and beside it. */
    record Kept(Items items, ItemTexts texts, Images images, FindDuplicates duplicates) {}

    /**
     * Makes the work.
     *
     * @param lookAgain how long an item waits to be looked up again; each further time twice as long
     */
    EnrichItem(List<Enricher> steps, Turns turns, Kept kept, InstantSource clock, Duration lookAgain) {
        this.steps = List.copyOf(steps);
        this.turns = turns;
        this.kept = kept;
        this.clock = clock;
        this.lookAgain = lookAgain;
    }

    /** Looks the item up; tells how long it waits to be looked up again, if it is. */
    Optional<Duration> run(Job job) {
        return open(job.id())
                .flatMap(item ->
                        turns.take(item.url(), () -> open(job.id()).flatMap(still -> enrich(still, job.tries()))));
    }

    /** The item, if it is to be looked up; while it waits for its turn, another worker may have done that. */
    private Optional<Item> open(String id) {
        return kept.items().find(id).filter(item -> item.awaitsEnrichment() || item.isLookedUpAgain());
    }

    private Optional<Duration> enrich(Item item, int tries) {
        var draft = new Draft(item);
        steps.forEach(step -> take(step, draft));
        var most = draft.notBefore().isPresent() ? MOST_TRIES_AT_A_LIMIT : MOST_TRIES_AGAIN;
        var again = draft.isIncompleteForNow() && tries < most;
        if (again) {
            draft.flag(Page.AGAIN_LATER);
        }
        try {
            keep(item.id(), draft);
        } catch (RuntimeException | Error fault) {
            if (StoreFault.is(fault)) {
                throw fault;
            }
            LOG.atError().addKeyValue("item", item.id()).setCause(fault).log("what was found cannot be kept");
            keep(item.id(), without(item));
            return Optional.empty();
        }
        return again ? Optional.of(wait(draft, tries)) : Optional.empty();
    }

    private Duration wait(Draft draft, int tries) {
        var doubled = lookAgain.multipliedBy(1L << tries);
        return draft.notBefore()
                .map(when -> Duration.between(clock.instant(), when))
                .filter(limit -> limit.compareTo(doubled) > 0)
                .orElse(doubled);
    }

    private static Draft without(Item item) {
        var draft = new Draft(item);
        draft.flag(Page.NONE);
        draft.flag("failed-enrichment");
        return draft;
    }

    /** An error as well: a page that is too large for our memory is no reason to lose the worker, or to ask for it for ever. */
    private static void take(Enricher step, Draft draft) {
        try {
            step.enrich(draft);
        } catch (RuntimeException | Error defect) {
            if (StoreFault.is(defect)) {
                throw defect;
            }
            draft.flag("failed-" + step.getClass().getSimpleName());
            LOG.atWarn()
                    .addKeyValue("item", draft.item().id())
                    .addKeyValue("step", step.getClass().getSimpleName())
                    .setCause(defect)
                    .log("a step of enrichment failed; the item goes on without it");
        }
    }

    private void keep(String id, Draft draft) {
        draft.images().forEach(kept.images()::keepFirst); // told before the item that proposes them
        draft.text().ifPresent(text -> kept.texts().keepLatest(id, text));
        compareLater(id, draft);
        var page = draft.toPage();
        var step = kept.items().takeStep(id, item -> told(item, page));
        LOG.atInfo()
                .addKeyValue("item", id)
                .addKeyValue("kind", page.kind())
                .addKeyValue("quality", page.quality())
                .addKeyValue("decision", step.filter(Changed.class::isInstance).isPresent() ? "enriched" : "known")
                .log("item looked up");
    }

    private void compareLater(String id, Draft draft) {
        try {
            kept.duplicates().keep(id, draft.reading());
        } catch (RuntimeException defect) {
            if (StoreFault.is(defect)) {
                throw defect;
            }
            draft.flag("failed-FindDuplicates");
            LOG.atWarn().addKeyValue("item", id).setCause(defect).log("the item cannot be compared with others");
        }
    }

    private Step told(Item item, Page found) {
        if (!item.awaitsEnrichment() && (!item.isLookedUpAgain() || found.isLookedUpAgain())) {
            return new Unchanged(item);
        }
        var page = item.page().map(standing -> standing.orBetter(found)).orElse(found);
        var enriched = item.withPage(page, clock.instant());
        return new Changed(enriched, enriched.answer().orElseThrow());
    }
}
