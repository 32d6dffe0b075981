package app.tidings.curation;

import app.tidings.platform.jobs.Jobs;
import app.tidings.platform.mongo.StoreClock;
import com.mongodb.client.MongoDatabase;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The open work: items to be looked up, issues to be looked after. */
@Configuration(proxyBeanMethods = false)
class CurationJobs {

    @Bean
    Jobs enrichJobs(MongoDatabase database, StoreClock clock, MeterRegistry meters) {
        var jobs = new Jobs(database, "enrichJobs", clock);
        Gauge.builder("tidings.enrich.open", jobs, Jobs::count)
                .description("items that wait to be looked up")
                .register(meters);
        return jobs;
    }

    @Bean
    Jobs issueJobs(MongoDatabase database, StoreClock clock, MeterRegistry meters) {
        var jobs = new Jobs(database, "issueJobs", clock);
        Gauge.builder("tidings.issues.open", jobs, Jobs::count)
                .description("issues that wait for editors, render or their items")
                .register(meters);
        return jobs;
    }
}
