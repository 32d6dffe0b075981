package app.tidings.notify.audience;

import static org.assertj.core.api.Assertions.assertThat;

import app.tidings.notify.RunningNotify;
import app.tidings.notify.ledger.Ledger;
import app.tidings.notify.ledger.LedgerPage;
import app.tidings.notify.ledger.Row;
import app.tidings.notify.ledger.RowState.Reason;
import app.tidings.notify.ledger.RowState.Skipped;
import app.tidings.notify.subject.Subject;
import app.tidings.notify.subject.Subject.Phase;
import app.tidings.notify.subject.Subject.Taken;
import app.tidings.notify.subject.Subjects;
import app.tidings.notify.subscriber.ChangeSubscriptions;
import app.tidings.notify.subscriber.EmailAddress;
import app.tidings.notify.subscriber.Lists;
import app.tidings.notify.subscriber.Subscribers;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Freezing, begun and broken off at any place. The subject is paused, so that nothing is sent meanwhile. */
class FreezeAudienceIT extends RunningNotify {

    @Autowired
    private FreezeAudience freezeAudience;

    @Autowired
    private Subjects subjects;

    @Autowired
    private Ledger ledger;

    @Autowired
    private Lists lists;

    @Autowired
    private Subscribers subscribers;

    @Autowired
    private ChangeSubscriptions changes;

    private String publication;
    private String ada;
    private String bob;

    @BeforeEach
    void subscribe() {
        publication = aPublication();
        ada = id(subscribed(publication, "ada", "zh"));
        bob = id(subscribed(publication, "bob", "zh"));
    }

    @Test
    void makesARowForEachWhoIsConfirmedAndWantsTheLanguage() {
        var pending = anAddress("pending");
        signUp(publication, pending, "zh");
        awaitMail(pending, 1);
        subscribed(publication, "eve", "en");
        var subject = aSubject();

        freezeAudience.run(subject.id());

        assertThat(rows(subject)).extracting(Row::reader).containsExactlyInAnyOrder(ada, bob);
        var frozen = subjects.find(subject.id()).orElseThrow();
        assertThat(frozen.phase()).isNotEqualTo(Phase.FREEZING);
        assertThat(frozen.count()).isEqualTo(2);
        assertThat(frozen.frozen()).isEqualTo(frozen.pages());
    }

    @Test
    void changesNothingOnAPageThatAKillLeft() {
        var subject = aSubject();
        ledger.keepFirst(LedgerPage.draft(subject.page(1), List.of(ada)));

        freezeAudience.run(subject.id());
        freezeAudience.run(subject.id());

        assertThat(rows(subject)).extracting(Row::reader).containsExactly(ada);
        assertThat(subjects.find(subject.id()).orElseThrow().count()).isOne();
    }

    @Test
    void seesWhoLeftAfterTheDraftWasMade() {
        var subject = aSubject();
        ledger.keepFirst(LedgerPage.draft(subject.page(1), List.of(ada, bob)));
        changes.leave(ada, publication); // the subject is not live yet, so the draft is not looked for

        freezeAudience.run(subject.id());

        assertThat(rows(subject).getFirst()).isEqualTo(new Row(ada, 0, new Skipped(Reason.UNSUBSCRIBED)));
    }

    @Test
    void makesNoRowForWhoLeftBefore() {
        changes.leave(ada, publication);
        var subject = aSubject();

        freezeAudience.run(subject.id());

        assertThat(rows(subject)).extracting(Row::reader).containsExactly(bob);
    }

    private Subject aSubject() {
        var list = Lists.id(publication, "zh");
        var id = publication + ":" + UUID.randomUUID() + ":zh:full";
        var taken = Subject.of(new Taken(id, publication, list, 1, lists.pages(list)), Instant.now());
        return subjects.keepFirst(paused(taken));
    }

    private static Subject paused(Subject subject) {
        return new Subject(
                subject.id(),
                subject.publicationId(),
                subject.list(),
                subject.taken(),
                subject.version(),
                subject.phase(),
                Subject.Order.PAUSE,
                subject.pages(),
                subject.frozen(),
                subject.count(),
                subject.settled(),
                subject.tally(),
                subject.startedVersion(),
                subject.doneVersion(),
                subject.takenAt(),
                subject.startedAt(),
                subject.doneAt());
    }

    private List<Row> rows(Subject subject) {
        return ledger.find(subject.page(1)).orElseThrow().rows();
    }

    private String id(String address) {
        return subscribers.keepFirst(EmailAddress.of(address), Instant.now()).id();
    }
}
