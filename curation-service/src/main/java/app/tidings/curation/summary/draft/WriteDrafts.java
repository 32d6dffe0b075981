package app.tidings.curation.summary.draft;

import app.tidings.curation.item.Item;
import app.tidings.curation.item.Items;
import app.tidings.curation.publication.Publications;
import app.tidings.curation.summary.Summarizer.Reading;
import app.tidings.curation.summary.Summarizer.Summary;
import app.tidings.curation.summary.model.Models;
import app.tidings.curation.summary.model.NotNow;
import app.tidings.curation.text.ItemDraft;
import app.tidings.curation.text.ItemDrafts;
import app.tidings.curation.text.ItemTexts;
import app.tidings.platform.jobs.Again;
import app.tidings.platform.jobs.Jobs.Job;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Has the model write about an item that is there already, in each language of its publication. A stage of its own: a slow
 * model keeps no item from the editors. Run twice, the second finds the answers in the store.
 */
final class WriteDrafts {

    private static final Logger LOG = LoggerFactory.getLogger(WriteDrafts.class);
    private static final int MOST_TRIES = 5;

    /** Shorter texts are their own summary. */
    private static final int SHORTEST = 200;

    /** After which a draft helps nobody any more: while the budget is too small for what comes in, not all of it waits for ever. */
    private static final Duration LONGEST_WAIT = Duration.ofDays(14);

    private final Items items;
    private final ItemTexts texts;
    private final Publications publications;
    private final ItemDrafts drafts;
    private final Models models;
    private final InstantSource clock;

    /** Where items and what belongs to them are found. */
    record Found(Items items, ItemTexts texts, Publications publications) {}

    WriteDrafts(Found found, ItemDrafts drafts, Models models, InstantSource clock) {
        this.items = found.items();
        this.texts = found.texts();
        this.publications = found.publications();
        this.drafts = drafts;
        this.models = models;
        this.clock = clock;
    }

    /** Tells when the job is to be done again; empty when it is done, or given up. While nobody was asked it is not tried. */
    Optional<Again> run(Job job) {
        var text = texts.find(job.id()).filter(each -> each.length() >= SHORTEST);
        var item = items.find(job.id()).filter(each -> !each.awaitsEnrichment());
        if (text.isEmpty() || item.isEmpty()) {
            return Optional.empty();
        }
        var later = write(item.get(), text.get());
        return later.isEmpty() ? Optional.empty() : putOff(job, item.get(), later);
    }

    private Optional<Again> putOff(Job job, Item item, List<NotNow> reasons) {
        var later = Collections.max(reasons, Comparator.comparing(NotNow::pause));
        var tried = reasons.stream().anyMatch(NotNow::asked);
        LOG.atInfo()
                .addKeyValue("item", job.id())
                .addKeyValue("reason", later.getMessage())
                .addKeyValue("tries", job.tries() + 1)
                .log("the model cannot be asked for now");
        if (!tried) {
            var old = item.takenInAt().plus(LONGEST_WAIT).isBefore(clock.instant());
            return old ? Optional.empty() : Optional.of(Again.untried(later.pause()));
        }
        return job.tries() < MOST_TRIES ? Optional.of(Again.after(pause(job, later))) : Optional.empty();
    }

    private Duration pause(Job job, NotNow later) {
        var ours = models.settings().retry().multipliedBy(1L << job.tries());
        return later.pause().compareTo(ours) > 0 ? later.pause() : ours;
    }

    /** Asks for each language, whatever became of the others; tells of those that have to wait. */
    private List<NotNow> write(Item item, String text) {
        var reading = new Reading(item.title(), text);
        return languages(item).stream()
                .flatMap(language -> write(item, language, reading).stream())
                .toList();
    }

    private Optional<NotNow> write(Item item, String language, Reading reading) {
        try {
            models.of(item.publicationId(), language)
                    .summary(reading)
                    .ifPresent(said -> drafts.keepLatest(item.id(), language, draft(said, reading)));
            return Optional.empty();
        } catch (NotNow later) {
            return Optional.of(later);
        }
    }

    private static ItemDraft draft(Summary said, Reading reading) {
        return new ItemDraft(
                said.text(), said.title(), said.doubts(), ItemDraft.about(reading.title(), reading.text()));
    }

    private List<String> languages(Item item) {
        return publications
                .find(item.publicationId())
                .map(Publications::languagesOf)
                .orElse(List.of());
    }
}
