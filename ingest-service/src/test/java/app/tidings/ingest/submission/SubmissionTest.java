package app.tidings.ingest.submission;

import static app.tidings.ingest.SourceApi.object;
import static app.tidings.ingest.SourceApi.text;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import app.tidings.contracts.Credit;
import app.tidings.contracts.Event;
import app.tidings.contracts.Ids;
import app.tidings.contracts.LinkEvent;
import app.tidings.contracts.Profile;
import app.tidings.contracts.Profile.EditionPlan;
import app.tidings.contracts.Profile.Imprint;
import app.tidings.contracts.Profile.Section;
import app.tidings.contracts.Profile.Style;
import app.tidings.contracts.PublicationEvent.ProfileChanged;
import app.tidings.contracts.Sighting;
import app.tidings.ingest.IngestTest;
import app.tidings.ingest.publication.Publications;
import app.tidings.platform.testing.ReadTopic;
import app.tidings.platform.testing.SendRecords;
import java.net.http.HttpClient;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import org.bson.Document;
import org.junit.jupiter.api.AfterEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.http.client.JdkClientHttpRequestFactory;
import org.springframework.test.web.servlet.client.RestTestClient;
import org.springframework.test.web.servlet.client.RestTestClient.ResponseSpec;

/** What tests of the ways in have in common: a publication that curation told of, and a caller whom nobody knows yet. */
public abstract class SubmissionTest extends IngestTest {

    protected static final SendRecords CURATION = SendRecords.toSharedBroker();
    protected static final String HOME = "https://news.localhost";

    private static final HttpClient HTTP =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    /** A page that no other test submits. */
    protected final String page =
            "https://a%s.example/page".formatted(UUID.randomUUID().toString().substring(0, 8));

    private final String caller =
            "192.0.%d.7".formatted(ThreadLocalRandom.current().nextInt(256));

    @Autowired
    private Publications publications;

    /** Other tests add sources to publications of their own, which needs that none is known. */
    @AfterEach
    void forgetPublications() {
        database.getCollection("publications").deleteMany(new Document());
        database.getCollection("budgets").deleteMany(new Document());
    }

    /** A publication that no other test has, told of by the broker. */
    protected String told() {
        return told(aPublication());
    }

    protected String told(String id) {
        CURATION.event(new ProfileChanged(profile(id), Instant.now()));
        await().atMost(LONG).until(() -> publications.find(id).isPresent());
        return id;
    }

    private static Profile profile(String id) {
        return new Profile(
                id,
                1,
                Map.of("zh", "潮汐周刊", "en", "Tidings Weekly"),
                Map.of(),
                "zh",
                "Asia/Shanghai",
                Map.of("zh", "{headline}"),
                List.of(new Section("articles", "🦄", Map.of("zh", "文章"), "article", null)),
                List.of(new EditionPlan("zh", EditionPlan.FULL)),
                new Style(Map.of(), 1000, Map.of(), Map.of(), 30),
                new Imprint("Publisher", null, null, null));
    }

    /** A client without a token, as the proxy shows it. */
    protected RestTestClient stranger() {
        return stranger(caller);
    }

    /** One who neither follows redirects nor waits as long as {@code Retry-After} says. */
    protected RestTestClient stranger(String address) {
        return RestTestClient.bindToServer(new JdkClientHttpRequestFactory(HTTP))
                .baseUrl(address(""))
                .defaultHeader("X-Forwarded-For", address)
                .build();
    }

    /** Submits through the API. */
    protected ResponseSpec submit(Map<String, ?> wish) {
        return stranger()
                .post()
                .uri("/api/v1/submissions")
                .contentType(MediaType.APPLICATION_JSON)
                .body(wish)
                .exchange();
    }

    /** The receipt of what somebody of that name submits. */
    protected Map<String, Object> submitted(String publication, String url, String name) {
        return created(submit(Map.of("publication", publication, "url", url, "name", name)));
    }

    protected static Map<String, Object> created(ResponseSpec answer) {
        return object(answer.expectStatus().isCreated());
    }

    protected static Map<String, Object> with(Map<String, ?> wish, String field, Object value) {
        var more = new HashMap<String, Object>(wish);
        more.put(field, value);
        return more;
    }

    /** The token of a receipt. */
    protected static String token(Map<String, Object> receipt) {
        var page = text(receipt, "receipt");
        assertThat(page).startsWith(HOME + "/submissions/v1.");
        return page.substring(page.lastIndexOf('/') + 1);
    }

    /** The receipt as it is now. */
    protected Map<String, Object> receipt(String token) {
        return object(stranger()
                .get()
                .uri("/api/v1/submissions/receipts/" + token)
                .exchange()
                .expectStatus()
                .isOk());
    }

    protected void awaitState(String token, String state) {
        await().atMost(LONG).untilAsserted(() -> assertThat(receipt(token)).containsEntry("state", state));
    }

    /** What was told of the link, once there are so many events. */
    protected static List<Event> told(String publication, String url, int count) {
        var id = Ids.link(publication, url);
        await().atMost(LONG)
                .untilAsserted(
                        () -> assertThat(ReadTopic.events(LinkEvent.TOPIC, id)).hasSize(count));
        return ReadTopic.events(LinkEvent.TOPIC, id);
    }

    protected static List<Credit> credits(Event event) {
        return ((LinkEvent) event)
                .sightings().stream()
                        .map(Sighting::contributor)
                        .filter(Objects::nonNull)
                        .toList();
    }
}
