package app.tidings.platform.fetch;

import static java.util.concurrent.TimeUnit.NANOSECONDS;

import java.time.Duration;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import org.jspecify.annotations.Nullable;

/** Lets so much of what is done with one host, such as fetches, run at a time, first come first served. Remembers only hosts that are in use. */
public final class HostGates {

    /** A turn at a host; closing it lets the next one in. */
    public interface Pass extends AutoCloseable {
        @Override
        void close();
    }

    private static final Duration EVER = Duration.ofNanos(Long.MAX_VALUE);

    private record Gate(Semaphore free, int users) {}

    private final ConcurrentHashMap<String, Gate> gates = new ConcurrentHashMap<>();
    private final int perHost;

    /** Makes the gates; so many may be at one host at a time. */
    public HostGates(int perHost) {
        this.perHost = perHost;
    }

    /** Waits for a turn; null if none came in time. */
    @Nullable
    Pass enter(String host, Duration longest) throws InterruptedException {
        return enter(join(host).free(), host, longest);
    }

    /** Waits for a turn however long that takes; null if so many wait already. */
    public @Nullable Pass enter(String host, int mostWaiting) throws InterruptedException {
        var gate = join(host);
        if (gate.users() > perHost + mostWaiting) {
            leave(host);
            return null;
        }
        return enter(gate.free(), host, EVER);
    }

    private @Nullable Pass enter(Semaphore free, String host, Duration longest) throws InterruptedException {
        var entered = false;
        try {
            entered = free.tryAcquire(longest.toNanos(), NANOSECONDS);
        } finally {
            if (!entered) {
                leave(host);
            }
        }
        return !entered
                ? null
                : () -> {
                    free.release();
                    leave(host);
                };
    }

    int hostsInUse() {
        return gates.size();
    }

    private Gate join(String host) {
        return gates.merge(
                host,
                new Gate(new Semaphore(perHost, true), 1),
                (known, _) -> new Gate(known.free(), known.users() + 1));
    }

    private void leave(String host) {
        gates.computeIfPresent(host, (_, gate) -> gate.users() == 1 ? null : new Gate(gate.free(), gate.users() - 1));
    }
}
