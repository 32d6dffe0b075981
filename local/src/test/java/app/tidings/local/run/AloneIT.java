package app.tidings.local.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import app.tidings.local.FreePorts;
import app.tidings.local.newsroom.Newsroom;
import app.tidings.local.stage.Api;
import app.tidings.local.stage.Editor;
import app.tidings.local.stage.Editor.Issue;
import app.tidings.local.stage.Patience;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** Each service works with the other three absent, and catches up when they come: here only one of them ever runs. */
class AloneIT {

    private static final Path ROOT = Path.of("..").toAbsolutePath().normalize();
    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final String PUBLICATION = "tidings-weekly";
    private static final String READER = "kim@readers.example";

    /** A list that each of them serves, to those who may read it. */
    private static final Map<Service, String> LISTS = Map.of(
            Service.INGEST,
            "/api/v1/sources?publication=" + PUBLICATION,
            Service.CURATION,
            "/api/v1/publications",
            Service.RENDER,
            "/api/v1/editions?publication=" + PUBLICATION,
            Service.NOTIFY,
            "/api/v1/deliveries");

    @TempDir(cleanup = CleanupMode.ON_SUCCESS)
    private Path directory;

    private final HttpClient client = HttpClient.newHttpClient();
    private final Patience patience = Patience.silent(Duration.ofMinutes(10));
    private Newsroom newsroom;
    private Installation installation;
    private Ground ground;
    private MongoClient store;
    private QuickStart quickStart;

    @BeforeEach
    void layTheGround() {
        newsroom = Newsroom.onThisMachine(directory.resolve("newsroom"), FreePorts.one(), Clock.systemUTC());
        var home = Home.at(directory.resolve("home"));
        installation = new Installation(home, Ports.free(), Secrets.in(home), newsroom.address());
        ground = Ground.open(installation);
        quickStart = QuickStart.in(ROOT, home.logs().resolve("prepare.log"));
        store = MongoClients.create(
                "mongodb://127.0.0.1:" + installation.ports().store());
    }

    @AfterEach
    void clear() {
        store.close();
        ground.close();
        newsroom.close();
        client.close();
    }

    @Test
    void playTheirPartsOneAfterAnother() {
        alone(Service.CURATION, curation -> curation.get("/api/v1/publications/" + PUBLICATION, JsonNode.class));
        alone(Service.NOTIFY, this::subscribe);
        alone(Service.INGEST, this::findLinks);
        var issue = new String[1];
        alone(Service.CURATION, curation -> issue[0] = approveAnIssue(curation));
        alone(Service.RENDER, this::readThePage);
        alone(Service.NOTIFY, notify -> awaitTheMail(notify, issue[0]));
        alone(Service.CURATION, curation -> new Editor(curation, patience).awaitDone(issue[0], Issue::state));

        assertThat(ground.mailbox().mails()).hasSize(2);
    }

    private void subscribe(Api notify) {
        await("notify knows the publication")
                .atMost(PATIENCE)
                .until(() -> notify.text("/subscribe").contains("Tidings Weekly")
                        || notify.text("/subscribe").contains("潮汐周刊"));
        notify.postForm("/subscribe", Map.of("publication", PUBLICATION, "email", READER, "language", "en"));
        await("a mail to confirm")
                .atMost(PATIENCE)
                .until(() -> !ground.mailbox().mails().isEmpty());
        var mail = mailbox()
                .text("/messages/" + ground.mailbox().mails().getFirst().id() + "/html");
        var link = URI.create(
                Jsoup.parse(mail).select("a[href*=/subscribe/confirm]").attr("href"));
        notify.postForm(link.getRawPath() + "?" + link.getRawQuery(), Map.of());
    }

    private Api mailbox() {
        return new Api(client, "the mailbox", URI.create(installation.mailboxAddress()), null, patience);
    }

    private void findLinks(Api ingest) {
        var feed = newsroom.address().resolve("harbour/feed.xml").toString();
        var source = Map.of("publication", PUBLICATION, "name", "Harbour Lights", "feedUrl", feed);
        await("ingest knows the publication")
                .atMost(PATIENCE)
                .ignoreExceptions()
                .until(() -> {
                    ingest.post("/api/v1/sources", source, JsonNode.class);
                    return true;
                });
        await("the feed is read")
                .atMost(PATIENCE)
                .until(() -> ingest.get("/api/v1/sources?publication=" + PUBLICATION, JsonNode.class)
                                .at("/sources/0/lastContent/counts/found")
                                .asInt(0)
                        > 0);
    }

    private String approveAnIssue(Api curation) {
        await("an item is looked up")
                .atMost(PATIENCE)
                .until(() -> firstItem(curation).path("enriched").asBoolean(false));
        var id = firstItem(curation).path("id").asString();
        var editor = new Editor(curation, patience);
        var issue = editor.begin(PUBLICATION, Map.of("zh", "头条", "en", "Headline"), "one")
                .id();
        editor.take(id, issue, "articles", Map.of("title", "A title", "comment", "A comment."));
        editor.approve(issue, "SUBSCRIBERS");
        return issue;
    }

    private static JsonNode firstItem(Api curation) {
        return curation.get("/api/v1/items?limit=1&publication=" + PUBLICATION, JsonNode.class)
                .at("/items/0");
    }

    private void readThePage(Api render) {
        await("the page is there")
                .atMost(PATIENCE)
                .ignoreExceptions()
                .until(() -> render.text("/%s/en/1".formatted(PUBLICATION)).contains("A comment."));
    }

    private void awaitTheMail(Api notify, String issue) {
        await("the mail arrives")
                .atMost(PATIENCE)
                .until(() -> ground.mailbox().mails().size() == 2);
        await("the sending is over")
                .atMost(PATIENCE)
                .until(() -> notify.get("/api/v1/deliveries/" + Api.encoded(issue + ":en:full"), JsonNode.class)
                                .at("/counts/sent")
                                .asInt(0)
                        == 1);
    }

    /** Runs the service alone while the act is played, and until it has told all that it has to tell. */
    private void alone(Service service, Consumer<Api> act) {
        var process = start(service);
        try {
            await(service + " is ready").atMost(PATIENCE).until(() -> {
                assertThat(process.isAlive()).as(service + " runs").isTrue();
                return Condition.ofService(installation.ports().management(service))
                        .up();
            });
            servesItsApi(service);
            act.accept(Api.of(installation, service, client, patience));
            await("nothing is left to tell")
                    .atMost(PATIENCE)
                    .until(() -> store.getDatabase("tidings_" + service.word())
                                    .getCollection("pending")
                                    .countDocuments()
                            == 0);
        } finally {
            process.destroy();
            end(service, process);
        }
    }

    private void servesItsApi(Service service) {
        var api = Api.of(installation, service, client, patience);
        var described = api.get("/api/v1/%s/openapi.json".formatted(service.word()), JsonNode.class);
        assertThat(described.at("/openapi").asString()).startsWith("3.");
        var list = Objects.requireNonNull(LISTS.get(service));
        assertThat(api.get(list, JsonNode.class).isObject()).isTrue();
        assertThat(statusWithoutToken(service, list)).isEqualTo(401);
    }

    private static void end(Service service, Process process) {
        try {
            assertThat(process.waitFor(PATIENCE))
                    .as(service + " ends when it is told to")
                    .isTrue();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            process.destroyForcibly();
        }
    }

    private Process start(Service service) {
        try {
            var command = new Commands(ROOT, installation).of(service.module());
            quickStart.prepare(command);
            return new ProcessBuilder(quickStart.quick(command))
                    .redirectErrorStream(true)
                    .redirectOutput(
                            installation.home().logs().resolve(service + ".out").toFile())
                    .start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private int statusWithoutToken(Service service, String path) {
        try {
            return get(installation.address(service) + path).statusCode();
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private HttpResponse<String> get(String address) throws IOException, InterruptedException {
        return client.send(HttpRequest.newBuilder(URI.create(address)).build(), BodyHandlers.ofString());
    }
}
