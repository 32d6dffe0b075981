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
            "tidings.ingest.rsshub=https://rsshub.invalid",
            "tidings.ingest.reddit.client-id=app",
            "tidings.ingest.npm.registry=https://npm.invalid",
            "tidings.ingest.npm.page=https://npm.invalid/{package}/{version}",
            "tidings.ingest.maven.repository=https://maven.invalid",
            "tidings.ingest.public-url=https://news.localhost",
            "tidings.ingest.submissions.trusted-proxies=127.0.0.1/32",
            "tidings.ingest.submissions.closed=closed-weekly",
            "tidings.ingest.submissions.per-host=8",
            "logging.level.app.tidings.ingest=ERROR"
        })
public abstract class IngestTest {

    public static final String API_TOKEN = "test-bootstrap-token-0123456789abcdef";
    public static final String REDDIT_SECRET = "reddit-secret-of-tests";
    public static final String GITHUB_SECRET = "github-webhook-secret-of-tests";
    public static final String TELEGRAM_SECRET = "telegram_webhook_secret_of_tests";

    /** Where no publication is known, sources of any may be added; other tests tell of some. */
    protected static final String HEARS_OF_PUBLICATIONS =
            "spring.cloud.stream.bindings.knowPublication-in-0.consumer.auto-startup";

    public static final Duration LONG = Duration.ofMinutes(1);

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
        registry.add("tidings.ingest.reddit.secret-file", () -> TestFiles.with(REDDIT_SECRET));
        registry.add("tidings.ingest.submissions.key-file", () -> TestFiles.with("k1:" + "A".repeat(43)));
        registry.add("tidings.ingest.submissions.github-secret-file", () -> TestFiles.with(GITHUB_SECRET));
        registry.add("tidings.ingest.submissions.telegram-secret-file", () -> TestFiles.with(TELEGRAM_SECRET));
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
     * @param more arguments that the tests differ in, each in place of the usual one; that of the store is among them
     */
    public static ConfigurableApplicationContext start(
            SpringApplicationBuilder service, String database, String... more) {
        var all = Stream.of(
                "--server.port=0",
                "--management.server.port=0",
                "--spring.cloud.stream.kafka.binder.brokers=" + TestBroker.bootstrapServers(),
                "--tidings.group=" + database,
                "--" + HEARS_OF_PUBLICATIONS + "=false",
                "--tidings.mongo.database=" + database,
                "--tidings.access.api-token-file=" + TestFiles.with(API_TOKEN),
                "--tidings.fetch.allowed-private=127.0.0.0/8",
                "--tidings.ingest.poll.beat=300ms",
                "--tidings.ingest.poll.flush=50ms",
                "--tidings.ingest.poll.host-gap=0s",
                "--logging.level.app.tidings=ERROR");
        var named = Stream.of(more).map(IngestTest::name).toList();
        var usual = all.filter(each -> !named.contains(name(each)));
        return service.run(Stream.concat(usual, Stream.of(more)).toArray(String[]::new));
    }

    private static String name(String argument) {
        return argument.substring(0, argument.indexOf('='));
    }

    /** A client of such a service's API that holds the token. */
    public static RestTestClient api(ConfigurableApplicationContext service) {
        return api(service.getEnvironment().getRequiredProperty("local.server.port", Integer.class));
    }

    /** The whole address of a path, for one that must go out just as it is written. */
    protected String address(String path) {
        return "http://127.0.0.1:" + port + path;
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
