package app.tidings.notify;

import static app.tidings.notify.TestEditions.aProfile;
import static app.tidings.notify.TestEditions.anEdition;
import static app.tidings.notify.channel.ScriptedRelay.DOT;
import static org.assertj.core.api.Assertions.assertThat;

import app.tidings.contracts.PublicationEvent.ProfileChanged;
import app.tidings.notify.channel.ScriptedRelay;
import app.tidings.notify.letter.TestLetters;
import app.tidings.platform.testing.ChildJvm;
import app.tidings.platform.testing.SendRecords;
import app.tidings.platform.testing.TestBroker;
import app.tidings.platform.testing.TestStore;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.client.RestTestClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The service is killed while its mails are on the wire, and started again. */
class KillNotifyIT {

    private static final int CONNECTIONS = 8;
    private static final int READERS = 100;
    private static final String TOKEN = "test-token-of-at-least-thirty-two-characters";
    private static final Pattern CONFIRM = Pattern.compile("https://news\\.example\\.org(/subscribe/confirm\\S+)");

    private final ScriptedRelay relay = new ScriptedRelay();
    private final SendRecords neighbours = SendRecords.toSharedBroker();
    private final Map<String, String> settings = new TreeMap<>();
    private String publication;
    private ChildJvm notifier;

    @BeforeEach
    void start(@TempDir Path secrets) throws Exception {
        var key = "k1:" + Base64.getUrlEncoder().encodeToString(new byte[32]);
        settings.putAll(Map.of(
                "server.port",
                "0",
                "management.server.port",
                "0",
                "tidings.mongo.uri",
                TestStore.uri(),
                "tidings.mongo.database",
                TestStore.freshDatabaseName(),
                "spring.cloud.stream.kafka.binder.brokers",
                TestBroker.bootstrapServers(),
                "tidings.group",
                "test-" + UUID.randomUUID()));
        settings.putAll(Map.of(
                "tidings.notify.public-url",
                "https://news.example.org",
                "tidings.notify.smtp.port",
                String.valueOf(relay.port()),
                "tidings.notify.smtp.connections",
                String.valueOf(CONNECTIONS),
                "tidings.notify.lease",
                "2s",
                "tidings.notify.look-again",
                "100ms",
                "tidings.notify.sign-ups.per-address",
                "1000",
                "tidings.notify.sign-ups.per-net",
                "1000",
                "tidings.notify.token-key-file",
                secret(secrets, "token-key", key),
                "tidings.notify.address-key-file",
                secret(secrets, "address-key", "x".repeat(32)),
                "tidings.access.api-token-file",
                secret(secrets, "api-token", TOKEN)));
        notifier = startNotify();
        publication = "weekly-" + UUID.randomUUID().toString().substring(0, 8);
        neighbours.event(new ProfileChanged(aProfile(publication), Instant.now()));
        eventually().until(() -> get("/subscribe?publication=" + publication).contains("<form"));
        subscribeAll();
    }

    /** What runs in the other JVM. */
    public static void main(String... arguments) {
        var context = NotifyApplication.builder().run(arguments);
        ChildJvm.ready(context.getEnvironment().getRequiredProperty("local.server.port"));
    }

    private ChildJvm startNotify() {
        var arguments = settings.entrySet().stream()
                .map(each -> "--" + each.getKey() + "=" + each.getValue())
                .toArray(String[]::new);
        return ChildJvm.start(KillNotifyIT.class, arguments);
    }

    private static String secret(Path directory, String name, String text) throws IOException {
        return Files.writeString(directory.resolve(name), text).toString();
    }

    @AfterEach
    void end() throws Exception {
        notifier.close();
        relay.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"RCPT", DOT})
    void sendsEachMailOnceOrKnowsThatItCannotKnow(String verb) throws Exception {
        var before = relay.messages().size();
        var heard = heard(verb);
        var letGo = new CountDownLatch(1);
        relay.hold(verb, letGo);
        var edition = anEdition(publication, "zh");
        neighbours.event(edition);
        eventually().until(() -> heard(verb) - heard == CONNECTIONS);

        notifier.kill();
        relay.hold(verb, new CountDownLatch(0));
        letGo.countDown();
        notifier = startNotify();

        eventually()
                .until(() ->
                        sending(edition.editionId()).path("phase").asString("").equals("DONE"));
        var counts = sending(edition.editionId()).get("counts");
        assertThat(counts.get("unknown").asInt()).isBetween(1, CONNECTIONS);
        assertThat(counts.get("sent").asInt() + counts.get("unknown").asInt()).isEqualTo(READERS);
        assertThat(messageIds(before))
                .doesNotHaveDuplicates()
                .hasSizeBetween(counts.get("sent").asInt(), READERS);
        assertThat(Set.copyOf(recipients(before))).hasSameSizeAs(messageIds(before));
    }

    private void subscribeAll() {
        IntStream.range(0, READERS)
                .forEach(i -> web().post()
                        .uri("/api/v1/subscribers")
                        .contentType(MediaType.APPLICATION_JSON)
                        .body("""
                        {"publication": "%s", "email": "reader%d@example.net", "language": "zh"}""".formatted(publication, i))
                        .exchange()
                        .expectStatus()
                        .isAccepted());
        eventually().until(() -> relay.messages().size() == READERS);
        mails(0).forEach(mail -> web().post()
                .uri(URI.create("http://127.0.0.1:" + notifier.word() + confirmation(mail)))
                .exchange()
                .expectStatus()
                .isOk());
    }

    private static String confirmation(MimeMessage mail) {
        try {
            return CONFIRM.matcher(TestLetters.part(mail, 0))
                    .results()
                    .findFirst()
                    .orElseThrow()
                    .group(1);
        } catch (MessagingException | IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private List<MimeMessage> mails(int from) {
        var messages = relay.messages();
        return messages.subList(from, messages.size()).stream()
                .map(KillNotifyIT::read)
                .toList();
    }

    private static MimeMessage read(byte[] message) {
        try {
            return TestLetters.read(message);
        } catch (MessagingException e) {
            throw new IllegalStateException(e);
        }
    }

    private List<String> headers(int from, String name) {
        return mails(from).stream()
                .map(mail -> RunningNotify.header(mail, name))
                .toList();
    }

    private List<String> messageIds(int from) {
        return headers(from, "Message-ID");
    }

    private List<String> recipients(int from) {
        return headers(from, "To");
    }

    private long heard(String verb) {
        return relay.commands().stream()
                .filter(command -> command.startsWith(verb))
                .count();
    }

    private JsonNode sending(String subjectId) {
        return JsonMapper.shared().readTree(get("/api/v1/deliveries/" + subjectId));
    }

    private String get(String path) {
        return String.valueOf(
                web().get().uri(path).exchange().returnResult(String.class).getResponseBody());
    }

    private RestTestClient web() {
        return RestTestClient.bindToServer()
                .baseUrl("http://127.0.0.1:" + notifier.word())
                .defaultHeader("Authorization", "Bearer " + TOKEN)
                .build();
    }

    private static ConditionFactory eventually() {
        return Awaitility.await().atMost(Duration.ofSeconds(30)).pollInterval(Duration.ofMillis(50));
    }
}
