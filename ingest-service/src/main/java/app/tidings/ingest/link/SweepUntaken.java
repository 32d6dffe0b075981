package app.tidings.ingest.link;

import app.tidings.ingest.IngestSettings;
import app.tidings.ingest.link.Untaken.Due;
import app.tidings.platform.mongo.StoreFault;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.SchedulingConfigurer;
import org.springframework.scheduling.config.ScheduledTaskRegistrar;
import org.springframework.stereotype.Component;

/** Sends the events of links again that curation has not taken: the topic may have been wiped. */
@Component
class SweepUntaken implements SchedulingConfigurer {

    private static final Logger LOG = LoggerFactory.getLogger(SweepUntaken.class);
    private static final int BATCH = 200;

    private final Links links;
    private final Untaken untaken;
    private final Duration pause;
    private final InstantSource clock;

    SweepUntaken(Links links, Untaken untaken, IngestSettings settings, InstantSource clock, MeterRegistry meters) {
        this.links = links;
        this.untaken = untaken;
        this.pause = settings.untaken().sweep();
        this.clock = clock;
        Gauge.builder("tidings.links.untaken", untaken, Untaken::count)
                .description("links whose newest version curation has not taken")
                .register(meters);
    }

    @Override
    public void configureTasks(ScheduledTaskRegistrar tasks) {
        tasks.addFixedDelayTask(this::sweep, pause);
    }

    private void sweep() {
        try {
            run();
        } catch (RuntimeException fault) {
            LOG.atWarn()
                    .addKeyValue("cause", fault.toString())
                    .setCause(StoreFault.is(fault) ? null : fault)
                    .log("untaken links could not be swept; trying again");
        }
    }

    /** Sends what is due. */
    void run() {
        List<Due> due;
        do {
            due = untaken.claimDue(clock.instant(), BATCH);
            due.forEach(this::sendAgain);
        } while (due.size() == BATCH);
    }

    private void sendAgain(Due due) {
        var standing = links.find(due.linkId());
        if (standing.isEmpty() || standing.get().isTaken()) {
            untaken.closeIfUnchanged(due); // the write that it was opened for never came, or was taken
            return;
        }
        links.sendAgain(standing.get().link());
        LOG.atInfo().addKeyValue("link", due.linkId()).log("not taken yet; sent again");
    }
}
