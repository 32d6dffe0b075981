package app.tidings.curation.enrich;

import app.tidings.platform.fetch.HostGates;
import java.net.URI;
import java.util.concurrent.Semaphore;
import java.util.function.Function;

/**
 * Lets so many items at a time use processor and memory, and of one host only some: who waits for a host, for its turn there or
 * for its answer, takes nobody's slot meanwhile, and its wait for a turn is not taken for the host's own silence.
 */
final class Turns {

    private final Semaphore slots;
    private final HostGates hosts;
    private final int mostWaiting;

    /**
     * Makes the turns.
     *
     * @param slots items at a time that use processor and memory
     * @param perHost items at a time that ask one host
     * @param mostWaiting items at a time that wait for their turn at one host
     */
    Turns(int slots, int perHost, int mostWaiting) {
        this.slots = new Semaphore(slots, true);
        this.hosts = new HostGates(Math.clamp(perHost, 1, Math.max(1, slots / 2)));
        this.mostWaiting = mostWaiting;
    }

    /**
     * Does the work when it is the address's turn, and tells what came of it.
     *
     * @param crowded told instead, and at once, where too many wait for the host already
     */
    <T> T take(URI address, Function<Slot, T> work, T crowded) {
        try (var pass = hosts.enter(String.valueOf(address.getHost()), mostWaiting)) {
            if (pass == null) {
                return crowded;
            }
            try (var slot = Slot.among(slots)) {
                return work.apply(slot);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("called off while waiting for a turn", e);
        }
    }
}
