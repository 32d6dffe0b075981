package app.tidings.notify.audience;

import app.tidings.contracts.EditionEvent.EditionRendered;
import app.tidings.contracts.Ids;
import app.tidings.contracts.Profile;
import app.tidings.contracts.Profile.EditionPlan;
import app.tidings.notify.publication.Publications;
import app.tidings.notify.subject.LiveSubjects;
import app.tidings.notify.subject.LiveSubjects.Live;
import app.tidings.notify.subject.Subject;
import app.tidings.notify.subject.Subject.Taken;
import app.tidings.notify.subject.Subjects;
import app.tidings.notify.subscriber.Lists;
import java.time.InstantSource;
import org.springframework.stereotype.Component;

/**
 * A rendered edition becomes a subject of sending, once: what its first version announced is what is sent, to whom it was
 * announced. If it comes again, because somebody did not hear that it was taken, that is told again.
 */
@Component("editionIntake") // the function has the use case's own name
class TakeEdition {

    private final Publications publications;
    private final Lists lists;
    private final EditionMails mails;
    private final Subjects subjects;
    private final LiveSubjects live;
    private final InstantSource clock;

    TakeEdition(
            Publications publications,
            Lists lists,
            EditionMails mails,
            Subjects subjects,
            LiveSubjects live,
            InstantSource clock) {
        this.publications = publications;
        this.lists = lists;
        this.mails = mails;
        this.subjects = subjects;
        this.live = live;
        this.clock = clock;
    }

    void on(EditionRendered edition) {
        var standing = subjects.find(edition.editionId());
        if (standing.isPresent()) {
            answerAgain(standing.get(), edition.version());
        } else if (goesByMail(edition)) {
            take(edition);
        } else {
            subjects.keepFirstAndTell(Subject.forNobody(taken(edition, 0), clock.instant()));
        }
    }

    /** The mail is there before its subject, and the subject before it is live. */
    private void take(EditionRendered edition) {
        var taken = taken(edition, lists.pages(list(edition)));
        mails.keepFirst(EditionMail.of(edition, taken.publicationId()));
        begin(subjects.keepFirst(Subject.of(taken, clock.instant())));
    }

    private void begin(Subject subject) {
        live.open(new Live(subject.id(), subject.list(), subject.takenAt()));
    }

    private void answerAgain(Subject standing, long version) {
        if (standing.phase() == Subject.Phase.FREEZING) {
            begin(standing); // a kill may have come before this was done
        } else if (version <= standing.taken()) {
            subjects.tellAgain(standing);
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
