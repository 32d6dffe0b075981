package app.tidings.notify.subject;

import static org.assertj.core.api.Assertions.assertThat;

import app.tidings.notify.ledger.Ledger;
import app.tidings.notify.ledger.LedgerPage;
import app.tidings.notify.ledger.Row;
import app.tidings.notify.ledger.RowState.Unknown;
import app.tidings.notify.ledger.Tally;
import app.tidings.notify.subject.LiveSubjects.Live;
import app.tidings.notify.subject.Subject.Order;
import app.tidings.notify.subject.Subject.Phase;
import app.tidings.notify.subject.Subject.Taken;
import app.tidings.platform.outbox.Outbox;
import com.mongodb.client.MongoDatabase;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;

/** Subjects in a database that no sender looks at. */
public final class QuietSubjects {

    private static final Instant NOW = Instant.parse("2026-11-20T08:00:00Z");

    public final Subjects subjects;
    public final LiveSubjects live;
    public final Ledger ledger;
    public final SettleSubject settle;
    public final DirectSending direct;

    public QuietSubjects(MongoDatabase database, Ledger ledger, Outbox outbox) {
        this.subjects = new Subjects(database, outbox);
        this.live = new LiveSubjects(database);
        this.ledger = ledger;
        this.settle = new SettleSubject(subjects, live, ledger, InstantSource.fixed(NOW));
        this.direct = new DirectSending(subjects, live, ledger);
    }

    /** Is over, though nobody knows whether its one reader got it. */
    public Subject doneWithOneUnknown() {
        var sending = Subject.of(new Taken("weekly:1:zh:full", "weekly", "weekly:zh", 1, 1), NOW)
                .started(NOW);
        ledger.keepFirst(LedgerPage.single(sending.page(1), "ada"));
        becomesUnknown(sending);
        return subjects.keepFirst(sending.done(tally(sending), NOW));
    }

    /** Orders it; returns the subject with the order. */
    public Subject resendUnknown(Subject subject) {
        return direct.resendUnknown(subject.id()).orElseThrow();
    }

    public void order(Subject subject, Order order) {
        assertThat(direct.order(subject.id(), order)).isPresent();
    }

    /** Again nobody knows whether its one reader got it. */
    public void becomesUnknown(Subject subject) {
        var unknown = List.of(new Row("ada", 0, new Unknown(1)));
        ledger.change(
                subject.page(1),
                page -> new LedgerPage(page.id(), page.version(), false, 1, null, null, page.resent(), unknown));
    }

    public Tally tally(Subject subject) {
        return ledger.find(subject.page(1)).orElseThrow().tally();
    }

    public Phase phase(Subject subject) {
        return subjects.find(subject.id()).orElseThrow().phase();
    }

    public boolean isLive(Subject subject) {
        return live.all().contains(new Live(subject.id(), subject.list(), subject.takenAt()));
    }
}
