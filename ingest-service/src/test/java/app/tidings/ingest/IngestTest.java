package app.tidings.ingest;

import app.tidings.platform.fixture.TestIssuer;
import app.tidings.platform.testing.TestBroker;
import app.tidings.platform.testing.TestFiles;
import app.tidings.platform.testing.TestStore;
import com.mongodb.client.MongoDatabase;
import java.time.Duration;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.http.HttpHeaders;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.web.servlet.client.RestTestClient;

/** Runs the service over the broker and the store of the tests; all subclasses share one context. */
@SpringBootTest(
        classes = IngestApplication.class,
        webEnvironment = WebEnvironment.RANDOM_PORT,
        properties = {
            "spring.config.name=ingest-service",
            "management.server.port=0",
            "tidings.outbox.sweep=200ms",
            "tidings.fetch.allowed-private=127.0.0.0/8",
            "tidings.fetch.per-host=32",
            "tidings.fetch.max-size=100KB",
            "tidings.fetch.first-byte-timeout=2s",
            "tidings.ingest.poll.per-host=32",
            "tidings.ingest.poll.host-gap=0s",
            "tidings.ingest.poll.beat=500ms",
            "tidings.ingest.poll.flush=50ms",
            "logging.level.app.tidings.ingest=ERROR"
        })
public abstract class IngestTest {

    public static final String API_TOKEN = "test-bootstrap-token-0123456789abcdef";
    public static final Duration LONG = Duration.ofSeconds(30);

    @Autowired
    protected MongoDatabase database;

    @LocalServerPort
    protected int port;

    @DynamicPropertySource
    static void properties(DynamicPropertyRegistry registry) {
        TestBroker.register(registry);
        TestStore.register(registry);
        var token = TestFiles.with(API_TOKEN + "\n");
        registry.add("tidings.access.api-token-file", token::toString);
        var issuer = TestIssuer.publicKeyFile();
        registry.add("tidings.access.jwt-public-key-file", issuer::toString);
        registry.add("tidings.access.jwt-issuer", () -> TestIssuer.ISSUER);
        registry.add("tidings.access.jwt-audience", () -> TestIssuer.AUDIENCE);
    }

    /** A publication that no other test has. */
    protected static String aPublication() {
        return "weekly-" + UUID.randomUUID();
    }

    /**
     * Starts a service of its own beside that of the other tests.
     *
     * @param more arguments that the tests differ in; that of the store is among them
     */
    public static ConfigurableApplicationContext start(
            SpringApplicationBuilder service, String database, String... more) {
        var all = Stream.of(
                "--server.port=0",
                "--management.server.port=0",
                "--spring.cloud.stream.kafka.binder.brokers=" + TestBroker.bootstrapServers(),
                "--tidings.group=" + database,
                "--tidings.mongo.database=" + database,
                "--tidings.access.api-token-file=" + TestFiles.with(API_TOKEN),
                "--tidings.fetch.allowed-private=127.0.0.0/8",
                "--tidings.ingest.poll.beat=300ms",
                "--tidings.ingest.poll.flush=50ms",
                "--tidings.ingest.poll.host-gap=0s",
                "--logging.level.app.tidings=ERROR");
        // a setting that is given twice would be a list of both
        var own = Stream.of(more).map(IngestTest::key).toList();
        return service.run(Stream.concat(all.filter(each -> !own.contains(key(each))), Stream.of(more))
                .toArray(String[]::new));
    }

    private static String key(String argument) {
        return argument.substring(0, argument.indexOf('='));
    }

    /** A client of such a service's API that holds the token. */
    public static RestTestClient api(ConfigurableApplicationContext service) {
        return api(service.getEnvironment().getRequiredProperty("local.server.port", Integer.class));
    }

    /** A client of the service's API that holds the token. */
    protected RestTestClient api() {
        return api(port);
    }

    private static RestTestClient api(int port) {
        return anybody(port)
                .mutate()
                .defaultHeader(HttpHeaders.AUTHORIZATION, "Bearer " + API_TOKEN)
                .build();
    }

    /** A client of the service's API without a token. */
    protected RestTestClient anybody() {
        return anybody(port);
    }

    private static RestTestClient anybody(int port) {
        return RestTestClient.bindToServer().baseUrl("http://127.0.0.1:" + port).build();
    }
}
