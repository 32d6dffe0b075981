package app.tidings.platform.fetch;

import static java.util.concurrent.TimeUnit.NANOSECONDS;

import app.tidings.platform.address.Host;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/**
 * Looks names up on threads of its own: the platform's lookup cannot be stopped and would hold a virtual thread's carrier for
 * as long as a name server is silent. Each lookup keeps its place until it ends, also when nobody waits for it any more.
 */
final class NameLookup implements AutoCloseable {

    /** Where names are looked up: the system, or a test's own table. */
    @FunctionalInterface
    interface Resolver {
        List<InetAddress> resolve(String host) throws UnknownHostException;
    }

    /** A lookup that has begun. */
    @FunctionalInterface
    interface Begun {
        /** All addresses of the host; never none. */
        List<InetAddress> await(Duration longest) throws UnknownHostException, TimeoutException, InterruptedException;
    }

    static final int PLACES = 256;

    private final Resolver resolver;
    private final Semaphore places = new Semaphore(PLACES, true);
    private final ExecutorService threads = Executors.newThreadPerTaskExecutor(
            Thread.ofPlatform().daemon().name("name-lookup-", 0).factory());

    NameLookup(Resolver resolver) {
        this.resolver = resolver;
    }

    static List<InetAddress> bySystem(String host) throws UnknownHostException {
        return List.of(InetAddress.getAllByName(host));
    }

    /** Waits for a place and begins; null if none came free in time. */
    @Nullable
    Begun begin(Host host, Duration longest) throws InterruptedException {
        var literal = host.literal();
        if (literal != null) {
            return _ -> List.of(literal);
        }
        if (!places.tryAcquire(longest.toNanos(), NANOSECONDS)) {
            return null;
        }
        var answer = threads.submit(() -> {
            try {
                return resolver.resolve(host.name());
            } finally {
                places.release();
            }
        });
        return limit -> addresses(host, answer, limit);
    }

    private static List<InetAddress> addresses(Host host, Future<List<InetAddress>> answer, Duration longest)
            throws UnknownHostException, TimeoutException, InterruptedException {
        try {
            var addresses = answer.get(longest.toNanos(), NANOSECONDS);
            if (addresses.isEmpty()) {
                throw new UnknownHostException(host.name());
            }
            return List.copyOf(addresses);
        } catch (ExecutionException e) {
            throw unknown(host, e);
        }
    }

    @Override
    public void close() {
        threads.shutdownNow();
    }

    private static UnknownHostException unknown(Host host, ExecutionException cause) {
        var unknown = new UnknownHostException(host.name());
        unknown.initCause(cause);
        return unknown;
    }
}
