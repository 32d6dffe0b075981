package app.tidings.local.prove;

import app.tidings.local.prove.check.Leaving;
import app.tidings.local.prove.check.NotifyStore;
import app.tidings.local.prove.reader.FrontDoor;
import app.tidings.local.prove.reader.Reader;
import app.tidings.local.prove.sink.Sink;
import app.tidings.notify.ledger.LedgerPage;
import com.mongodb.MongoException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;

/** Readers who leave and others who come while an issue is sent to all of them, evenly over its mails. */
final class ComeAndGo {

    private static final Duration PATIENCE = Duration.ofMinutes(5);
    private static final int LEAVERS_TO_A_COMER = 10;

    private final FrontDoor door;
    private final Sink sink;
    private final NotifyStore store;
    private final List<Reader> readers;
    private final List<Leaving> leavings = new ArrayList<>();
    private int comers;

    /** Of these readers, each in its place on its list, some leave. */
    ComeAndGo(FrontDoor door, Sink sink, NotifyStore store, List<Reader> readers) {
        this.door = door;
        this.sink = sink;
        this.store = store;
        this.readers = readers;
    }

    /**
     * Lets so many leave over so many mails from now on, and a tenth as many come.
     *
     * @param issueId of what is sent
     */
    void run(String publication, String issueId, int number, long mails, Random random) throws InterruptedException {
        var from = sink.arrivals();
        var shuffled = new ArrayList<>(readers);
        Collections.shuffle(shuffled, random);
        for (var i = 0; i < number; i++) {
            if (!sink.awaitArrivals(from + mails * i / number, PATIENCE)) {
                return;
            }
            leave(publication, issueId, shuffled.get(i));
            if (i % LEAVERS_TO_A_COMER == 0) {
                door.subscribe(publication, "zh", "late-%d@%s.example".formatted(i, publication));
                comers++;
            }
        }
    }

    private void leave(String publication, String issueId, Reader reader) throws InterruptedException {
        door.leave(reader.id(), publication);
        var language = reader.list().substring(publication.length() + 1);
        var subject = "%s:%s:full".formatted(issueId, language);
        leavings.add(new Leaving(reader.id(), subject, rowState(subject, reader)));
    }

    private String rowState(String subject, Reader reader) throws InterruptedException {
        var onList = readers.stream()
                .filter(each -> each.list().equals(reader.list()))
                .toList();
        var page = onList.indexOf(reader) / LedgerPage.MAX_ROWS + 1;
        while (true) {
            try {
                return store.rowState(subject, page, reader.id());
            } catch (MongoException e) {
                TimeUnit.MILLISECONDS.sleep(50); // killed at this very moment
            }
        }
    }

    List<Leaving> leavings() {
        return List.copyOf(leavings);
    }

    int comers() {
        return comers;
    }
}
