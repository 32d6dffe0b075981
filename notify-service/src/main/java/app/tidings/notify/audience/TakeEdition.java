package app.tidings.notify.audience;

import app.tidings.contracts.EditionEvent.EditionRendered;
import app.tidings.contracts.Ids;
import app.tidings.contracts.Profile;
import app.tidings.contracts.Profile.EditionPlan;
import app.tidings.notify.ledger.LiveSubjects;
import app.tidings.notify.ledger.LiveSubjects.Live;
import app.tidings.notify.ledger.Subject;
import app.tidings.notify.ledger.Subject.Taken;
import app.tidings.notify.ledger.Subjects;
import app.tidings.notify.publication.Publications;
import app.tidings.notify.subscriber.Lists;
import app.tidings.platform.jobs.Jobs;
import app.tidings.platform.jobs.Workers;
import java.time.InstantSource;
import java.util.List;

/**
 * A rendered edition becomes a subject of sending, once: what its first version announced is what is sent, to whom it was
 * announced. If it comes again, because somebody did not hear that it was taken, that is told again.
 */
final class TakeEdition {

    private final Publications publications;
    private final Lists lists;
    private final EditionMails mails;
    private final Subjects subjects;
    private final LiveSubjects live;
    private final Jobs freezeJobs;
    private final Workers freezeWorkers;
    private final InstantSource clock;

    /** What a taken edition is written to. */
    record Shelves(EditionMails mails, Subjects subjects, LiveSubjects live) {}

    TakeEdition(
            Publications publications,
            Lists lists,
            Shelves shelves,
            Jobs freezeJobs,
            Workers freezeWorkers,
            InstantSource clock) {
        this.publications = publications;
        this.lists = lists;
        this.mails = shelves.mails();
        this.subjects = shelves.subjects();
        this.live = shelves.live();
        this.freezeJobs = freezeJobs;
        this.freezeWorkers = freezeWorkers;
        this.clock = clock;
    }

    void on(EditionRendered edition) {
        var standing = subjects.find(edition.editionId());
        if (standing.isPresent()) {
            answerAgain(standing.get(), edition.version());
        } else if (goesByMail(edition)) {
            take(edition);
        } else {
            var nobody = Subject.forNobody(taken(edition, 0), clock.instant());
            subjects.keepFirst(nobody, List.of(nobody.startedEvent(), nobody.doneEvent()));
        }
    }

    /** The mail is there before its subject, and the subject is live before anybody freezes or sends it. */
    private void take(EditionRendered edition) {
        var taken = taken(edition, lists.pages(list(edition)));
        mails.keepFirst(EditionMail.of(edition, taken.publicationId()));
        begin(subjects.keepFirst(Subject.of(taken, clock.instant())));
    }

    private void begin(Subject subject) {
        live.open(new Live(subject.id(), subject.list(), subject.takenAt()));
        freezeJobs.open(subject.id());
        freezeWorkers.wake();
    }

    private void answerAgain(Subject standing, long version) {
        if (standing.phase() == Subject.Phase.FREEZING) {
            begin(standing); // a kill may have come before this was done
        } else if (version <= standing.taken()) {
            subjects.tellStartedAgain(standing);
        } else {
            var again = standing.takenAgain(version);
            subjects.replaceIfVersion(standing, again, again.startedEvent());
        }
    }

    private static Taken taken(EditionRendered edition, int pages) {
        return new Taken(
                edition.editionId(), Ids.publicationOf(edition.editionId()), list(edition), edition.version(), pages);
    }

    private static String list(EditionRendered edition) {
        return Lists.id(Ids.publicationOf(edition.editionId()), edition.language());
    }

    private boolean goesByMail(EditionRendered edition) {
        var announced = switch (edition.announce().mode()) {
            case NONE -> false;
            case SUBSCRIBERS -> true;
            case CHANNELS -> edition.announce().channels().contains(Subject.CHANNEL);
        };
        return announced && isTheOneMailed(edition);
    }

    /** Readers of a language get one edition: the full one, or the teaser where there is no other. */
    private boolean isTheOneMailed(EditionRendered edition) {
        var full = new EditionPlan(edition.language(), EditionPlan.FULL);
        return edition.access().equals(EditionPlan.FULL)
                || publications
                        .find(Ids.publicationOf(edition.editionId()))
                        .map(Profile::editions)
                        .map(editions -> !editions.contains(full))
                        .orElse(true);
    }
}
