package app.tidings.curation.enrich;

import app.tidings.platform.fetch.HostGates;
import java.net.URI;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.function.Supplier;

/**
 * Lets so many items be looked up at a time, and of one host only some of these: who waits for a slow host takes nobody's
 * place meanwhile, and its wait is not taken for the host's own silence.
 */
final class Turns {

    private static final Duration EVER = Duration.ofNanos(Long.MAX_VALUE);

    private final Semaphore places;
    private final HostGates hosts;

    Turns(int places, int perHost) {
        this.places = new Semaphore(places, true);
        this.hosts = new HostGates(Math.clamp(perHost, 1, Math.max(1, places / 2)));
    }

    /** Does the work when it is the address's turn, and tells what came of it. */
    <T> T take(URI address, Supplier<T> work) {
        try (var _ = hosts.enter(String.valueOf(address.getHost()), EVER)) {
            places.acquire();
            try {
                return work.get();
            } finally {
                places.release();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("called off while waiting for a turn", e);
        }
    }
}
