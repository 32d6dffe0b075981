package app.tidings.platform.fetch;

import static java.util.concurrent.TimeUnit.NANOSECONDS;
import static java.util.concurrent.TimeUnit.SECONDS;

import app.tidings.platform.address.Host;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeoutException;

/**
 * Looks names up on threads of its own: the platform's lookup cannot be stopped and would hold a virtual thread's carrier for
 * as long as a name server is silent.
 */
final class NameLookup implements AutoCloseable {

    /** Where names are looked up: the system, or a test's own table. */
    @FunctionalInterface
    interface Resolver {
        List<InetAddress> resolve(String host) throws UnknownHostException;
    }

    private static final int THREADS = 32;

    private final Resolver resolver;
    private final ThreadPoolExecutor threads;

    NameLookup(Resolver resolver) {
        this.resolver = resolver;
        this.threads = new ThreadPoolExecutor(
                THREADS,
                THREADS,
                10,
                SECONDS,
                new LinkedBlockingQueue<>(),
                Thread.ofPlatform().daemon().name("name-lookup-", 0).factory());
        this.threads.allowCoreThreadTimeOut(true);
    }

    static List<InetAddress> bySystem(String host) throws UnknownHostException {
        return List.of(InetAddress.getAllByName(host));
    }

    /** All addresses of the host; never none. */
    List<InetAddress> resolve(Host host, Duration longest)
            throws UnknownHostException, TimeoutException, InterruptedException {
        var literal = host.literal();
        if (literal != null) {
            return List.of(literal);
        }
        var answer = threads.submit(() -> resolver.resolve(host.name()));
        try {
            var addresses = answer.get(longest.toNanos(), NANOSECONDS);
            if (addresses.isEmpty()) {
                throw new UnknownHostException(host.name());
            }
            return List.copyOf(addresses);
        } catch (ExecutionException e) {
            throw unknown(host, e);
        } finally {
            answer.cancel(true);
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
