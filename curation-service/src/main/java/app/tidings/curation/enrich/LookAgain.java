package app.tidings.curation.enrich;

import app.tidings.curation.CurationSettings;
import app.tidings.platform.jobs.Jobs;
import app.tidings.platform.jobs.Workers;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.SchedulingConfigurer;
import org.springframework.scheduling.config.ScheduledTaskRegistrar;
import org.springframework.stereotype.Component;

/** Opens the job of each item again that is to be looked up again by now. */
@Component
class LookAgain implements SchedulingConfigurer {

    private static final Logger LOG = LoggerFactory.getLogger(LookAgain.class);

    private final Revisits revisits;
    private final Jobs enrichJobs;
    private final Workers enrichWorkers;
    private final Duration every;

    LookAgain(Revisits revisits, Jobs enrichJobs, Workers enrichWorkers, CurationSettings settings) {
        this.revisits = revisits;
        this.enrichJobs = enrichJobs;
        this.enrichWorkers = enrichWorkers;
        this.every = settings.tend();
    }

    @Override
    public void configureTasks(ScheduledTaskRegistrar tasks) {
        tasks.addFixedDelayTask(this::run, every);
    }

    private void run() {
        try {
            for (var id = revisits.claimNext(); id.isPresent(); id = revisits.claimNext()) {
                enrichJobs.open(id.get());
                enrichWorkers.wake();
            }
        } catch (RuntimeException e) {
            LOG.atWarn().addKeyValue("cause", e.toString()).log("items could not be looked up again; trying again");
        }
    }
}
