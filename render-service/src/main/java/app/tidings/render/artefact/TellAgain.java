package app.tidings.render.artefact;

import java.time.InstantSource;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Tells again of editions that notify has not taken: the topic may have been emptied, or notify may have been away. */
@Component
class TellAgain {

    private static final Logger LOG = LoggerFactory.getLogger(TellAgain.class);

    private final Reminders untaken;
    private final Editions editions;
    private final TellOfEdition tell;
    private final InstantSource clock;

    TellAgain(Editions editions, TellOfEdition tell, InstantSource clock) {
        this.untaken = editions.untaken();
        this.editions = editions;
        this.tell = tell;
        this.clock = clock;
    }

    @Scheduled(fixedDelayString = "PT1S")
    void run() {
        for (var due = next(); due.isPresent(); due = next()) {
            tell(due.get());
        }
    }

    private Optional<String> next() {
        return untaken.takeNextDue(clock.instant());
    }

    private void tell(String editionId) {
        var standing = editions.find(editionId);
        if (standing.filter(StandingEdition::isUntaken).isPresent()) {
            LOG.atInfo().addKeyValue("edition", editionId).log("nobody has taken the edition; telling again");
            tell.again(standing.get());
        } else {
            standing.map(StandingEdition::version)
                    .filter(version -> version > 0) // 0: killed before it was printed; its job is still open
                    .ifPresent(version -> untaken.close(editionId, version));
        }
    }
}
