package app.tidings.platform.fetch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import app.tidings.platform.fetch.Fetched.Answer;
import app.tidings.platform.fetch.Fetched.Failed;
import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.apache.hc.core5.ssl.SSLContexts;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Names whose servers are silent harm nobody but themselves. */
class SilentNamesTest {

    private static final int POLLS = 64;
    private static final Duration LONG = Duration.ofSeconds(20);

    private final CountDownLatch silence = new CountDownLatch(1);
    private final AtomicInteger waiting = new AtomicInteger();
    private final ExecutorService polls = Executors.newVirtualThreadPerTaskExecutor();
    private HostileServer server;

    @BeforeEach
    void start() throws IOException {
        server = new HostileServer().on("/", "HTTP/1.1 200 OK\r\nContent-Length: 5\r\n\r\nhello");
    }

    @AfterEach
    void stop() throws IOException {
        silence.countDown();
        polls.close();
        server.close();
    }

    @Test
    void stallNoOtherFetch() {
        try (var fetcher = fetcher()) {
            askForSilentNames(fetcher, POLLS);

            assertThat(fetcher.fetch(get("good.example"))).isInstanceOf(Answer.class);
        }
    }

    @Test
    void holdTheirPlacesUntilTheirLookupsEnd() {
        try (var fetcher = fetcher("host-wait=100ms")) {
            askForSilentNames(fetcher, NameLookup.PLACES);
            assertThat(fetcher.fetch(get("good.example")))
                    .isInstanceOfSatisfying(
                            Failed.class,
                            failed -> assertThat(failed.detail()).startsWith("no turn to look the host up"));

            silence.countDown();

            await().atMost(LONG)
                    .untilAsserted(
                            () -> assertThat(fetcher.fetch(get("good.example"))).isInstanceOf(Answer.class));
        }
    }

    private void askForSilentNames(SafeFetcher fetcher, int count) {
        IntStream.range(0, count)
                .forEach(nth -> polls.execute(() -> fetcher.fetch(get("silent%d.example".formatted(nth)))));
        await().atMost(LONG).until(() -> waiting.get() == count);
    }

    private SafeFetcher fetcher(String... changes) {
        return new SafeFetcher(
                TestSettings.with(changes), this::resolve, _ -> server.address(), SSLContexts.createDefault());
    }

    private List<InetAddress> resolve(String host) throws UnknownHostException {
        if (host.startsWith("silent")) {
            waiting.incrementAndGet();
            try {
                silence.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            throw new UnknownHostException(host);
        }
        return List.of(InetAddress.ofLiteral("93.184.216.34"));
    }

    private static FetchRequest get(String host) {
        return FetchRequest.get(URI.create("http://" + host + "/"));
    }
}
