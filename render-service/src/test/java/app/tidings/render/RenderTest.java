package app.tidings.render;

import app.tidings.platform.testing.SendRecords;
import app.tidings.platform.testing.TestBroker;
import app.tidings.platform.testing.TestFiles;
import app.tidings.platform.testing.TestStore;
import app.tidings.render.RawHttp.Answer;
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
            "tidings.render.print-again-after=200ms"
        })
public abstract class RenderTest {

    protected static final SendRecords SEND = SendRecords.toSharedBroker();
    protected static final Duration LONG = Duration.ofSeconds(60);
    private static final String TOKEN = "test-bootstrap-token-0123456789abcdef";

    @LocalServerPort
    private int port;

    @DynamicPropertySource
    static void properties(DynamicPropertyRegistry registry) {
        TestBroker.register(registry);
        TestStore.register(registry);
        var token = TestFiles.with(TOKEN);
        registry.add("tidings.access.api-token-file", token::toString);
    }

    /** Asks the running service, as everybody may. */
    protected RawHttp http() {
        return new RawHttp(port);
    }

    /** Asks with the token that programs have. */
    protected Answer api(String path) {
        return http().get(path, "Authorization: Bearer " + TOKEN);
    }
}
