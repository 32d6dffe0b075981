package app.tidings.curation.enrich;

import app.tidings.curation.image.Images;
import app.tidings.curation.item.Item;
import app.tidings.curation.item.Items;
import app.tidings.curation.item.Page;
import app.tidings.curation.item.Step;
import app.tidings.curation.item.Step.Changed;
import app.tidings.curation.item.Step.Unchanged;
import app.tidings.curation.text.ItemTexts;
import java.time.InstantSource;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Works one enrichment job: runs the steps and tells what was found. Run twice, it finds the item enriched and stops. */
final class EnrichItem {

    private static final Logger LOG = LoggerFactory.getLogger(EnrichItem.class);

    private final List<Enricher> steps;
    private final Items items;
    private final ItemTexts texts;
    private final Images images;
    private final InstantSource clock;

    EnrichItem(List<Enricher> steps, Items items, ItemTexts texts, Images images, InstantSource clock) {
        this.steps = List.copyOf(steps);
        this.items = items;
        this.texts = texts;
        this.images = images;
        this.clock = clock;
    }

    void run(String id) {
        items.find(id).filter(Item::awaitsEnrichment).ifPresent(this::enrich);
    }

    private void enrich(Item item) {
        var draft = new Draft(item);
        steps.forEach(step -> take(step, draft));
        draft.images().forEach(images::keepFirst); // told before the item that proposes them
        draft.text().ifPresent(text -> texts.keepLatest(item.id(), text));
        keep(item.id(), draft);
    }

    private static void take(Enricher step, Draft draft) {
        try {
            step.enrich(draft);
        } catch (RuntimeException | StackOverflowError defect) {
            draft.flag("failed-" + step.getClass().getSimpleName());
            LOG.atWarn()
                    .addKeyValue("item", draft.item().id())
                    .addKeyValue("step", step.getClass().getSimpleName())
                    .setCause(defect)
                    .log("a step of enrichment failed; the item goes on without it");
        }
    }

    private void keep(String id, Draft draft) {
        var page = draft.toPage();
        var step = items.takeStep(id, item -> item.awaitsEnrichment() ? told(item, page) : new Unchanged(item));
        LOG.atInfo()
                .addKeyValue("item", id)
                .addKeyValue("kind", page.kind())
                .addKeyValue("quality", page.quality())
                .addKeyValue("decision", step.filter(Changed.class::isInstance).isPresent() ? "enriched" : "known")
                .log("item looked up");
    }

    private Step told(Item item, Page page) {
        var enriched = item.withPage(page, clock.instant());
        return new Changed(enriched, enriched.enriched().orElseThrow());
    }
}
