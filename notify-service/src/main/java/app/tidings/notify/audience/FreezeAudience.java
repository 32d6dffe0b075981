package app.tidings.notify.audience;

import app.tidings.notify.ledger.Ledger;
import app.tidings.notify.ledger.LedgerPage;
import app.tidings.notify.ledger.Row;
import app.tidings.notify.ledger.RowState;
import app.tidings.notify.ledger.RowState.Reason;
import app.tidings.notify.ledger.RowState.Skipped;
import app.tidings.notify.subject.LiveSubjects;
import app.tidings.notify.subject.LiveSubjects.Live;
import app.tidings.notify.subject.Subject;
import app.tidings.notify.subject.Subject.Phase;
import app.tidings.notify.subject.Subjects;
import app.tidings.notify.subscriber.Lists;
import app.tidings.notify.subscriber.Subscriber;
import app.tidings.notify.subscriber.Subscribers;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Freezes who gets a subject: page {@code n} of its list becomes page {@code n} of its ledger, as a draft; its readers are
 * read once more, and then it may be sent. Whoever leaves is written down before the pages are looked at, so either the
 * second reading sees it or the draft is there to be found. The cursor moves over a page only after its rows exist, and a
 * page that exists stays as it is: a repeat after a kill changes nothing.
 */
@Component
public class FreezeAudience {

    private static final Logger LOG = LoggerFactory.getLogger(FreezeAudience.class);

    private final Subjects subjects;
    private final LiveSubjects live;
    private final Lists lists;
    private final Subscribers subscribers;
    private final Ledger ledger;
    private final InstantSource clock;
    private final ReentrantLock oneAtATime = new ReentrantLock();

    FreezeAudience(
            Subjects subjects,
            LiveSubjects live,
            Lists lists,
            Subscribers subscribers,
            Ledger ledger,
            InstantSource clock) {
        this.subjects = subjects;
        this.live = live;
        this.lists = lists;
        this.subscribers = subscribers;
        this.ledger = ledger;
        this.clock = clock;
    }

    /** Freezes on from where the cursor stands, unless somebody in this process does; two would only do it twice. */
    public void run(String subjectId) {
        if (oneAtATime.tryLock()) {
            try {
                var subject = subjects.find(subjectId);
                while (subject.filter(each -> each.phase() == Phase.FREEZING).isPresent()) {
                    step(subject.get());
                    subject = subjects.find(subjectId);
                }
            } finally {
                oneAtATime.unlock();
            }
        }
    }

    private void step(Subject subject) {
        if (subject.frozen() < subject.pages()) {
            var number = subject.frozen() + 1;
            var rows = open(subject, draft(subject, number)).rows().size();
            subjects.frozenUpTo(subject, number, subject.count() + rows);
        } else {
            start(subject);
        }
    }

    private LedgerPage draft(Subject subject, int number) {
        var readers = lists.readers(subject.list(), number);
        var known = subscribers.findAll(readers);
        var wanting = readers.stream()
                .map(known::get)
                .filter(Objects::nonNull)
                .filter(reader -> reader.isOnPage(subject.publicationId(), subject.language(), number))
                .filter(reader -> reader.refusal(subject.publicationId()).isEmpty())
                .map(Subscriber::id)
                .toList();
        return ledger.keepFirst(LedgerPage.draft(subject.page(number), wanting));
    }

    private LedgerPage open(Subject subject, LedgerPage draft) {
        var out = refusals(
                subject.publicationId(), draft.rows().stream().map(Row::reader).toList());
        return ledger.change(draft.id(), page -> page.draft() ? page.opened(out) : page)
                .orElseThrow();
    }

    private Map<String, RowState> refusals(String publicationId, List<String> readers) {
        var out = new HashMap<String, RowState>();
        var known = subscribers.findAll(readers);
        for (var reader : readers) {
            var subscriber = Optional.ofNullable(known.get(reader));
            subscriber
                    .map(each -> each.refusal(publicationId))
                    .orElseGet(() -> Optional.of(new Skipped(Reason.GONE)))
                    .ifPresent(refusal -> out.put(reader, refusal));
        }
        return out;
    }

    private void start(Subject frozen) {
        var started = frozen.started(clock.instant());
        if (subjects.replaceIfVersion(frozen, started, started.startedEvent())) {
            LOG.atInfo()
                    .addKeyValue("subject", frozen.id())
                    .addKeyValue("count", frozen.count())
                    .log("sending started");
            live.open(new Live(frozen.id(), frozen.list(), frozen.takenAt()));
        }
    }
}
