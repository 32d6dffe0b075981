package app.tidings.curation.publication;

import app.tidings.contracts.Profile;
import app.tidings.curation.CurationSettings;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.SchedulingConfigurer;
import org.springframework.scheduling.config.ScheduledTaskRegistrar;
import org.springframework.stereotype.Component;

/**
 * Seeds the publications from the operator's file at start, and tells of the profiles: at start, at every interval, and when
 * their topic was emptied. A file that is not in order stops the start.
 */
@Component
class SendProfiles implements SchedulingConfigurer {

    private static final Logger LOG = LoggerFactory.getLogger(SendProfiles.class);

    private final Publications publications;
    private final ProfilesStream topic;
    private final InstantSource clock;
    private final Duration check;
    private final Duration interval;
    private final List<Profile> seeds;
    private @Nullable Instant sent;

    SendProfiles(Publications publications, ProfilesStream topic, InstantSource clock, CurationSettings settings) {
        this.publications = publications;
        this.topic = topic;
        this.clock = clock;
        this.check = settings.profileCheck();
        this.interval = settings.profileInterval();
        this.seeds = SeedFile.read(settings.profiles());
    }

    @Override
    public void configureTasks(ScheduledTaskRegistrar tasks) {
        tasks.addFixedDelayTask(this::run, check);
    }

    private void run() {
        try {
            var now = clock.instant();
            if (sent == null) {
                seeds.forEach(seed -> publications.raiseIfChanged(seed, now));
            }
            if (isDue(now)) {
                publications.sendAllAgain();
                sent = now;
            }
        } catch (RuntimeException e) {
            LOG.atWarn().addKeyValue("cause", e.toString()).log("the profiles could not be told; trying again");
        }
    }

    private boolean isDue(Instant now) {
        return sent == null || !now.isBefore(sent.plus(interval)) || topic.isEmpty();
    }
}
