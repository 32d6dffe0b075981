package app.tidings.curation.intake;

import app.tidings.contracts.LinkEvent;
import app.tidings.contracts.LinkEvent.LinkWithdrawn;
import app.tidings.curation.item.Item;
import app.tidings.curation.item.Items;
import app.tidings.curation.item.Sighted;
import app.tidings.curation.item.Step;
import app.tidings.curation.item.Step.Changed;
import app.tidings.curation.item.Step.Refused;
import app.tidings.curation.item.Step.Unchanged;
import app.tidings.curation.item.TriagePolicy;
import app.tidings.curation.merge.FindDuplicates;
import app.tidings.curation.text.PlainText;
import app.tidings.platform.jobs.Workers;
import java.time.InstantSource;
import java.util.Objects;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * A link becomes an item, once, and goes on to be enriched. A later version of the link is merged into the item; ingest learns
 * by {@code item-enriched} or {@code item-merged} which version was taken, and a link that comes again is answered again. What a withdrawal does to
 * the item's state are steps of their own, each of which the next delivery takes where a kill left it out.
 */
@Component("linkIntake") // the function has the use case's own name
class TakeIn {

    private static final Logger LOG = LoggerFactory.getLogger(TakeIn.class);
    private static final int MAX_TITLE = 300;

    private final Items items;
    private final Workers enrichWorkers;
    private final FindDuplicates duplicates;
    private final InstantSource clock;

    TakeIn(Items items, Workers enrichWorkers, FindDuplicates duplicates, InstantSource clock) {
        this.items = items;
        this.enrichWorkers = enrichWorkers;
        this.duplicates = duplicates;
        this.clock = clock;
    }

    void on(LinkEvent link) {
        var sighted = sighted(link);
        var standing = items.keepFirst(Item.takenIn(link.linkId(), link.url(), sighted, clock.instant()));
        var cameBack = sighted.withdrawn() == null
                && items.takeStep(standing, item -> comeBack(item, sighted)) instanceof Changed;
        var step = cameBack
                ? items.takeStep(link.linkId(), item -> merged(item, sighted)).orElseThrow()
                : items.takeStep(standing, item -> merged(item, sighted));
        switch (step) {
            case Changed changed -> follow(link, changed.item(), "merged");
            case Unchanged(var item) -> {
                item.answer().ifPresent(items::sendAgain); // whoever asks again did not hear the answer
                follow(link, item, item.awaitsEnrichment() ? "kept" : "known");
            }
            case Refused refused -> throw new IllegalStateException(refused.reason());
        }
        if (sighted.withdrawn() != null) {
            items.takeStep(link.linkId(), item -> TriagePolicy.withdraw(item, clock.instant()));
        }
    }

    private Step comeBack(Item item, Sighted sighted) {
        return sighted.linkVersion() > item.sighted().linkVersion()
                ? TriagePolicy.comeBack(item, clock.instant())
                : new Unchanged(item);
    }

    private Step merged(Item item, Sighted sighted) {
        var merged = item.sighted().mergedWith(sighted);
        if (merged.equals(item.sighted())) {
            return new Unchanged(item);
        }
        var changed = item.withSighted(merged, clock.instant());
        return new Changed(changed, changed.answer().orElse(null));
    }

    private void follow(LinkEvent link, Item item, String decision) {
        duplicates.follow(item);
        if (item.awaitsEnrichment()) {
            enrichWorkers.openFirst(item.id()); // after a kill between the two writes the redelivery opens it
        }
        LOG.atInfo()
                .addKeyValue("topic", LinkEvent.TOPIC)
                .addKeyValue("key", link.linkId())
                .addKeyValue("version", link.version())
                .addKeyValue("decision", decision)
                .log("link taken in");
    }

    private static Sighted sighted(LinkEvent link) {
        var title = PlainText.line(link.title(), MAX_TITLE);
        return new Sighted(
                link.version(),
                Objects.requireNonNullElse(title, link.url().toString()),
                PlainText.line(link.teaser(), LinkEvent.MAX_TEASER),
                link.sightings(),
                link instanceof LinkWithdrawn withdrawn ? withdrawn.reason() : null);
    }
}
