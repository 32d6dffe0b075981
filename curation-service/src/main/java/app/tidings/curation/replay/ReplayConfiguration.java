package app.tidings.curation.replay;

import app.tidings.curation.CurationSettings;
import app.tidings.curation.item.Items;
import app.tidings.curation.replay.LookAgain.Work;
import app.tidings.curation.replay.WalkReplay.Queue;
import app.tidings.platform.jobs.Jobs;
import app.tidings.platform.jobs.Workers;
import app.tidings.platform.jobs.Workers.Plan;
import app.tidings.platform.mongo.StoreClock;
import java.time.Duration;
import java.time.InstantSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The worker that goes through the ranges, one step of one of them at a time. */
@Configuration(proxyBeanMethods = false)
class ReplayConfiguration {

    private static final Duration LEASE = Duration.ofMinutes(1);
    private static final Duration IDLE = Duration.ofSeconds(2);

    @Bean
    Jobs replayJobs(Replays replays, StoreClock clock) {
        return replays.replayJobs(clock);
    }

    @Bean
    WalkReplay walkReplay(
            Items items, EnrichRequests requests, Replays replays, Queue enrichQueue, InstantSource clock) {
        return new WalkReplay(items, requests, replays, enrichQueue, clock);
    }

    @Bean
    Queue enrichQueue(Jobs enrichJobs, Workers enrichWorkers, CurationSettings settings) {
        return new Queue(enrichJobs, enrichWorkers, Math.max(1, 2 * settings.enrichWorkers()));
    }

    @Bean
    Workers replayWorkers(Jobs replayJobs, WalkReplay walkReplay, CurationSettings settings) {
        return Workers.repeating(
                "replay", replayJobs, new Plan(1, LEASE, IDLE, settings.enrichRetry()), walkReplay::run);
    }

    @Bean
    Work lookingAgain(Queue enrichQueue, Workers replayWorkers) {
        return new Work(enrichQueue, replayWorkers);
    }
}
