package app.tidings.platform.fetch;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import javax.net.ssl.SSLContext;
import org.apache.hc.core5.ssl.SSLContexts;

/**
 * A small internet for tests: names with the addresses they answer, one set after the other as a rebinding name server gives
 * them, and a seam that records every address a connection is made to and leads it to a server on loopback.
 */
final class FakeNet {

    private final Map<String, Deque<List<InetAddress>>> names = new ConcurrentHashMap<>();
    private final List<InetSocketAddress> connects = new CopyOnWriteArrayList<>();
    private final List<String> lookups = new CopyOnWriteArrayList<>();
    private final InetSocketAddress server;

    FakeNet(InetSocketAddress server) {
        this.server = server;
    }

    /** The next lookup of the name that has no answer yet gives these; the last answer stays. */
    FakeNet name(String host, String... addresses) {
        names.computeIfAbsent(host, _ -> new ArrayDeque<>())
                .add(List.of(addresses).stream().map(InetAddress::ofLiteral).toList());
        return this;
    }

    SafeFetcher fetcher(FetchSettings settings) {
        return fetcher(settings, SSLContexts.createDefault());
    }

    SafeFetcher fetcher(FetchSettings settings, SSLContext trust) {
        return new SafeFetcher(settings, this::resolve, this::connecting, trust);
    }

    List<InetSocketAddress> connects() {
        return connects;
    }

    List<String> lookups() {
        return lookups;
    }

    private List<InetAddress> resolve(String host) throws UnknownHostException {
        lookups.add(host);
        var answers = names.get(host);
        if (answers == null) {
            throw new UnknownHostException(host);
        }
        synchronized (answers) {
            return answers.size() > 1 ? answers.removeFirst() : answers.getFirst();
        }
    }

    private InetSocketAddress connecting(InetSocketAddress checked) {
        connects.add(checked);
        return server;
    }
}
