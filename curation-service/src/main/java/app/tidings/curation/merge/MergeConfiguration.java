package app.tidings.curation.merge;

import app.tidings.platform.jobs.Jobs;
import app.tidings.platform.jobs.Workers;
import app.tidings.platform.jobs.Workers.Plan;
import app.tidings.platform.mongo.StoreClock;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The jobs and workers that look for duplicates. */
@Configuration(proxyBeanMethods = false)
class MergeConfiguration {

    private static final int WORKERS = 2;
    private static final Duration LEASE = Duration.ofMinutes(1);
    private static final Duration IDLE = Duration.ofSeconds(2);
    private static final Duration RETRY = Duration.ofSeconds(5);

    @Bean
    Jobs mergeJobs(Readings readings, StoreClock clock, MeterRegistry meters) {
        var jobs = readings.mergeJobs(clock);
        Gauge.builder("tidings.merge.open", jobs, Jobs::count)
                .description("items of which duplicates are to be looked for")
                .register(meters);
        return jobs;
    }

    @Bean
    Workers mergeWorkers(Jobs mergeJobs, FindDuplicates findDuplicates) {
        return Workers.repeating("merge", mergeJobs, new Plan(WORKERS, LEASE, IDLE, RETRY), findDuplicates::run);
    }
}
