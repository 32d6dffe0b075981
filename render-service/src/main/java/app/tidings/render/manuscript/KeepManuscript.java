package app.tidings.render.manuscript;

import app.tidings.contracts.BadEvent;
import app.tidings.contracts.Ids;
import app.tidings.contracts.IssueEvent.IssueApproved;
import app.tidings.contracts.Profile.EditionPlan;
import app.tidings.platform.jobs.Jobs;
import app.tidings.platform.jobs.Workers;
import app.tidings.render.artefact.Editions;
import app.tidings.render.artefact.StandingEdition.Heading;
import app.tidings.render.publication.Publications;
import app.tidings.render.typeset.Typesetting;
import app.tidings.render.words.Words;
import org.springframework.stereotype.Component;

/** An approved issue is kept, once, and a job is opened for each edition; told again, the editions are told of again. */
@Component("manuscriptIntake") // the function has the use case's own name
class KeepManuscript {

    private final Manuscripts manuscripts;
    private final Publications publications;
    private final Editions editions;
    private final Jobs printJobs;
    private final Workers printers;

    KeepManuscript(
            Manuscripts manuscripts, Publications publications, Editions editions, Jobs printJobs, Workers printers) {
        this.manuscripts = manuscripts;
        this.publications = publications;
        this.editions = editions;
        this.printJobs = printJobs;
        this.printers = printers;
    }

    void on(IssueApproved approved) {
        var profile = approved.manuscript().profile();
        if (!profile.editions().stream().map(EditionPlan::language).allMatch(Words::isLanguage)) {
            throw new BadEvent("an edition's language is not a language tag");
        }
        publications.keepNewest(profile);
        manuscripts.keepFirst(approved);
        profile.editions().forEach(plan -> open(approved, plan));
        printers.wake();
    }

    private void open(IssueApproved approved, EditionPlan plan) {
        var manuscript = approved.manuscript();
        var id = Ids.edition(manuscript.issueId(), plan.language(), plan.access());
        var heading = new Heading(
                manuscript.profile().publicationId(),
                manuscript.issueId(),
                manuscript.number(),
                plan.language(),
                plan.access(),
                Typesetting.title(manuscript, plan),
                manuscript.date());
        editions.expect(id, heading, approved.version());
        printJobs.open(id);
    }
}
