package app.tidings.render.artefact;

import static java.nio.charset.StandardCharsets.UTF_8;

import app.tidings.contracts.EditionEvent.EditionRendered;
import app.tidings.contracts.EditionEvent.Email;
import app.tidings.render.RenderSettings;
import app.tidings.render.artefact.StandingEdition.Heading;
import app.tidings.render.artefact.StandingEdition.Proof;
import app.tidings.render.edition.EmailFormat;
import java.time.InstantSource;
import org.springframework.stereotype.Component;

/** Says that an edition is printed, and says it again until notify has taken it. */
@Component
public class TellOfEdition {

    private final Editions editions;
    private final Artefacts artefacts;
    private final Reminders untaken;
    private final RenderSettings settings;
    private final InstantSource clock;

    TellOfEdition(Editions editions, Artefacts artefacts, RenderSettings settings, InstantSource clock) {
        this.editions = editions;
        this.artefacts = artefacts;
        this.untaken = editions.untaken();
        this.settings = settings;
        this.clock = clock;
    }

    /** For the first time: with the same write that keeps what was printed. Its files are stored already. */
    public void first(StandingEdition standing, Proof proof) {
        untaken.open(standing.id(), proof.issueVersion(), clock.instant(), settings.tellAgainAfter());
        editions.keepFirstOfVersion(standing.id(), proof, event(standing.id(), standing.heading(), proof));
    }

    /** Once more; nothing where there is nothing to tell. */
    public void again(StandingEdition standing) {
        var proof = standing.proof();
        if (proof != null) {
            editions.sayAgain(event(standing.id(), standing.heading(), proof));
        }
    }

    private EditionRendered event(String editionId, Heading heading, Proof proof) {
        return new EditionRendered(
                editionId,
                heading.issueId(),
                proof.issueVersion(),
                proof.issueVersion(),
                heading.number(),
                heading.language(),
                heading.access(),
                heading.title(),
                heading.date(),
                proof.page(),
                proof.announce(),
                new Email(
                        proof.envelope().subject(),
                        proof.envelope().preheader(),
                        text(proof, EmailFormat.HTML),
                        text(proof, EmailFormat.TEXT),
                        proof.envelope().marks()),
                proof.artefacts(),
                proof.printedAt());
    }

    private String text(Proof proof, String format) {
        return proof.artefact(format)
                .flatMap(artefact -> artefacts.find(artefact.sha256()))
                .map(bytes -> new String(bytes, UTF_8))
                .orElseThrow(() -> new IllegalStateException("the %s of %s is gone".formatted(format, proof.page())));
    }
}
