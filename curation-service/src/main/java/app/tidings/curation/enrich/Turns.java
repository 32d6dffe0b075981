package app.tidings.curation.enrich;

import java.net.URI;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.stream.Stream;

/**
 * Lets so many items be looked up at a time, and of one host only some of these: who waits for a slow host takes nobody's
 * place meanwhile, and its wait is not taken for the host's own silence.
 */
final class Turns {

    private static final int LANES = 256;

    private final Semaphore places;
    private final List<Semaphore> lanes;

    /**
     * Makes the turns.
     *
     * @param perHost how many of a host at a time; hosts that share a lane by chance wait for each other
     */
    Turns(int places, int perHost) {
        this.places = new Semaphore(places, true);
        var atMost = Math.clamp(perHost, 1, Math.max(1, places / 2));
        this.lanes =
                Stream.generate(() -> new Semaphore(atMost, true)).limit(LANES).toList();
    }

    /** Does the work when it is the address's turn. */
    void take(URI address, Runnable work) {
        var lane = lanes.get(Math.floorMod(String.valueOf(address.getHost()).hashCode(), LANES));
        within(lane, () -> within(places, work));
    }

    private static void within(Semaphore limit, Runnable work) {
        try {
            limit.acquire();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("called off while waiting for a turn", e);
        }
        try {
            work.run();
        } finally {
            limit.release();
        }
    }
}
