package app.tidings.ingest.websub;

import static app.tidings.ingest.IngestTest.LONG;
import static app.tidings.ingest.SourceApi.part;
import static app.tidings.ingest.SourceApi.text;
import static app.tidings.ingest.feed.TestFeeds.item;
import static app.tidings.ingest.feed.TestFeeds.rss;
import static app.tidings.ingest.websub.HubStandIn.signature;
import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import app.tidings.contracts.Ids;
import app.tidings.contracts.LinkEvent;
import app.tidings.contracts.LinkEvent.LinkFound;
import app.tidings.ingest.FeedServer;
import app.tidings.ingest.IngestApplication;
import app.tidings.ingest.IngestTest;
import app.tidings.ingest.SourceApi;
import app.tidings.ingest.websub.HubStandIn.Asked;
import app.tidings.platform.testing.ReadTopic;
import app.tidings.platform.testing.TestStore;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Date;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.bson.Document;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.http.MediaType;

/** A service with a public address, and a hub that is strict. Without a hub a source is polled every two seconds. */
class WebsubIT {

    private static final String DATABASE = TestStore.freshDatabaseName();
    private static final String PATIENT = "--tidings.ingest.websub.retry=5s";
    private static final int PORT = freePort();
    private static final String PUBLIC = "http://127.0.0.1:" + PORT;

    private static ConfigurableApplicationContext service;

    private final FeedServer web = new FeedServer();
    private final HubStandIn hub = new HubStandIn(web, "/hub");
    private final String publication = "weekly-" + UUID.randomUUID();
    private SourceApi sources;

    @BeforeAll
    static void start() {
        service = service(DATABASE, PATIENT, "--server.port=" + PORT);
    }

    @AfterAll
    static void stop() {
        service.close();
    }

    @BeforeEach
    void signIn() {
        sources = new SourceApi(IngestTest.api(service));
    }

    @AfterEach
    void close() {
        web.close();
    }

    private static ConfigurableApplicationContext service(String database, String... more) {
        var all = Stream.of(
                "--tidings.mongo.uri=" + TestStore.uri(),
                "--tidings.outbox.sweep=200ms",
                "--tidings.fetch.per-host=32",
                "--tidings.fetch.small-body=20KB",
                "--tidings.ingest.public-url=" + PUBLIC,
                "--tidings.ingest.interval=2s",
                "--tidings.ingest.poll.per-host=32",
                "--tidings.ingest.poll.shortest-interval=2s");
        return IngestTest.start(
                IngestApplication.builder(),
                database,
                Stream.concat(all, Arrays.stream(more)).toArray(String[]::new));
    }

    private static int freePort() {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private String feed(String... items) {
        return feedAt(hub.address().toString(), items);
    }

    private String feedAt(String hubAddress, String... items) {
        var links = """
                <atom:link rel="hub" href="%s"/><atom:link rel="self" href="%s"/>""".formatted(hubAddress, web.url("/feed"));
        return rss(Stream.concat(Stream.of(links), Arrays.stream(items)).toArray(String[]::new));
    }

    private String address(String name) {
        return "https://a.example/%s/%s".formatted(publication, name);
    }

    private String follow(String document) {
        return sources.follow(publication, web.onFeed("/feed", document).url("/feed"));
    }

    private String followed() {
        return follow(feed(item("One", address("one"))));
    }

    private void awaitState(String id, String state) {
        await().atMost(LONG)
                .untilAsserted(() -> assertThat(part(sources.get(id), "push")).containsEntry("state", state));
    }

    /** Waits until its hub is relied on, so that it will not be polled for hours. */
    private void awaitRarePolls(String id) {
        await().atMost(LONG)
                .untilAsserted(
                        () -> assertThat(nextPoll(id)).isAfter(Instant.now().plus(Duration.ofHours(20))));
    }

    private Instant nextPoll(String id) {
        return Instant.parse(text(sources.get(id), "nextPollAt"));
    }

    private List<LinkEvent> found(String name) {
        return ReadTopic.events(LinkEvent.TOPIC, Ids.link(publication, address(name))).stream()
                .map(LinkEvent.class::cast)
                .toList();
    }

    private void awaitFound(String name) {
        await().atMost(LONG).untilAsserted(() -> assertThat(found(name)).hasExactlyElementsOfTypes(LinkFound.class));
    }

    @Test
    void anEntryThatIsPushedIsFoundThoughNobodyPolls() {
        var id = followed();
        awaitState(id, "active");
        awaitRarePolls(id);
        var polls = web.requests("/feed").size();

        hub.publish(web.url("/feed"), feed(item("Two", address("two"))));

        awaitFound("two");
        assertThat(web.requests("/feed")).hasSize(polls);
        var request = hub.asked().getFirst();
        assertThat(request.topic()).isEqualTo(web.url("/feed"));
        assertThat(request.callback()).startsWith(PUBLIC + "/websub/").hasSizeGreaterThan(PUBLIC.length() + 40);
        assertThat(request.leaseSeconds()).isEqualTo("864000");
        assertThat(part(sources.why(id), "push"))
                .containsEntry("state", "active")
                .containsEntry("hub", hub.address().toString())
                .doesNotContainEntry("lastContentAt", null);
        assertThat(sources.get(id).toString()).doesNotContain(request.secret(), secretPart(request.callback()));
    }

    private static String secretPart(String callback) {
        return callback.substring(callback.indexOf('.', PUBLIC.length()) + 1);
    }

    @Test
    void confirmsOnlyWhatWasAskedForByPlainText() {
        var id = followed();
        awaitState(id, "active");
        var asked = hub.asked().getFirst();

        assertThat(hub.answersToChallenges())
                .allSatisfy(answer -> assertThat(
                                answer.headers().firstValue("Content-Type").orElseThrow())
                        .startsWith("text/plain"))
                .allSatisfy(answer -> assertThat(answer.headers().firstValue("X-Content-Type-Options"))
                        .contains("nosniff"));
        assertThat(hub.call(asked.callback(), "subscribe", asked.topic(), "again")
                        .body())
                .isEqualTo("again");
        assertThat(hub.call(asked.callback(), "subscribe", web.url("/other"), "x")
                        .statusCode())
                .isEqualTo(404);
        assertThat(hub.call(asked.callback(), "unsubscribe", asked.topic(), "x").statusCode())
                .isEqualTo(404);
        assertThat(hub.call(asked.callback() + "0", "subscribe", asked.topic(), "x")
                        .statusCode())
                .isEqualTo(404);
        assertThat(hub.call(asked.callback(), "subscribe", asked.topic(), "x".repeat(1_001))
                        .statusCode())
                .isEqualTo(404);
        assertThat(hub.push(PUBLIC + "/websub/nobody", feed(), "")).isEqualTo(404);
    }

    @Test
    void contentThatIsNotRightlySignedIsAnsweredAndIgnored() {
        var id = followed();
        awaitState(id, "active");
        awaitRarePolls(id);
        var asked = hub.asked().getFirst();
        var forged = feed(item("Forged", address("forged")));
        var right = signature(asked, forged);

        assertThat(hub.push(asked.callback(), forged, "")).isEqualTo(202);
        assertThat(hub.push(
                        asked.callback(),
                        forged,
                        "sha256=" + (right.charAt(0) == '0' ? "1" : "0") + right.substring(1)))
                .isEqualTo(202);
        assertThat(hub.push(asked.callback(), forged + " ", "sha256=" + right)).isEqualTo(202);
        assertThat(hub.push(asked.callback(), forged, "md5=" + right)).isEqualTo(202);
        hub.publish(asked.topic(), feed(item("Right", address("right"))));

        awaitFound("right");
        assertThat(found("forged")).isEmpty();
        assertThat(part(sources.get(id), "push")).containsEntry("ignored", 4);
    }

    @Test
    void contentThatComesTwiceIsFoundOnce() {
        var id = followed();
        awaitState(id, "active");
        var document = feed(item("Two", address("two")), item("One", address("one")));

        hub.publish(web.url("/feed"), document);
        hub.publish(web.url("/feed"), document);
        awaitFound("two");
        hub.publish(web.url("/feed"), document);
        hub.publish(web.url("/feed"), feed(item("Three", address("three"))));

        awaitFound("three");
        awaitFound("two");
        awaitFound("one");
    }

    @Test
    void takesTheHubOfTheHeaderFirst() {
        var inFeed = feedAt(web.url("/other-hub"), item("One", address("one")));
        web.on("/feed", exchange -> {
            exchange.getResponseHeaders().set("Link", "<%s>; rel=hub, </feed>; rel=\"self\"".formatted(hub.address()));
            FeedServer.say(exchange, 200, inFeed);
        });
        var id = sources.follow(publication, web.url("/feed"));

        awaitState(id, "active");

        assertThat(hub.holds(web.url("/feed"))).isTrue();
        assertThat(web.requests("/other-hub")).isEmpty();
    }

    @Test
    void aLeaseIsRenewedBeforeItEndsByTheSameAddress() {
        hub.leasing(12);
        var id = sources.add(
                publication,
                web.onFeed("/feed", feed(item("One", address("one")))).url("/feed"));

        await().atMost(LONG).until(() -> hub.asked().size() >= 2);

        awaitState(id, "active");
        assertThat(hub.asked())
                .extracting(Asked::callback)
                .containsOnly(hub.asked().getFirst().callback());
        assertThat(pausesMillis()).allSatisfy(pause -> assertThat(pause).isBetween(10_000L, 15_000L));
        // whoever set an interval of an hour wants it kept
        assertThat(nextPoll(id)).isBefore(Instant.now().plus(Duration.ofMinutes(67)));
    }

    private List<Long> pausesMillis() {
        var asked = List.copyOf(hub.asked());
        return IntStream.range(1, asked.size())
                .mapToObj(i -> Duration.between(
                                asked.get(i - 1).at(), asked.get(i).at())
                        .toMillis())
                .toList();
    }

    @Test
    void twoReplicasRenewOnce() {
        hub.leasing(8);
        try (var other = service(DATABASE, PATIENT)) {
            var id = followed();
            awaitState(id, "active");

            await().atMost(LONG).until(() -> hub.asked().size() >= 3);

            assertThat(other.isRunning()).isTrue();
            assertThat(pausesMillis()).allSatisfy(pause -> assertThat(pause).isGreaterThan(6_000L));
        }
    }

    @Test
    void aLeaseThatLapsesIsFollowedByPollsAtOnce() {
        hub.leasing(6);
        var id = followed();
        awaitState(id, "active");
        hub.refusing(500);

        await().atMost(LONG)
                .untilAsserted(() -> assertThat(part(sources.get(id), "push"))
                        .containsEntry("state", "failing")
                        .containsEntry("reason", "the hub refuses with status 500"));
        var polls = web.requests("/feed").size();

        await().atMost(LONG).until(() -> web.requests("/feed").size() >= polls + 2);
    }

    @Test
    void aHubThatDeniesIsToldOfAndPollingGoesOn() {
        hub.denying("not <b>you</b>");
        var id = followed();

        awaitState(id, "denied");

        assertThat(part(sources.why(id), "push")).containsEntry("reason", "not <b>you</b>");
        var polls = web.requests("/feed").size();
        await().atMost(LONG).until(() -> web.requests("/feed").size() >= polls + 2);
        assertThat(hub.asked()).hasSize(1);
    }

    @Test
    void aHubThatDeniesLaterHasItsSourcePolledAtOnce() {
        var id = followed();
        awaitState(id, "active");
        awaitRarePolls(id);
        var polls = web.requests("/feed").size();

        assertThat(hub.deny(hub.asked().getFirst(), "").statusCode()).isEqualTo(200);

        await().atMost(LONG).until(() -> web.requests("/feed").size() > polls);
        assertThat(part(sources.get(id), "push"))
                .containsEntry("state", "denied")
                .containsEntry("reason", "the hub gives no reason");
    }

    @Test
    void aHubThatMissedSomethingIsNotReliedOn() {
        var id = followed();
        awaitState(id, "active");
        awaitRarePolls(id);
        web.onFeed("/feed", feed(item("Missed", address("missed"))));

        sources.poll(id);

        awaitFound("missed");
        assertThat(nextPoll(id)).isBefore(Instant.now().plus(Duration.ofMinutes(1)));
    }

    @Test
    void aSourceThatIsRemovedIsLeftByItsHub() {
        var id = followed();
        awaitState(id, "active");
        var asked = hub.asked().getFirst();

        sources.client()
                .delete()
                .uri("/api/v1/sources/{id}", id)
                .exchange()
                .expectStatus()
                .isNoContent();

        await().atMost(LONG).until(() -> !hub.holds(asked.topic()));
        assertThat(hub.asked("unsubscribe"))
                .singleElement()
                .extracting(Asked::callback)
                .isEqualTo(asked.callback());
        var late = feed(item("Late", address("late")));
        assertThat(hub.push(asked.callback(), late, "sha256=" + signature(asked, late)))
                .isEqualTo(410);
    }

    @Test
    void whatComesForASourceThatIsArchivedIsNotTakenAndTheHubIsLeft() {
        var id = followed();
        awaitState(id, "active");
        var asked = hub.asked().getFirst();
        order(id, "archive");

        var late = feed(item("Late", address("late")));
        var status = hub.push(asked.callback(), late, "sha256=" + signature(asked, late));

        assertThat(status).isIn(202, 410); // the second where the hub has been left already

        await().atMost(LONG).until(() -> !hub.holds(asked.topic()));
        assertThat(found("late")).isEmpty();
    }

    private void order(String id, String word) {
        sources.client()
                .post()
                .uri("/api/v1/sources/{id}/{word}", id, word)
                .contentType(MediaType.APPLICATION_JSON)
                .exchange()
                .expectStatus()
                .isOk();
    }

    @Test
    void aFeedThatNamesAnotherHubIsFollowedThere() {
        var other = new HubStandIn(web, "/other-hub");
        var id = followed();
        awaitState(id, "active");
        awaitRarePolls(id);

        web.onFeed("/feed", feedAt(other.address().toString(), item("One", address("one"))));
        sources.poll(id);

        await().atMost(LONG).until(() -> other.holds(web.url("/feed")) && !hub.holds(web.url("/feed")));
        awaitState(id, "active");
    }

    @Test
    void neverAsksAHubInside() {
        var id = follow(feedAt("http://10.0.0.1/hub", item("One", address("one"))));

        awaitState(id, "failing");

        assertThat(text(part(sources.get(id), "push"), "reason")).startsWith("the hub: ");
        assertThat(subscriptions(id))
                .singleElement()
                .satisfies(each -> assertThat(each.getEmbedded(List.of("failure", "reason"), String.class))
                        .isEqualTo("forbidden-address"));
    }

    @Test
    void neverAsksItself() {
        var id = follow(feedAt(PUBLIC + "/websub/x", item("One", address("one"))));

        await().atMost(LONG)
                .untilAsserted(() -> assertThat(part(sources.get(id), "push"))
                        .containsEntry("reason", "its hub or its address there is none that we would ask"));
        assertThat(subscriptions(id)).isEmpty();
    }

    @Test
    void takesOnlySoMuchLargeContentAtATime() throws IOException {
        awaitState(followed(), "active");
        var asked = hub.asked().getFirst();
        var large = feed(item("Large", address("large"))) + " ".repeat(30_000);
        var sending = new ArrayList<Socket>();
        for (var i = 0; i < 4; i++) {
            sending.add(begun(URI.create(asked.callback()), large));
        }

        await().atMost(LONG)
                .untilAsserted(
                        () -> assertThat(hub.push(asked.callback(), large, "")).isEqualTo(503));
        hub.publish(asked.topic(), feed(item("Small", address("small"))));

        for (var each : sending) {
            try (each) {
                each.getOutputStream().write(' ');
                assertThat(new String(each.getInputStream().readNBytes(12), US_ASCII))
                        .isEqualTo("HTTP/1.1 202");
            }
        }
        hub.publish(asked.topic(), large);
        await().atMost(LONG).untilAsserted(() -> assertThat(found("large")).hasSize(1));
    }

    /** A request that wants one more byte. */
    private static Socket begun(URI callback, String content) throws IOException {
        var socket = new Socket(callback.getHost(), callback.getPort());
        socket.setSoTimeout((int) LONG.toMillis());
        socket.getOutputStream()
                .write("""
                        POST %s HTTP/1.1\r
                        Host: %s\r
                        Content-Type: application/rss+xml\r
                        Content-Length: %d\r
                        \r
                        %s""".formatted(callback.getPath(), callback.getAuthority(), content.length() + 1, content)
                        .getBytes(US_ASCII));
        return socket;
    }

    private static List<Document> subscriptions(String id) {
        return TestStore.client()
                .getDatabase(DATABASE)
                .getCollection("subscriptions")
                .find(new Document("sourceId", id))
                .into(new ArrayList<>());
    }

    @Test
    void aHubThatRefusesIsAskedOnlySoOftenInADay() {
        var database = TestStore.freshDatabaseName();
        hub.refusing(503);
        try (var impatient =
                service(database, "--tidings.ingest.websub.attempts=3", "--tidings.ingest.websub.retry=100ms")) {
            new SourceApi(IngestTest.api(impatient))
                    .follow(publication, web.onFeed("/feed", feed()).url("/feed"));

            var jobs = TestStore.client().getDatabase(database).getCollection("websubJobs");
            await().atMost(LONG)
                    .untilAsserted(() -> assertThat(jobs.find())
                            .singleElement()
                            .satisfies(job -> assertThat(job.getDate("due"))
                                    .isAfter(Date.from(Instant.now().plus(Duration.ofHours(23))))));
            assertThat(hub.asked()).hasSize(3);
        }
    }

    @Test
    void takesARefusalByRedirectForARefusalAndFollowsOneThatKeepsThePost() {
        web.on("/moved", exchange -> {
            exchange.getResponseHeaders().set("Location", "/hub");
            exchange.sendResponseHeaders(307, -1);
        });
        awaitState(follow(feedAt(web.url("/moved"), item("One", address("one")))), "active");

        web.on("/found", exchange -> {
            exchange.getResponseHeaders().set("Location", "/hub");
            exchange.sendResponseHeaders(302, -1);
        });
        web.onFeed("/second", feedAt(web.url("/found"), item("Two", address("two"))));
        var id = sources.follow(publication, web.url("/second"));

        await().atMost(LONG)
                .untilAsserted(() -> assertThat(part(sources.get(id), "push"))
                        .containsEntry("reason", "the hub refuses with status 302"));
    }
}
