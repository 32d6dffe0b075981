package app.tidings.render.manuscript;

import app.tidings.contracts.Manuscript.Image;
import app.tidings.contracts.Profile.EditionPlan;
import app.tidings.render.artefact.Editions;
import app.tidings.render.artefact.StandingEdition;
import app.tidings.render.artefact.TellOfEdition;
import app.tidings.render.media.AwaitImages;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Prints an edition once all its images are there, and tells of it. An edition that was printed before is only told of
 * again: whoever opened its job once more has not heard.
 */
@Component
class PrintEdition {

    private static final Logger LOG = LoggerFactory.getLogger(PrintEdition.class);

    private final Editions editions;
    private final Manuscripts manuscripts;
    private final AwaitImages awaitImages;
    private final Press press;
    private final TellOfEdition tell;

    PrintEdition(Editions editions, Manuscripts manuscripts, AwaitImages awaitImages, Press press, TellOfEdition tell) {
        this.editions = editions;
        this.manuscripts = manuscripts;
        this.awaitImages = awaitImages;
        this.press = press;
        this.tell = tell;
    }

    void run(StandingEdition standing) {
        if (standing.isPrinted()) {
            tell.again(standing);
        } else {
            print(standing);
        }
    }

    private void print(StandingEdition standing) {
        var heading = standing.heading();
        var approved = manuscripts
                .find(heading.issueId(), standing.wanted())
                .orElseThrow(() -> new IllegalStateException("manuscript of %s is not there".formatted(standing.id())));
        var needed = approved.manuscript().images().map(Image::sha256).toList();
        var missing = awaitImages.missing(standing.id(), needed);
        if (!missing.isEmpty()) {
            editions.waitFor(standing.id(), standing.wanted(), missing);
            LOG.atInfo()
                    .addKeyValue("edition", standing.id())
                    .addKeyValue("images", missing)
                    .log("the edition waits for images");
            return;
        }
        var proof = press.print(approved, new EditionPlan(heading.language(), heading.access()));
        tell.first(standing, proof);
        LOG.atInfo()
                .addKeyValue("edition", standing.id())
                .addKeyValue("version", standing.wanted())
                .log("edition printed");
    }
}
