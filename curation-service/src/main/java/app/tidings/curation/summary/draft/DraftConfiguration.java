package app.tidings.curation.summary.draft;

import app.tidings.curation.item.Items;
import app.tidings.curation.publication.Publications;
import app.tidings.curation.summary.draft.WriteDrafts.Found;
import app.tidings.curation.summary.model.Models;
import app.tidings.curation.text.ItemDrafts;
import app.tidings.curation.text.ItemTexts;
import app.tidings.platform.jobs.Jobs;
import app.tidings.platform.jobs.Workers;
import app.tidings.platform.jobs.Workers.Plan;
import app.tidings.platform.mongo.StoreClock;
import java.time.Duration;
import java.time.InstantSource;
import org.springframework.boot.autoconfigure.condition.ConditionalOnExpression;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The stage in which drafts are written, where the operator has named a model's endpoint. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnExpression("'${tidings.curation.model.endpoint:}' != ''")
class DraftConfiguration {

    private static final Duration IDLE = Duration.ofSeconds(2);

    /** A job asks once for each language. */
    private static final int LANGUAGES = 10;

    @Bean
    Jobs summaryJobs(ItemDrafts drafts, StoreClock clock) {
        return drafts.jobs(clock);
    }

    @Bean
    Found summarised(Items items, ItemTexts texts, Publications publications) {
        return new Found(items, texts, publications);
    }

    @Bean
    WriteDrafts writeDrafts(Found summarised, ItemDrafts drafts, Models models, InstantSource clock) {
        return new WriteDrafts(summarised, drafts, models, clock);
    }

    @Bean
    Workers summaryWorkers(Jobs summaryJobs, WriteDrafts writeDrafts, Models models) {
        var set = models.settings();
        var plan = new Plan(set.workers(), set.timeout().multipliedBy(LANGUAGES), IDLE, set.retry());
        return Workers.deciding("summary", summaryJobs, plan, writeDrafts::run);
    }
}
