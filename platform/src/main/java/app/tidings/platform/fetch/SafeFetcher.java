package app.tidings.platform.fetch;

import app.tidings.platform.address.AddressRules;
import app.tidings.platform.address.HttpUrl;
import app.tidings.platform.address.HttpUrl.Parsed;
import app.tidings.platform.fetch.Exchange.Hop;
import app.tidings.platform.fetch.Exchange.Tunnel;
import app.tidings.platform.fetch.Fetched.Answer;
import app.tidings.platform.fetch.Fetched.Failed;
import app.tidings.platform.fetch.Fetched.Reason;
import app.tidings.platform.fetch.NameLookup.Begun;
import app.tidings.platform.fetch.NameLookup.Resolver;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeoutException;
import java.util.function.UnaryOperator;
import javax.net.ssl.SSLContext;
import org.apache.hc.client5.http.ssl.DefaultClientTlsStrategy;
import org.apache.hc.client5.http.ssl.HostnameVerificationPolicy;
import org.apache.hc.core5.ssl.SSLContexts;

/**
 * The one way out to addresses that are not the operator's own. Each step of a fetch, the first as each redirect, is read
 * strictly, looked up, refused if any of its addresses is special, and sent to one of the very addresses that were checked,
 * with the name of the host for SNI, certificate and Host header. Bounded in time, rate, size, headers and redirects. One
 * instance serves any number of threads, virtual ones best.
 */
public final class SafeFetcher implements AutoCloseable {

    /**
     * Who fetches many bodies at a time gives room to large ones here, so that not all are large at once.
     *
     * @see FetchSettings#smallBody()
     */
    @FunctionalInterface
    public interface Room {

        /** Any number of bodies may be large. */
        Room AMPLE = () -> true;

        /** Asked once a body turns out to be large, each time; may wait for a while. False for no room: the fetch fails. */
        boolean forLargeBody() throws InterruptedException;
    }

    private record Step(Fetched result, long spentNanos) {}

    private final FetchSettings settings;
    private final AddressRules rules;
    private final NameLookup names;
    private final HostGates gates;
    private final UnaryOperator<InetSocketAddress> seam;
    private final ScheduledThreadPoolExecutor watchdog;
    private final Exchange exchange;

    public SafeFetcher(FetchSettings settings) {
        this(settings, NameLookup::bySystem, UnaryOperator.identity(), SSLContexts.createDefault());
    }

    /**
     * For tests: another way to look names up, another trust, and a seam that sees every address just before it is connected
     * to and says where the connection really goes.
     */
    SafeFetcher(FetchSettings settings, Resolver resolver, UnaryOperator<InetSocketAddress> seam, SSLContext trust) {
        this.settings = settings;
        this.rules = new AddressRules(settings.allowedPrivate(), settings.extraPorts(), settings.refusedHosts());
        this.names = new NameLookup(resolver);
        this.gates = new HostGates(settings.perHost());
        this.seam = seam;
        this.watchdog = new ScheduledThreadPoolExecutor(
                1, Thread.ofPlatform().daemon().name("fetch-watchdog").factory());
        this.watchdog.setRemoveOnCancelPolicy(true);
        var tls = new DefaultClientTlsStrategy(trust, HostnameVerificationPolicy.BUILTIN, null);
        this.exchange = new Exchange(settings, tls, watchdog);
    }

    /** Fetches with room for any body that the request allows. */
    public Fetched fetch(FetchRequest request) {
        return fetch(request, Room.AMPLE);
    }

    /**
     * Fetches; never throws for what the other side does: every failure is a {@link Failed} with its reason.
     *
     * @param room is asked when the body turns out to be large
     */
    public Fetched fetch(FetchRequest request, Room room) {
        return switch (HttpUrl.parse(request.url().toString())) {
            case Parsed.Bad(var reason) -> new Failed(Reason.BAD_URL, "not an address that can be fetched: " + reason);
            case Parsed.Good(var url) -> follow(Hop.first(url.withoutFragment(), request, room));
        };
    }

    private Fetched follow(Hop first) {
        var allowed = Math.min(settings.maxRedirects(), first.request().maxRedirects());
        var budget = settings.totalTimeout().toNanos();
        var hop = first;
        while (true) {
            var step = inTurn(hop, budget);
            if (allowed == 0
                    || !(step.result() instanceof Answer answer)
                    || !Redirect.is(answer.status(), hop.request().method())) {
                return told(hop, step.result());
            }
            if (hop.trail().size() == allowed) {
                return new Failed(Reason.TOO_MANY_REDIRECTS, "more than %d redirects".formatted(allowed));
            }
            var next = Redirect.next(hop, answer);
            if (next.isEmpty()) {
                return new Failed(Reason.BAD_REDIRECT, "a redirect leads to no address that can be fetched");
            }
            hop = next.get();
            budget -= step.spentNanos();
        }
    }

    /** A failure behind a redirect may be of another host than whoever asked knows. */
    private static Fetched told(Hop hop, Fetched result) {
        var host = hop.target().host().name();
        return result instanceof Failed(var reason, var detail)
                        && !hop.trail().isEmpty()
                        && !host.equals(hop.trail().getFirst().getHost())
                ? new Failed(reason, "it redirects to %s: %s".formatted(host, detail))
                : result;
    }

    /** Waiting for a turn costs no budget: it is our own politeness, or our own load, not the other side's slowness. */
    private Step inTurn(Hop hop, long budget) {
        try (var turn = gates.enter(hop.target().host().name(), settings.hostWait())) {
            var lookup = turn == null ? null : names.begin(hop.target().host(), settings.hostWait());
            if (lookup == null) {
                var what = turn == null ? "no turn at the host" : "no turn to look the host up";
                return new Step(
                        new Failed(Reason.TIMEOUT, what + " within " + Exchange.inWords(settings.hostWait())), 0);
            }
            var started = System.nanoTime();
            var result = checked(hop, lookup, budget);
            return new Step(result, System.nanoTime() - started);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return new Step(new Failed(Reason.TIMEOUT, "the fetch was called off"), 0);
        }
    }

    private Fetched checked(Hop hop, Begun lookup, long budget) throws InterruptedException {
        var started = System.nanoTime();
        try {
            var longest = Math.min(settings.connectTimeout().toNanos(), budget);
            var addresses = lookup.await(Duration.ofNanos(longest));
            var objection = rules.objection(hop.target(), addresses);
            if (objection.isPresent()) {
                return new Failed(Reason.FORBIDDEN_ADDRESS, objection.get());
            }
            var proxy = hop.request().proxy();
            return proxy == null
                    ? exchange.run(hop, route(addresses, hop.target()), null, budget - (System.nanoTime() - started))
                    : through(proxy, hop, addresses, budget - (System.nanoTime() - started));
        } catch (UnknownHostException e) {
            return new Failed(Reason.UNKNOWN_HOST, "the host has no address");
        } catch (TimeoutException e) {
            return new Failed(
                    Reason.TIMEOUT, "no address of the host within " + Exchange.inWords(settings.connectTimeout()));
        }
    }

    private CheckedRoute route(List<InetAddress> addresses, HttpUrl to) {
        return new CheckedRoute(addresses, to.port(), seam);
    }

    /** The proxy is the operator's own choice, so it may be anywhere; the target was checked as ever. */
    private Fetched through(URI proxy, Hop hop, List<InetAddress> target, long budget) throws InterruptedException {
        if (!settings.allowsProxy(proxy) || !(HttpUrl.parse(proxy.toString()) instanceof Parsed.Good(var url))) {
            return new Failed(
                    Reason.FORBIDDEN_ADDRESS,
                    "the proxy is none of those that the operator allows (tidings.fetch.proxies)");
        }
        var started = System.nanoTime();
        try {
            var longest = Duration.ofNanos(Math.min(settings.connectTimeout().toNanos(), budget));
            var lookup = names.begin(url.host(), longest);
            if (lookup == null) {
                return new Failed(Reason.TIMEOUT, "no turn to look the proxy up");
            }
            var route = route(lookup.await(longest), url);
            var tunnel = new Tunnel(url, target.getFirst());
            return exchange.run(hop, route, tunnel, budget - (System.nanoTime() - started));
        } catch (UnknownHostException e) {
            return new Failed(Reason.UNKNOWN_HOST, "the proxy has no address");
        } catch (TimeoutException e) {
            return new Failed(
                    Reason.TIMEOUT, "no address of the proxy within " + Exchange.inWords(settings.connectTimeout()));
        }
    }

    @Override
    public void close() {
        watchdog.shutdownNow();
        names.close();
    }
}
