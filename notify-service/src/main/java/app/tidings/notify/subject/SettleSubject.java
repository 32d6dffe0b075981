package app.tidings.notify.subject;

import app.tidings.notify.ledger.Ledger;
import app.tidings.notify.ledger.Setbacks.Setback;
import app.tidings.notify.ledger.Tally;
import app.tidings.notify.subject.LiveSubjects.Live;
import app.tidings.notify.subject.Subject.Phase;
import java.time.InstantSource;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Follows how far a subject is settled and ends it once no row is open. The mark moves over pages without an open row;
 * when it reaches the last, all pages are counted again, and only if none is open a second time the end is told.
 */
@Component
public class SettleSubject {

    private static final Logger LOG = LoggerFactory.getLogger(SettleSubject.class);
    private static final int STRIDE = 200;

    private final Subjects subjects;
    private final LiveSubjects live;
    private final Ledger ledger;
    private final InstantSource clock;

    SettleSubject(Subjects subjects, LiveSubjects live, Ledger ledger, InstantSource clock) {
        this.subjects = subjects;
        this.live = live;
        this.ledger = ledger;
        this.clock = clock;
    }

    /** Looks how far the subject is; closes it if it is over. */
    public void run(Subject subject) {
        if (subject.phase() == Phase.DONE) {
            close(subject.id());
        } else if (subject.phase() == Phase.SENDING) {
            advance(subject);
        }
    }

    private void advance(Subject subject) {
        var settled = subject.settled();
        var tally = subject.tally();
        for (var next = settledAfter(subject, settled); !next.isEmpty(); next = settledAfter(subject, settled)) {
            settled += next.size();
            tally = next.stream().reduce(tally, Tally::plus);
        }
        if (settled > subject.settled() && !subjects.settledUpTo(subject, settled, tally)) {
            return; // another was quicker, or something was ordered: the next look sees it
        }
        if (settled == subject.pages()) {
            finish(subject.id());
        }
    }

    /** Tallies of the settled pages that follow at once; of a bounded number of them. */
    private List<Tally> settledAfter(Subject subject, int settled) {
        var stride = settled == subject.settled() ? 1 : STRIDE;
        var ids = subject.pagesAfter(settled).stream().limit(stride).toList();
        var tallies = ledger.tallies(ids);
        return ids.stream()
                .takeWhile(id -> tallies.containsKey(id) && tallies.get(id).open() == 0)
                .map(tallies::get)
                .toList();
    }

    private void finish(String subjectId) {
        var subject = subjects.find(subjectId).orElseThrow();
        var all = count(subject, 0);
        if (all.open() > 0 || subject.phase() != Phase.SENDING) {
            return;
        }
        if (all.total() != subject.count()) {
            throw new IllegalStateException(
                    "%s has %d rows and %d were frozen".formatted(subjectId, all.total(), subject.count()));
        }
        var done = subject.done(all, clock.instant());
        var written = subject.doneAt() == null
                ? subjects.replaceIfVersion(subject, done, done.doneEvent())
                : subjects.replaceIfVersion(subject, done);
        if (written) {
            LOG.atInfo()
                    .addKeyValue("subject", subjectId)
                    .addKeyValue("counts", all.byState())
                    .log("sending done");
            close(subjectId);
        }
    }

    /** What was ordered between the last look and the closing would wait until it is taken up; so it is looked at again. */
    private void close(String subjectId) {
        live.close(subjectId);
        subjects.find(subjectId).filter(each -> each.phase() != Phase.DONE).ifPresent(this::open);
    }

    private void open(Subject subject) {
        live.open(new Live(subject.id(), subject.list(), subject.takenAt()));
    }

    /** Makes live again whatever is not over: a kill may have come between an order and its subject being live. */
    @Scheduled(fixedDelayString = "PT1M")
    void takeUpWhatWasLeft() {
        subjects.unfinished().forEach(this::open);
    }

    /** The counts of all pages: those up to the mark from the summary, the others from the pages. */
    Tally tally(Subject subject) {
        return subject.tally().plus(count(subject, subject.settled()));
    }

    /** Why deliveries of the subject were refused or put off; pages are read only where the counts say that some may be. */
    List<Setback> setbacks(Subject subject, Tally tally) {
        return tally.of("refused") + tally.open() == 0
                ? List.of()
                : ledger.setbacks(subject.pagesAfter(0)).told();
    }

    private Tally count(Subject subject, int after) {
        var tally = Tally.NOTHING;
        var ids = subject.pagesAfter(after);
        for (var i = 0; i < ids.size(); i += STRIDE) {
            var some = ledger.tallies(ids.subList(i, Math.min(ids.size(), i + STRIDE)));
            tally = some.values().stream().reduce(tally, Tally::plus);
        }
        return tally;
    }
}
