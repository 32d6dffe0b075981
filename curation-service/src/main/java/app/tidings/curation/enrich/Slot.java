package app.tidings.curation.enrich;

import app.tidings.platform.fetch.FetchRequest;
import app.tidings.platform.fetch.Fetched;
import app.tidings.platform.fetch.SafeFetcher;
import app.tidings.platform.fetch.SafeFetcher.Room;
import java.util.concurrent.Semaphore;
import java.util.function.Supplier;

/**
 * A slot among those who use processor and memory, held by one job on one thread. It is left while the job only waits for
 * another server: a hundred that hang cost next to nothing. A body that turns out to be large is read in a slot.
 */
final class Slot implements Room, AutoCloseable {

    private final Semaphore slots;
    private boolean held;

    private Slot(Semaphore slots) {
        this.slots = slots;
    }

    /** The next slot that is free. */
    static Slot among(Semaphore slots) throws InterruptedException {
        var slot = new Slot(slots);
        slot.hold();
        return slot;
    }

    /** A slot that nobody else wants. */
    static Slot alone() {
        return new Slot(new Semaphore(1));
    }

    /** Does what only waits, such as a fetch, outside; holds a slot again afterwards. */
    <T> T waiting(Supplier<T> fetch) {
        close();
        try {
            return fetch.get();
        } finally {
            holdAgain();
        }
    }

    /** Fetches outside; a large body is read in the slot. */
    Fetched fetch(SafeFetcher fetcher, FetchRequest request) {
        return waiting(() -> fetcher.fetch(request, this));
    }

    @Override
    public boolean forLargeBody() throws InterruptedException {
        hold();
        return true;
    }

    private void hold() throws InterruptedException {
        if (!held) {
            slots.acquire();
            held = true;
        }
    }

    private void holdAgain() {
        try {
            hold();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("called off while waiting for a slot", e);
        }
    }

    @Override
    public void close() {
        if (held) {
            held = false;
            slots.release();
        }
    }
}
