package app.tidings.notify;

import app.tidings.contracts.Profile;
import app.tidings.contracts.PublicationEvent;
import app.tidings.contracts.PublicationEvent.ProfileChanged;
import app.tidings.notify.channel.ScriptedRelay;
import app.tidings.notify.letter.TestLetters;
import app.tidings.notify.publication.Publications;
import app.tidings.platform.testing.SendRecords;
import app.tidings.platform.testing.TestBroker;
import app.tidings.platform.testing.TestFiles;
import app.tidings.platform.testing.TestStore;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.http.MediaType;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.web.servlet.client.RestTestClient;

/** The whole service with the real broker and store and a relay that does as it is told; one for all tests. */
@SpringBootTest(
        classes = NotifyApplication.class,
        webEnvironment = WebEnvironment.RANDOM_PORT,
        properties = {
            "spring.config.name=notify-service",
            "management.server.port=0",
            "tidings.notify.public-url=https://news.example.org",
            "tidings.notify.retry=200ms,200ms,200ms",
            "tidings.notify.lease=2s",
            "tidings.notify.look-again=100ms",
            "tidings.notify.sign-ups.per-address=1000000",
            "tidings.notify.sign-ups.per-net=1000000",
            "tidings.notify.sign-ups.all=1000000",
            "tidings.notify.sign-ups.trusted-proxies=127.0.0.1/32",
            "tidings.notify.smtp.answer-timeout=3s",
            "spring.main.banner-mode=off",
        })
public class RunningNotify {

    protected static final ScriptedRelay SINK = new ScriptedRelay();
    private static final Map<byte[], MimeMessage> READ = Collections.synchronizedMap(new IdentityHashMap<>());
    private static final String TOKEN = "test-token-of-at-least-thirty-two-characters";
    private static final Pattern LINK = Pattern.compile("https://news\\.example\\.org(/subscribe/\\S+)");

    @LocalServerPort
    private int port;

    @Autowired
    private Publications publications;

    @DynamicPropertySource
    static void register(DynamicPropertyRegistry registry) {
        TestStore.register(registry);
        TestBroker.register(registry);
        registry.add("tidings.notify.smtp.port", SINK::port);
        var key = Base64.getUrlEncoder().encodeToString(new byte[32]);
        registry.add("tidings.notify.token-key-file", () -> TestFiles.with("k1:" + key));
        registry.add("tidings.notify.address-key-file", () -> TestFiles.with("x".repeat(32)));
        registry.add("tidings.access.api-token-file", () -> TestFiles.with(TOKEN));
    }

    protected RestTestClient web() {
        return RestTestClient.bindToServer().baseUrl("http://127.0.0.1:" + port).build();
    }

    protected RestTestClient asEditor() {
        return web().mutate().defaultHeader("Authorization", "Bearer " + TOKEN).build();
    }

    protected int port() {
        return port;
    }

    /** A publication of its own for each test, told of by the broker. */
    protected String aPublication() {
        var id = "weekly-" + UUID.randomUUID().toString().substring(0, 8);
        tell(TestEditions.aProfile(id));
        return id;
    }

    /** Tells by the broker what a publication is like from now on. */
    protected void tell(Profile profile) {
        PublicationEvent event = new ProfileChanged(profile, Instant.now());
        SendRecords.toSharedBroker().event(event);
        eventually().until(() -> publications.find(profile.publicationId()).equals(Optional.of(profile)));
    }

    protected static String anAddress(String name) {
        return name + "-" + UUID.randomUUID().toString().substring(0, 8) + "@example.net";
    }

    /** Signs up through the API. */
    protected void signUp(String publication, String address, String language) {
        web().post()
                .uri("/api/v1/subscribers")
                .contentType(MediaType.APPLICATION_JSON)
                .body("""
                        {"publication": "%s", "email": "%s", "language": "%s"}""".formatted(publication, address, language))
                .exchange()
                .expectStatus()
                .isAccepted();
    }

    /** Signs up and confirms; the address gets editions from then on. */
    protected String subscribed(String publication, String name, String language) {
        var address = anAddress(name);
        signUp(publication, address, language);
        var confirm = link(awaitMail(address, 1));
        post(confirm).expectStatus().isOk();
        return address;
    }

    protected RestTestClient.ResponseSpec post(String pathAndQuery) {
        return web().post()
                .uri(URI.create("http://127.0.0.1:" + port + pathAndQuery))
                .exchange();
    }

    protected RestTestClient.ResponseSpec get(String pathAndQuery) {
        return web().get()
                .uri(URI.create("http://127.0.0.1:" + port + pathAndQuery))
                .exchange();
    }

    /** The mails that the address has got so far. */
    protected static List<MimeMessage> mailsTo(String address) {
        return SINK.messages().stream()
                .map(bytes -> READ.computeIfAbsent(bytes, RunningNotify::read))
                .filter(mail -> address.equals(header(mail, "To")))
                .toList();
    }

    private static MimeMessage read(byte[] bytes) {
        try {
            return TestLetters.read(bytes);
        } catch (MessagingException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The newest mail to the address, once there are so many. */
    protected static MimeMessage awaitMail(String address, int count) {
        eventually().until(() -> mailsTo(address).size() >= count);
        return mailsTo(address).get(count - 1);
    }

    protected static String header(MimeMessage mail, String name) {
        try {
            return mail.getHeader(name, null);
        } catch (MessagingException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Path and query of the first link of ours in the text part. */
    protected static String link(MimeMessage mail) {
        var matched = LINK.matcher(text(mail));
        if (!matched.find()) {
            throw new AssertionError("no link in the mail");
        }
        return matched.group(1);
    }

    protected static String text(MimeMessage mail) {
        try {
            return TestLetters.part(mail, 0);
        } catch (MessagingException | IOException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Path and query of the one-click link. */
    protected static String unsubscribeLink(MimeMessage mail) {
        return path(header(mail, "List-Unsubscribe").replaceAll("[<>]", ""));
    }

    /** Path and query of a link of ours. */
    protected static String path(String link) {
        return link.replace("https://news.example.org", "");
    }

    protected static ConditionFactory eventually() {
        return Awaitility.await().atMost(Duration.ofSeconds(30)).pollInterval(Duration.ofMillis(50));
    }
}
