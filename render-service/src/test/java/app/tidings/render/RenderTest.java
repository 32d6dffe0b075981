package app.tidings.render;

import app.tidings.platform.testing.SendRecords;
import app.tidings.platform.testing.TestBroker;
import app.tidings.platform.testing.TestStore;
import java.time.Duration;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** Runs the service over the broker and the store of the tests; subclasses share one context. */
@SpringBootTest(
        classes = RenderApplication.class,
        webEnvironment = WebEnvironment.RANDOM_PORT,
        properties = {
            "spring.config.name=render-service",
            "management.server.port=0",
            "tidings.outbox.sweep=200ms",
            "tidings.render.public-url=https://news.example",
            "tidings.render.tell-again-after=1500ms",
            "tidings.render.tell-again-check=200ms"
        })
public abstract class RenderTest {

    protected static final SendRecords SEND = SendRecords.toSharedBroker();
    protected static final Duration LONG = Duration.ofSeconds(60);

    @LocalServerPort
    private int port;

    @DynamicPropertySource
    static void properties(DynamicPropertyRegistry registry) {
        TestBroker.register(registry);
        TestStore.register(registry);
    }

    /** Asks the running service. */
    protected RawHttp http() {
        return new RawHttp(port);
    }
}
