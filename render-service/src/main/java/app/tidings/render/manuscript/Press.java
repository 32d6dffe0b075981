package app.tidings.render.manuscript;

import app.tidings.contracts.EditionEvent.Artefact;
import app.tidings.contracts.IssueEvent.IssueApproved;
import app.tidings.contracts.Manuscript;
import app.tidings.contracts.Profile.EditionPlan;
import app.tidings.render.artefact.Artefacts;
import app.tidings.render.artefact.Shelf.Issue;
import app.tidings.render.artefact.Shelves;
import app.tidings.render.artefact.StandingEdition.Proof;
import app.tidings.render.edition.Addresses;
import app.tidings.render.edition.Edition;
import app.tidings.render.edition.EditionFormat;
import app.tidings.render.edition.Envelope;
import app.tidings.render.edition.MarkdownFormat;
import app.tidings.render.edition.Printed;
import app.tidings.render.edition.WebPageFormat;
import app.tidings.render.typeset.Typesetting;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Prints an edition in every format, stores the files and puts the public ones on their shelf; may run twice. */
@Component
class Press {

    private final List<EditionFormat> formats;
    private final Addresses addresses;
    private final Artefacts artefacts;
    private final Shelves shelves;
    private final InstantSource clock;

    Press(List<EditionFormat> formats, Addresses addresses, Artefacts artefacts, Shelves shelves, InstantSource clock) {
        this.formats = formats;
        this.addresses = addresses;
        this.artefacts = artefacts;
        this.shelves = shelves;
        this.clock = clock;
    }

    Proof print(IssueApproved approved, EditionPlan plan) {
        var now = clock.instant();
        var edition = Typesetting.edition(approved.manuscript(), plan, addresses);
        var printed = formats.stream()
                .flatMap(format -> format.print(edition).stream())
                .toList();
        printed.forEach(artefacts::keepFirst);
        if (isPublic(approved.manuscript(), plan)) {
            shelves.keepNewest(
                    edition.masthead().publication(), plan.language(), issue(approved, edition, printed, now));
        }
        return new Proof(
                approved.version(),
                now,
                edition.page(),
                approved.announce(),
                Envelope.of(edition),
                printed.stream().map(file -> artefact(edition, file)).toList());
    }

    /** Everybody may read the teaser where there is one: then the full text is for subscribers. */
    private static boolean isPublic(Manuscript manuscript, EditionPlan plan) {
        return plan.access().equals(EditionPlan.TEASER)
                || !manuscript.profile().editions().contains(new EditionPlan(plan.language(), EditionPlan.TEASER));
    }

    private static Issue issue(IssueApproved approved, Edition edition, List<Printed> printed, Instant printedAt) {
        var hashes = printed.stream().collect(Collectors.toMap(Printed::format, Printed::sha256));
        return new Issue(
                edition.number(),
                edition.title(),
                edition.date(),
                edition.id(),
                approved.version(),
                hashes.getOrDefault(WebPageFormat.NAME, ""),
                hashes.getOrDefault(MarkdownFormat.NAME, ""),
                printedAt);
    }

    private Artefact artefact(Edition edition, Printed file) {
        return new Artefact(
                file.format(),
                file.sha256(),
                file.bytes().length,
                file.mediaType(),
                addresses.artefact(edition.id(), file.format()));
    }
}
