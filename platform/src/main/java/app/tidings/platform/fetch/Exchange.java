package app.tidings.platform.fetch;

import static java.util.concurrent.TimeUnit.MILLISECONDS;
import static java.util.concurrent.TimeUnit.NANOSECONDS;

import app.tidings.platform.address.HttpUrl;
import app.tidings.platform.fetch.BodyReader.OutOfBounds;
import app.tidings.platform.fetch.Fetched.Failed;
import app.tidings.platform.fetch.Fetched.Reason;
import app.tidings.platform.fetch.SafeFetcher.Room;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ScheduledExecutorService;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLSocket;
import org.apache.hc.client5.http.ConnectTimeoutException;
import org.apache.hc.client5.http.impl.io.DefaultHttpClientConnectionOperator;
import org.apache.hc.client5.http.impl.io.DefaultManagedHttpClientConnection;
import org.apache.hc.client5.http.io.ManagedHttpClientConnection;
import org.apache.hc.client5.http.ssl.TlsSocketStrategy;
import org.apache.hc.core5.http.ClassicHttpRequest;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.HttpException;
import org.apache.hc.core5.http.HttpHost;
import org.apache.hc.core5.http.MessageConstraintException;
import org.apache.hc.core5.http.config.Http1Config;
import org.apache.hc.core5.http.impl.io.DefaultHttpResponseParserFactory;
import org.apache.hc.core5.http.impl.io.HttpRequestExecutor;
import org.apache.hc.core5.http.impl.io.SocketHolder;
import org.apache.hc.core5.http.io.SocketConfig;
import org.apache.hc.core5.http.message.BasicClassicHttpRequest;
import org.apache.hc.core5.http.protocol.HttpContext;
import org.apache.hc.core5.http.protocol.HttpCoreContext;
import org.apache.hc.core5.util.Timeout;
import org.jspecify.annotations.Nullable;

/**
 * One request and its answer. Each has a connection of its own, so nothing that is left of one answer can get into another.
 * What HTTP clients do unasked, such as cookies, authentication, retries and upgrades, is not switched off here but absent.
 */
final class Exchange {

    /**
     * One step of a fetch: what is asked for where, and the addresses that were asked before.
     *
     * @param movedTo where permanent redirects alone have led so far; null for nowhere
     * @param room for a large body
     */
    record Hop(
            HttpUrl target,
            FetchRequest request,
            List<URI> trail,
            @Nullable URI movedTo,
            Room room) {

        static Hop first(HttpUrl target, FetchRequest request, Room room) {
            return new Hop(target, request, List.of(), null, room);
        }
    }

    /** A way through a proxy: where it is, and the checked address to which it is to connect. */
    record Tunnel(HttpUrl proxy, InetAddress target) {}

    private static final Http1Config LIMITS = Http1Config.custom()
            .setMaxLineLength(16 * 1024)
            .setMaxHeaderCount(200)
            .setMaxEmptyLineCount(10)
            .build();
    private final FetchSettings settings;
    private final TlsSocketStrategy tls;
    private final ScheduledExecutorService watchdog;
    private final HttpMessage message;
    private final HttpRequestExecutor executor = new HttpRequestExecutor();

    Exchange(FetchSettings settings, TlsSocketStrategy tls, ScheduledExecutorService watchdog) {
        this.settings = settings;
        this.message = new HttpMessage(settings);
        this.tls = tls;
        this.watchdog = watchdog;
    }

    /**
     * Asks, reads the answer and hangs up, within the budget of time.
     *
     * @param tunnel the way through a proxy, to which the route then leads; null for the way to the target itself
     */
    Fetched run(Hop hop, CheckedRoute route, @Nullable Tunnel tunnel, long budgetNanos) {
        var end = watchdog.schedule(route::cut, budgetNanos, NANOSECONDS);
        try (route) {
            return ask(hop, route, tunnel);
        } catch (IOException | HttpException e) {
            return route.isCut()
                    ? new Failed(
                            Reason.TIMEOUT, "the fetch took longer than %s".formatted(inWords(settings.totalTimeout())))
                    : failed(e);
        } finally {
            end.cancel(false);
        }
    }

    private Fetched ask(Hop hop, CheckedRoute route, @Nullable Tunnel tunnel) throws IOException, HttpException {
        var connection = new SilentConnection();
        var context = HttpCoreContext.create();
        try {
            connect(connection, tunnel == null ? hop.target() : tunnel.proxy(), route, context);
        } catch (SocketException e) {
            if (route.isCut()) {
                throw e;
            }
            return new Failed(Reason.UNREACHABLE, "no connection to the " + (tunnel == null ? "host" : "proxy"));
        }
        var refusal = tunnel == null ? null : dig(connection, hop.target(), tunnel, route, context);
        return refusal == null
                ? message.answer(hop, executor.execute(message.request(hop), connection, context))
                : refusal;
    }

    private void connect(
            ManagedHttpClientConnection connection, HttpUrl target, CheckedRoute route, HttpContext context)
            throws IOException {
        var timeout = millis(settings.connectTimeout());
        var silence = SocketConfig.custom()
                .setSoTimeout(millis(settings.firstByteTimeout()))
                .build();
        operator(route).connect(connection, host(target), null, null, timeout, silence, null, context);
    }

    private DefaultHttpClientConnectionOperator operator(CheckedRoute route) {
        return new DefaultHttpClientConnectionOperator(
                route, null, route, scheme -> scheme.equals("https") ? tls : null);
    }

    private static HttpHost host(HttpUrl url) {
        return new HttpHost(url.scheme(), url.host().name(), url.port());
    }

    /** Lets the proxy connect to the checked address, of which it learns no name; null where it did, else why not. */
    private @Nullable Failed dig(
            ManagedHttpClientConnection connection,
            HttpUrl target,
            Tunnel tunnel,
            CheckedRoute route,
            HttpCoreContext context)
            throws IOException, HttpException {
        var literal = tunnel.target().getHostAddress();
        var authority = (literal.contains(":") ? "[" + literal + "]" : literal) + ":" + target.port();
        var request = new BasicClassicHttpRequest("CONNECT", host(tunnel.proxy()), authority);
        request.addHeader("Host", authority);
        request.addHeader("User-Agent", settings.userAgent());
        try (var response = executor.execute(request, connection, context)) {
            if (response.getCode() / 100 != 2) {
                return new Failed(
                        Reason.UNREACHABLE,
                        "the proxy does not connect to the host (%d)".formatted(response.getCode()));
            }
            if (target.secure()) {
                operator(route).upgrade(connection, host(target), null, null, context);
            }
            return null;
        }
    }

    private Failed failed(Exception fault) {
        return switch (fault) {
            case OutOfBounds bound -> bound.failure();
            case ConnectTimeoutException _ ->
                new Failed(Reason.TIMEOUT, "no connection within %s".formatted(inWords(settings.connectTimeout())));
            case SocketTimeoutException _ ->
                new Failed(
                        Reason.TIMEOUT, "the server was silent for %s".formatted(inWords(settings.firstByteTimeout())));
            case SSLException _ -> new Failed(Reason.TLS, "no trusted TLS connection to the host");
            case MessageConstraintException _ ->
                new Failed(Reason.PROTOCOL, "the answer's headers are too many or too long");
            default -> new Failed(Reason.PROTOCOL, "the answer is not whole or not HTTP");
        };
    }

    static String inWords(Duration limit) {
        return limit.toMillis() % 1000 == 0 ? limit.toSeconds() + " s" : limit.toMillis() + " ms";
    }

    private static Timeout millis(Duration duration) {
        return Timeout.of(Math.max(1, duration.toMillis()), MILLISECONDS);
    }

    /** A connection that logs nothing at any level: requests may carry secrets. */
    private static final class SilentConnection extends DefaultManagedHttpClientConnection {

        SilentConnection() {
            super("fetch", null, null, LIMITS, null, null, null, new DefaultHttpResponseParserFactory(LIMITS));
        }

        @Override
        public void bind(Socket socket) throws IOException {
            bind(new SocketHolder(socket));
        }

        @Override
        public void bind(SSLSocket tls, Socket socket) throws IOException {
            bind(new SocketHolder(tls, socket));
        }

        @Override
        protected void onRequestSubmitted(ClassicHttpRequest request) {}

        @Override
        protected void onResponseReceived(ClassicHttpResponse response) {}
    }
}
