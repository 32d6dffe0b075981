package app.tidings.ingest.publication;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import app.tidings.contracts.Profile;
import app.tidings.contracts.Profile.EditionPlan;
import app.tidings.contracts.Profile.Imprint;
import app.tidings.contracts.Profile.Section;
import app.tidings.contracts.Profile.Style;
import app.tidings.contracts.PublicationEvent;
import app.tidings.contracts.PublicationEvent.ProfileChanged;
import app.tidings.ingest.IngestTest;
import app.tidings.platform.testing.SendRecords;
import com.mongodb.client.model.Filters;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.bson.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.http.MediaType;

class KnowPublicationStreamIT extends IngestTest {

    private static final SendRecords SEND = SendRecords.toSharedBroker();

    /** Other tests add sources to publications of their own, which needs that none is known. */
    @AfterEach
    void forget() {
        database.getCollection("publications").deleteMany(new Document());
    }

    @Test
    void keepsTheNewestProfileAndRefusesSourcesOfUnknownPublicationsFromThenOn() {
        SEND.event(new ProfileChanged(profile("weekly", 3, "潮汐周刊"), Instant.now()));
        SEND.event(new ProfileChanged(profile("weekly", 2, "Older"), Instant.now()));
        SEND.event(new ProfileChanged(profile("daily", 1, "Daily"), Instant.now()));

        await().atMost(LONG).untilAsserted(() -> assertThat(stored("daily")).hasSize(1));
        assertThat(stored("weekly")).singleElement().satisfies(weekly -> {
            assertThat(weekly.getString("name")).isEqualTo("潮汐周刊");
            assertThat(weekly.getLong("version")).isEqualTo(3);
        });
        api().post()
                .uri("/api/v1/sources")
                .contentType(MediaType.APPLICATION_JSON)
                .body(Map.of("publication", "weekyl", "name", "N", "feedUrl", "https://a.example/feed"))
                .exchange()
                .expectStatus()
                .isEqualTo(422)
                .expectBody()
                .jsonPath("$.detail")
                .isEqualTo("there is no publication weekyl; known are: daily, weekly");
        assertThat(List.of("rules", "sources"))
                .allSatisfy(list -> api().get()
                        .uri("/api/v1/" + list + "?publication=weekyl")
                        .exchange()
                        .expectStatus()
                        .isEqualTo(422));
    }

    @Test
    void parksAMalformedRecordWithItsReasonAndGoesOn() {
        SEND.record(PublicationEvent.TOPIC, "weekly", Map.of("ce_type", "profile-forgotten"), "{}".getBytes(UTF_8));
        SEND.event(new ProfileChanged(profile("monthly", 1, "Monthly"), Instant.now()));

        await().atMost(LONG).untilAsserted(() -> assertThat(stored("monthly")).hasSize(1));
        await().atMost(LONG)
                .untilAsserted(() -> assertThat(
                                database.getCollection("deadLetters").find(Filters.eq("topic", PublicationEvent.TOPIC)))
                        .anySatisfy(letter -> assertThat(letter.getString("reason"))
                                .isEqualTo("event type is not one of topic curation.publications")));
    }

    private List<Document> stored(String id) {
        return database.getCollection("publications")
                .find(Filters.eq("_id", id))
                .into(new ArrayList<>());
    }

    private static Profile profile(String id, long version, String name) {
        return new Profile(
                id,
                version,
                Map.of("zh", name),
                Map.of(),
                "zh",
                "Asia/Shanghai",
                Map.of("zh", "{headline}"),
                List.of(new Section("articles", "🦄", Map.of("zh", "文章"), "article", null)),
                List.of(new EditionPlan("zh", EditionPlan.FULL)),
                new Style(Map.of(), 1000, Map.of(), Map.of(), 30),
                new Imprint("Publisher", null, null, null));
    }
}
