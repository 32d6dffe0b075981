package app.tidings.curation;

import app.tidings.curation.issue.Issues;
import app.tidings.curation.item.Items;
import app.tidings.platform.jobs.Jobs;
import app.tidings.platform.mongo.StoreClock;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The open work: items to be looked up, issues to be looked after. */
@Configuration(proxyBeanMethods = false)
class CurationJobs {

    @Bean
    Jobs enrichJobs(Items items, StoreClock clock, MeterRegistry meters) {
        var jobs = items.enrichJobs(clock);
        Gauge.builder("tidings.enrich.open", jobs, Jobs::count)
                .description("items that wait to be looked up, or to be looked up again later")
                .register(meters);
        return jobs;
    }

    @Bean
    Jobs issueJobs(Issues issues, MeterRegistry meters) {
        var jobs = issues.issueJobs();
        Gauge.builder("tidings.issues.open", jobs, Jobs::count)
                .description("issues that wait for editors, render or their items")
                .register(meters);
        return jobs;
    }
}
