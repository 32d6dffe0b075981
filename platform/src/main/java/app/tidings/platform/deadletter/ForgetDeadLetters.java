package app.tidings.platform.deadletter;

import java.time.Duration;
import java.time.InstantSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;

/** Lets dead letters go in the store when they go on their topic, so that neither grows for ever. */
record ForgetDeadLetters(DeadLetters letters, Duration retention, InstantSource clock) {

    private static final Logger LOG = LoggerFactory.getLogger(ForgetDeadLetters.class);

    @Scheduled(fixedDelayString = "PT1H")
    void run() {
        var dropped = letters.dropOlderThan(clock.instant().minus(retention));
        if (dropped > 0) {
            LOG.atInfo().addKeyValue("count", dropped).log("old dead letters dropped");
        }
    }
}
