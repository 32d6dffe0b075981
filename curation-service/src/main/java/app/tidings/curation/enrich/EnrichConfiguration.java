package app.tidings.curation.enrich;

import static app.tidings.curation.replay.EnrichStep.IMAGE;
import static app.tidings.curation.replay.EnrichStep.KIND;
import static app.tidings.curation.replay.EnrichStep.LANGUAGE;
import static app.tidings.curation.replay.EnrichStep.PAGE;
import static app.tidings.curation.replay.EnrichStep.REPOSITORY;
import static app.tidings.curation.replay.EnrichStep.SUMMARY;
import static app.tidings.curation.replay.EnrichStep.TEXT;

import app.tidings.curation.CurationSettings;
import app.tidings.curation.enrich.EnrichItem.Kept;
import app.tidings.curation.enrich.EnrichItem.Named;
import app.tidings.curation.image.FetchImage;
import app.tidings.curation.image.Images;
import app.tidings.curation.item.Items;
import app.tidings.curation.memory.Memory;
import app.tidings.curation.merge.FindDuplicates;
import app.tidings.curation.pdf.PdfReader;
import app.tidings.curation.replay.EnrichRequests;
import app.tidings.curation.repository.RepositoryClient;
import app.tidings.curation.summary.LeadingSentences;
import app.tidings.curation.summary.RankedSentences;
import app.tidings.curation.text.ItemTexts;
import app.tidings.platform.fetch.FetchSettings;
import app.tidings.platform.fetch.SafeFetcher;
import app.tidings.platform.jobs.Jobs;
import app.tidings.platform.jobs.Workers;
import app.tidings.platform.jobs.Workers.Plan;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The steps of enrichment in their order, and the workers that take them. */
@Configuration(proxyBeanMethods = false)
class EnrichConfiguration {

    /**
     * Longer than the steps take as a rule, and as long as what a killed replica had in hand waits for another. In a long queue
     * for one host an item may lose it: when its turn comes, it is asked anew.
     */
    private static final Duration LEASE = Duration.ofMinutes(2);

    /** So many times more items are in hand than use the processor: the others wait for their hosts, for a turn or an answer. */
    private static final int WAITING = 16;

    /** This part of those in hand may wait for their turn at one host. */
    private static final int OF_ONE_HOST = 4;

    private static final Duration IDLE = Duration.ofSeconds(2);

    @Bean
    EnrichItem enrichItem(
            SafeFetcher fetcher,
            RepositoryClient repositories,
            Memory memory,
            FetchSettings fetching,
            Kept kept,
            InstantSource clock,
            CurationSettings settings) {
        var steps = List.of(
                new Named(PAGE, new FetchPage(fetcher, new PdfReader())),
                new Named(PAGE, new ReadMetadata()),
                new Named(TEXT, new ReadText()),
                new Named(IMAGE, new OfferPictures()),
                new Named(PAGE, Draft::leavePage), // what follows waits for others
                new Named(LANGUAGE, new DetectLanguage()),
                new Named(KIND, new DetectKind()),
                new Named(REPOSITORY, new LookUpRepository(repositories)),
                new Named(REPOSITORY, new AskFormerNames(repositories, memory)),
                new Named(SUMMARY, new Summarise(RankedSentences.usual(), LeadingSentences.usual())),
                new Named(IMAGE, new ProposeImage(fetcher, new FetchImage(clock))));
        var waiting = settings.enrichWorkers() * WAITING / OF_ONE_HOST;
        var turns = new Turns(settings.enrichWorkers(), fetching.perHost(), waiting);
        return new EnrichItem(steps, turns, kept, clock, settings.lookAgain());
    }

    @Bean
    Kept enriched(Items items, ItemTexts texts, Images images, FindDuplicates duplicates, EnrichRequests requests) {
        return new Kept(items, texts, images, duplicates, requests);
    }

    @Bean
    Workers enrichWorkers(
            Jobs enrichJobs,
            EnrichItem enrichItem,
            CurationSettings settings,
            @Qualifier("summaryWorkers") ObjectProvider<Workers> summaryWorkers) {
        var plan = new Plan(settings.enrichWorkers() * WAITING, LEASE, IDLE, settings.enrichRetry());
        return Workers.deciding("enrich", enrichJobs, plan, job -> {
            var again = enrichItem.run(job);
            if (again.filter(each -> !each.tried()).isEmpty()) {
                summaryWorkers.ifAvailable(next -> next.open(job.id())); // the item is there; a model may take its time
            }
            return again;
        });
    }
}
