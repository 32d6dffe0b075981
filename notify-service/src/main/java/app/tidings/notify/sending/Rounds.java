package app.tidings.notify.sending;

import app.tidings.notify.ledger.Ledger;
import app.tidings.notify.ledger.LedgerPage;
import app.tidings.notify.subject.DirectSending;
import app.tidings.notify.subject.LiveSubjects;
import app.tidings.notify.subject.LiveSubjects.Live;
import app.tidings.notify.subject.SettleSubject;
import app.tidings.notify.subject.Subject;
import app.tidings.notify.subject.Subject.Order;
import app.tidings.notify.subject.Subjects;
import app.tidings.notify.subscriber.ReaderMail;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Goes round the pages of everything that is live, so that the senders of this process share the pages between them. A round
 * has mails to one reader first and then a few pages of each subject; the next goes on behind them, so that no mail waits for
 * a whole issue. What a page was seen to wait for is remembered, so that it is not read again before; now and then all are,
 * because another process may have changed them.
 */
final class Rounds {

    private static final Logger LOG = LoggerFactory.getLogger(Rounds.class);
    private static final Duration MEMORY = Duration.ofSeconds(30);
    private static final int PAGES_A_ROUND = 4;

    private final LiveSubjects live;
    private final Subjects subjects;
    private final Ledger ledger;
    private final SettleSubject settle;
    private final DirectSending direct;
    private final Duration lease;
    private final InstantSource storeClock;
    private final Deque<Visit> round = new ArrayDeque<>();
    private final Map<String, Instant> waiting = new HashMap<>();
    private final Map<String, Long> open = new HashMap<>();
    private final Map<String, Integer> reached = new HashMap<>();
    private Instant forgetAt = Instant.MIN;
    private long timesForgotten;
    private volatile Instant oldest = Instant.MAX;

    /** Something to look at. */
    sealed interface Visit {}

    /** A subject whose audience is not frozen yet. */
    record Freeze(String subjectId) implements Visit {}

    /** A page that may have something to be sent. */
    record Page(String subjectId, String pageId, boolean cancelled) implements Visit {

        /** What is remembered of a page does not count once it is cancelled. */
        private String key() {
            return cancelled ? pageId + "!" : pageId;
        }
    }

    /** Where subjects and their pages are. */
    record Books(LiveSubjects live, Subjects subjects, Ledger ledger, SettleSubject settle, DirectSending direct) {}

    Rounds(Books books, Duration lease, InstantSource storeClock) {
        this.live = books.live();
        this.subjects = books.subjects();
        this.ledger = books.ledger();
        this.settle = books.settle();
        this.direct = books.direct();
        this.lease = lease;
        this.storeClock = storeClock;
    }

    /** The next page of this round; none when the round is over. */
    synchronized Optional<Visit> next() {
        return Optional.ofNullable(round.poll());
    }

    /** Begins a round if none is on. */
    synchronized void begin() {
        if (round.isEmpty()) {
            var now = storeClock.instant();
            if (now.isAfter(forgetAt)) {
                forget();
                open.clear();
                forgetAt = now.plus(MEMORY);
            }
            var all = live.all();
            oldest =
                    all.stream().map(Live::since).min(Comparator.naturalOrder()).orElse(Instant.MAX);
            reached.keySet().retainAll(all.stream().map(Live::subjectId).collect(Collectors.toSet()));
            all.stream()
                    .sorted(Comparator.comparing((Live each) -> each.list() != null))
                    .forEach(each -> tryToAdd(each, now));
        }
    }

    /** A subject that cannot be looked at stops no other. */
    private void tryToAdd(Live each, Instant now) {
        try {
            add(each, now);
        } catch (RuntimeException e) {
            LOG.atWarn()
                    .addKeyValue("subject", each.subjectId())
                    .addKeyValue("cause", e.toString())
                    .log("subject could not be looked at; going on with the others");
        }
    }

    private void add(Live each, Instant now) {
        var mail = ReaderMail.of(each.subjectId());
        if (mail.isPresent()) {
            Stream.of(new Page(each.subjectId(), mail.get().pageId(), false))
                    .filter(page -> isWorthALook(page, now))
                    .forEach(round::add);
        } else {
            subjects.find(each.subjectId()).ifPresent(subject -> add(subject, now));
        }
    }

    private void add(Subject subject, Instant now) {
        switch (subject.phase()) {
            case FREEZING -> round.add(new Freeze(subject.id()));
            case RESENDING, RETRYING -> {
                direct.makeReadyAgain(subject);
                forget();
            }
            case SENDING -> {
                addPages(subject, now);
                settle.run(subject);
            }
            case DONE -> settle.run(subject);
        }
    }

    /** The next few pages behind those of the last round; after the last page it begins again. */
    private void addPages(Subject subject, Instant now) {
        if (subject.order() != Order.PAUSE) {
            var cancelled = subject.order() == Order.CANCEL;
            var after = Math.max(subject.settled(), reached.getOrDefault(subject.id(), 0));
            IntStream.concat(
                            IntStream.rangeClosed(after + 1, subject.pages()),
                            IntStream.rangeClosed(subject.settled() + 1, after))
                    .filter(number -> isWorthALook(new Page(subject.id(), subject.page(number), cancelled), now))
                    .limit(PAGES_A_ROUND)
                    .forEach(number -> {
                        round.add(new Page(subject.id(), subject.page(number), cancelled));
                        reached.put(subject.id(), number);
                    });
        }
    }

    private boolean isWorthALook(Page page, Instant now) {
        return !waiting.getOrDefault(page.key(), Instant.MIN).isAfter(now);
    }

    /** Whether nobody else on the page is to get it; a person may have said otherwise since the round began. */
    boolean isCancelled(Page visit) {
        return visit.cancelled()
                && subjects.find(visit.subjectId())
                        .filter(subject -> subject.order() == Order.CANCEL)
                        .isPresent();
    }

    /** Looks at a page: whether there is something to do on it now. A mail to one reader that is settled is closed. */
    boolean isDue(Page visit) {
        var asOf = timesForgotten();
        var page = ledger.find(visit.pageId());
        var due = page.flatMap(found -> found.due(lease));
        remember(
                visit,
                due.orElse(Instant.MAX),
                page.map(LedgerPage::tally).map(tally -> tally.open()).orElse(0L),
                asOf);
        if (page.isPresent()
                && due.isEmpty()
                && ReaderMail.of(visit.subjectId()).isPresent()) {
            live.close(visit.subjectId());
        }
        return due.filter(instant -> !instant.isAfter(storeClock.instant())).isPresent();
    }

    private synchronized void forget() {
        waiting.clear();
        timesForgotten++;
    }

    private synchronized long timesForgotten() {
        return timesForgotten;
    }

    /** A page that was read before all was forgotten may have been made ready since. */
    private synchronized void remember(Page visit, Instant due, long rows, long asOf) {
        if (asOf == timesForgotten) {
            waiting.put(visit.key(), due);
        }
        open.put(visit.pageId(), rows);
    }

    /** Rows that were open when their pages were looked at last. */
    synchronized long open() {
        return open.values().stream().mapToLong(Long::longValue).sum();
    }

    /** Since when the oldest live subject waits. */
    Optional<Instant> oldest() {
        return oldest.equals(Instant.MAX) ? Optional.empty() : Optional.of(oldest);
    }
}
