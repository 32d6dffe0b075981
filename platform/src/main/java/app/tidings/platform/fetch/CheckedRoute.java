package app.tidings.platform.fetch;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Proxy;
import java.net.Socket;
import java.net.SocketAddress;
import java.net.SocketException;
import java.util.List;
import java.util.function.UnaryOperator;
import org.apache.hc.client5.http.DnsResolver;
import org.apache.hc.client5.http.io.DetachedSocketFactory;
import org.apache.hc.core5.io.Closer;
import org.jspecify.annotations.Nullable;

/**
 * The way to one target. To the HTTP client it is the resolver, which knows only the addresses that were checked a moment
 * ago, and the maker of sockets, which connect to nothing else; so no second lookup can lead elsewhere. It can be cut off at
 * any moment from another thread.
 */
final class CheckedRoute implements DnsResolver, DetachedSocketFactory, AutoCloseable {

    private static final int MOST_ATTEMPTS = 4;

    private final List<InetSocketAddress> checked;
    private final UnaryOperator<InetSocketAddress> seam;
    private @Nullable Socket open;
    private boolean cut;

    /** @param seam what is really connected to for a checked address: itself, but for tests that record it */
    CheckedRoute(List<InetAddress> addresses, int port, UnaryOperator<InetSocketAddress> seam) {
        this.checked = addresses.stream()
                .limit(MOST_ATTEMPTS)
                .map(address -> new InetSocketAddress(address, port))
                .toList();
        this.seam = seam;
    }

    @Override
    public List<InetSocketAddress> resolve(String host, int port) {
        return checked;
    }

    @Override
    public InetAddress[] resolve(String host) {
        return checked.stream().map(InetSocketAddress::getAddress).toArray(InetAddress[]::new);
    }

    @Override
    public String resolveCanonicalHostname(String host) {
        return host;
    }

    @Override
    public synchronized Socket create(@Nullable Proxy proxy) throws IOException {
        if (cut) {
            throw new SocketException("the time is over");
        }
        var socket = new CheckedSocket();
        open = socket;
        return socket;
    }

    /** Ends what is going on, whatever it waits for, and lets nothing new begin. */
    synchronized void cut() {
        cut = true;
        close();
    }

    synchronized boolean isCut() {
        return cut;
    }

    /** Closes the bare socket: a polite end of a TLS session could wait for the other side. */
    @Override
    public synchronized void close() {
        Closer.closeQuietly(open);
    }

    private final class CheckedSocket extends Socket {

        CheckedSocket() {
            super(Proxy.NO_PROXY);
        }

        @Override
        public void connect(SocketAddress endpoint) throws IOException {
            connect(endpoint, 0);
        }

        @Override
        public void connect(SocketAddress endpoint, int timeout) throws IOException {
            if (!(endpoint instanceof InetSocketAddress address) || !checked.contains(address)) {
                throw new SocketException("not an address that was checked");
            }
            super.connect(seam.apply(address), timeout);
        }
    }
}
