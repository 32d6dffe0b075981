package app.tidings.ingest.shortened;

import static app.tidings.ingest.FeedServer.say;
import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import app.tidings.ingest.Canary;
import app.tidings.ingest.FeedServer;
import app.tidings.platform.fetch.SafeFetcher;
import app.tidings.platform.fetch.SpecialHosts;
import app.tidings.platform.fetch.TestSettings;
import java.net.InetAddress;
import java.net.URI;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ShortAddressesIT {

    private final FeedServer web = new FeedServer();
    private final SafeFetcher fetcher =
            new SafeFetcher(TestSettings.onLoopback("connect-timeout=1s", "first-byte-timeout=1s", "total-timeout=1s"));
    private final ShortAddresses.LookUps lookUps = new ShortAddresses(fetcher, Set.of("127.0.0.1")).begin();

    private final CountDownLatch closed = new CountDownLatch(1);

    @AfterEach
    void close() {
        closed.countDown();
        fetcher.close();
        web.close();
    }

    @Test
    void findsWhereAnAddressLeadsAndDoesNotGoThere() {
        redirect("/a", "https://blog.example/one?utm_source=short");

        assertThat(lookUps.behind(shortened("/a"))).contains(URI.create("https://blog.example/one?utm_source=short"));
        assertThat(web.requests("/a")).hasSize(1);
    }

    @Test
    void asksOnceForEachAddress() {
        redirect("/a", "https://blog.example/one");

        lookUps.behind(shortened("/a"));
        lookUps.behind(shortened("/a"));

        assertThat(web.requests("/a")).hasSize(1);
    }

    @Test
    void followsOneShortenerToTheNext() {
        redirect("/a", "/b");
        redirect("/b", "https://blog.example/%E6%96%87");

        assertThat(lookUps.behind(shortened("/a"))).contains(URI.create("https://blog.example/%E6%96%87"));
    }

    @Test
    void readsWhereAShortenerAnswersOnlyToReaders() {
        web.on("/a", exchange -> {
            if (exchange.getRequestMethod().equals("HEAD")) {
                exchange.sendResponseHeaders(405, -1);
            } else {
                exchange.getResponseHeaders().set("Location", "https://blog.example/one");
                say(exchange, 302, "moved");
            }
        });

        assertThat(lookUps.behind(shortened("/a"))).contains(URI.create("https://blog.example/one"));
    }

    @Test
    void leavesAnAddressThatLeadsNowhere() {
        redirect("/loop", "/loop");
        redirect("/odd", "javascript:alert(1)");
        web.on("/page", exchange -> say(exchange, 200, "a page"));

        assertThat(lookUps.behind(shortened("/loop"))).isEmpty();
        assertThat(lookUps.behind(shortened("/odd"))).isEmpty();
        assertThat(lookUps.behind(shortened("/page"))).isEmpty();
        assertThat(lookUps.behind(shortened("/gone"))).isEmpty();
    }

    /** 127.0.0.2 is a shortener that is public here; all else of this machine is inside. */
    @Test
    void neverGoesInwards() {
        try (var canary = new Canary();
                var inside = new Canary();
                var shortener = new FeedServer(InetAddress.ofLiteral("127.0.0.2"));
                var safe = new SafeFetcher(TestSettings.with(
                        "allowed-private=127.0.0.2/32", "extra-ports=%d,%d".formatted(canary.port(), inside.port())))) {
            var addresses = new ShortAddresses(safe, Set.of("127.0.0.2", "localhost"));
            for (var host : SpecialHosts.ALL) {
                var target = "http://%s:%d/".formatted(host, canary.port());
                shortener.on("/a", exchange -> {
                    exchange.getResponseHeaders().set("Location", asSent(target));
                    exchange.sendResponseHeaders(301, -1);
                });
                addresses.begin().behind(URI.create(shortener.url("/a")));
                addresses.begin().behind(URI.create("http://localhost:%d/".formatted(inside.port())));
            }
            assertThat(shortener.requests("/a")).hasSize(SpecialHosts.ALL.size());
            assertThat(canary.callers()).isEmpty();
            assertThat(inside.callers()).isEmpty();
        }
    }

    private static String asSent(String address) {
        return new String(address.getBytes(UTF_8), ISO_8859_1);
    }

    @Test
    void asksNobodyButShorteners() {
        assertThat(lookUps.behind(URI.create("http://localhost:1/a"))).isEmpty();
    }

    @Test
    void asksNoMoreThanAPollShouldTake() {
        for (var i = 0; i <= ShortAddresses.MAX_LOOKUPS; i++) {
            redirect("/" + i, "https://blog.example/" + i);
            lookUps.behind(shortened("/" + i));
        }

        assertThat(web.requests("/" + (ShortAddresses.MAX_LOOKUPS - 1))).hasSize(1);
        assertThat(web.requests("/" + ShortAddresses.MAX_LOOKUPS)).isEmpty();
    }

    @Test
    void asksAHostNoMoreThatIsAway() {
        web.on("/slow", exchange -> awaitClose());
        redirect("/a", "https://blog.example/one");

        assertThat(lookUps.behind(shortened("/slow"))).isEmpty();
        assertThat(lookUps.behind(shortened("/a"))).isEmpty();
        assertThat(web.requests("/a")).isEmpty();
    }

    private void awaitClose() {
        try {
            closed.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void redirect(String path, String target) {
        web.on(path, exchange -> {
            exchange.getResponseHeaders().set("Location", target);
            exchange.sendResponseHeaders(301, -1);
        });
    }

    private URI shortened(String path) {
        return URI.create(web.url(path));
    }
}
