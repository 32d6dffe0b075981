package app.tidings.render.manuscript;

import app.tidings.render.RenderSettings;
import app.tidings.render.artefact.Editions;
import app.tidings.render.artefact.Reminders;
import app.tidings.render.artefact.StandingEdition;
import app.tidings.render.artefact.StandingEdition.Failure;
import java.time.InstantSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Prints an edition, or notes on it why that failed and puts it off, each time for longer. Where the store is away that
 * fails too, and the job stays open.
 */
@Component
class TryToPrint {

    private static final Logger LOG = LoggerFactory.getLogger(TryToPrint.class);

    private final PrintEdition print;
    private final Editions editions;
    private final Reminders unprinted;
    private final RenderSettings settings;
    private final InstantSource clock;

    TryToPrint(PrintEdition print, Editions editions, RenderSettings settings, InstantSource clock) {
        this.print = print;
        this.editions = editions;
        this.unprinted = editions.unprinted();
        this.settings = settings;
        this.clock = clock;
    }

    void run(String editionId) {
        var standing = editions.find(editionId)
                .orElseThrow(() -> new IllegalStateException("edition %s is not there".formatted(editionId)));
        try {
            print.run(standing);
            if (standing.failure() != null) {
                editions.forgetFailure(editionId, standing.wanted());
            }
            unprinted.close(editionId, standing.wanted());
        } catch (RuntimeException e) {
            putOff(standing, e);
        }
    }

    private void putOff(StandingEdition standing, RuntimeException thrown) {
        var now = clock.instant();
        editions.noteFailure(standing.id(), standing.wanted(), Failure.of(thrown, now));
        unprinted.open(standing.id(), standing.wanted(), now, settings.printAgainAfter());
        LOG.atError()
                .addKeyValue("edition", standing.id())
                .addKeyValue("version", standing.wanted())
                .setCause(thrown)
                .log("the edition could not be printed; trying again later");
    }
}
