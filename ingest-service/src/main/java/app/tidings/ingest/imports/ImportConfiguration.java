package app.tidings.ingest.imports;

import app.tidings.platform.jobs.Jobs;
import app.tidings.platform.jobs.Workers;
import app.tidings.platform.jobs.Workers.Plan;
import app.tidings.platform.mongo.StoreClock;
import java.time.Duration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The worker that adds the sources of lists. */
@Configuration(proxyBeanMethods = false)
class ImportConfiguration {

    private static final Duration LEASE = Duration.ofSeconds(20);
    private static final Duration IDLE = Duration.ofSeconds(5);
    private static final Duration RETRY = Duration.ofSeconds(5);

    @Bean
    Jobs importJobs(Imports imports, StoreClock clock) {
        return imports.jobs(clock);
    }

    @Bean
    Workers importWorkers(Jobs importJobs, ContinueImport continueImport) {
        return Workers.repeating("import", importJobs, new Plan(1, LEASE, IDLE, RETRY), continueImport::run);
    }
}
