package app.tidings.curation.enrich;

import app.tidings.curation.duplicate.Reading;
import app.tidings.curation.image.Images;
import app.tidings.curation.item.Item;
import app.tidings.curation.item.Items;
import app.tidings.curation.item.Page;
import app.tidings.curation.item.Step;
import app.tidings.curation.item.Step.Changed;
import app.tidings.curation.item.Step.Unchanged;
import app.tidings.curation.merge.FindDuplicates;
import app.tidings.curation.replay.EnrichRequests;
import app.tidings.curation.replay.EnrichRequests.EnrichRequest;
import app.tidings.curation.replay.EnrichRequests.Outcome;
import app.tidings.curation.replay.EnrichStep;
import app.tidings.curation.text.ItemTexts;
import app.tidings.platform.jobs.Again;
import app.tidings.platform.jobs.Jobs.Job;
import app.tidings.platform.mongo.StoreFault;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Works one enrichment job: runs the steps and tells what was found. Run twice, it finds the item enriched and stops. What
 * could not be found out for now, as while a server is down, is looked up again later. What somebody asks to be looked up
 * again changes only what was found, never what people wrote.
 */
final class EnrichItem {

    private static final Logger LOG = LoggerFactory.getLogger(EnrichItem.class);
    private static final int MOST_TRIES_AGAIN = 5;

    /** So many workers lost in a row, and the item is likely to be why, such as a page that takes all memory. */
    private static final int MOST_LOST = 10;

    /** How long an item waits outside while too many wait for its host: those keep the host busy for as long. */
    private static final Duration CROWDED = Duration.ofSeconds(15);

    /** A limit of calls is nobody's fault, and a long queue passes it only slowly; after three days it is given up too. */
    private static final int MOST_TRIES_AT_A_LIMIT = 9;

    private final List<Named> steps;
    private final Turns turns;
    private final Kept kept;
    private final InstantSource clock;
    private final Duration lookAgain;

    /** A step, and the name under which it can be asked for. */
    record Named(EnrichStep name, Enricher work) {}

    /** Where what is found is kept: in the item, and beside it; and who asked for it. */
    record Kept(Items items, ItemTexts texts, Images images, FindDuplicates duplicates, EnrichRequests requests) {}

    /**
     * Makes the work.
     *
     * @param lookAgain how long an item waits to be looked up again; each further time twice as long
     */
    EnrichItem(List<Named> steps, Turns turns, Kept kept, InstantSource clock, Duration lookAgain) {
        this.steps = List.copyOf(steps);
        this.turns = turns;
        this.kept = kept;
        this.clock = clock;
        this.lookAgain = lookAgain;
    }

    /** Looks the item up; tells when it is to be looked up again, if it is. */
    Optional<Again> run(Job job) {
        return open(job.id()).flatMap(item -> job.lost() < MOST_LOST ? enrich(item, job) : giveUp(item));
    }

    private Optional<Again> enrich(Item item, Job job) {
        return turns.take(
                item.url(),
                slot -> open(job.id()).flatMap(still -> enrich(still, job.tries(), slot)),
                Optional.of(Again.untried(CROWDED)));
    }

    /** The item, if it is to be looked up; while it waits for its turn, another worker may have done that. */
    private Optional<Item> open(String id) {
        return kept.items()
                .find(id)
                .filter(item ->
                        item.isToBeLookedUp() || kept.requests().find(id).isPresent());
    }

    private Optional<Again> enrich(Item item, int tries, Slot slot) {
        var request = kept.requests().find(item.id());
        var wanted = request.map(EnrichRequest::steps).orElseGet(EnrichStep::all);
        var draft = StartDraft.of(item, wanted, kept.texts().whole(item.id()), slot);
        steps.stream().filter(step -> draft.takes(step.name())).forEach(step -> take(step.work(), draft));
        var most = draft.later().notBefore().isPresent() ? MOST_TRIES_AT_A_LIMIT : MOST_TRIES_AGAIN;
        var again = item.isToBeLookedUp() && draft.later().isWanted() && tries < most;
        if (again) {
            draft.flag(Page.AGAIN_LATER);
        }
        return settled(draft, request, again ? Optional.of(Again.after(wait(draft, tries))) : Optional.empty());
    }

    private Optional<Again> settled(Draft draft, Optional<EnrichRequest> request, Optional<Again> again) {
        var outcome = keepInAnyCase(draft, request.isPresent());
        if (outcome.isEmpty()) { // somebody was quicker: what is still wanted is looked up on that ground
            return Optional.of(Again.after(Duration.ZERO));
        }
        request.ifPresent(each -> kept.requests().settle(each, outcome.get()));
        return again;
    }

    private Optional<Again> giveUp(Item item) {
        LOG.atError().addKeyValue("item", item.id()).log("its workers were lost; it is kept as its sources show it");
        return settled(without(item), kept.requests().find(item.id()), Optional.empty());
    }

    private Optional<Outcome> keepInAnyCase(Draft draft, boolean asked) {
        try {
            return keep(draft, asked);
        } catch (RuntimeException | Error fault) {
            if (StoreFault.is(fault)) {
                throw fault;
            }
            LOG.atError().addKeyValue("item", draft.item().id()).setCause(fault).log("what was found cannot be kept");
            return keep(without(draft.item()), asked);
        }
    }

    private Duration wait(Draft draft, int tries) {
        var doubled = lookAgain.multipliedBy(1L << tries);
        return draft.later()
                .notBefore()
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

    /** An error as well, as of a stack that ran over: it is no reason to lose the worker, or to ask for the page for ever. */
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

    /** Empty when somebody else looked the item up meanwhile, or gave it a text: then nothing is kept. */
    private Optional<Outcome> keep(Draft draft, boolean asked) {
        var id = draft.item().id();
        draft.album().taken().forEach(kept.images()::keepFirst); // told before the item that proposes them
        if (!keepText(id, draft)) {
            return Optional.empty();
        }
        compareLater(draft);
        var found = new Findings(draft, draft.toPage(), asked);
        var step = takeStep(draft.item(), standing -> found.told(standing, clock.instant()));
        var changed = step.filter(Changed.class::isInstance).isPresent();
        LOG.atInfo()
                .addKeyValue("item", id)
                .addKeyValue("kind", found.page().kind())
                .addKeyValue("quality", found.page().quality())
                .addKeyValue("decision", changed ? "enriched" : "known")
                .log("item looked up");
        return step.filter(taken -> !(taken instanceof Unchanged(var standing)) || found.isGround(standing))
                .map(_ -> found.outcome(changed));
    }

    /** What changes the item needs no other look at it, unless somebody wrote it meanwhile. */
    private Optional<Step> takeStep(Item lookedAt, Function<Item, Step> rule) {
        return rule.apply(lookedAt) instanceof Changed
                ? Optional.of(kept.items().takeStep(lookedAt, rule))
                : kept.items().takeStep(lookedAt.id(), rule);
    }

    private void compareLater(Draft draft) {
        if (Findings.isLess(draft)) {
            return; // it is compared as it was known
        }
        try {
            kept.duplicates().keep(draft.item(), reading(draft));
        } catch (RuntimeException defect) {
            if (StoreFault.is(defect)) {
                throw defect;
            }
            draft.flag("failed-FindDuplicates");
            LOG.atWarn()
                    .addKeyValue("item", draft.item().id())
                    .setCause(defect)
                    .log("the item cannot be compared with others");
        }
    }

    private static Reading reading(Draft draft) {
        var canonical = draft.metadata().canonical();
        return new Reading(
                draft.item().url().toString(),
                draft.title(),
                draft.text().orElse(null),
                draft.address().toString(),
                canonical == null ? null : canonical.toString());
    }

    private boolean keepText(String id, Draft draft) {
        return draft.text().isEmpty()
                || !draft.takes(EnrichStep.TEXT)
                || kept.texts().keepUnlessPasted(id, draft.text().get(), draft.html());
    }
}
