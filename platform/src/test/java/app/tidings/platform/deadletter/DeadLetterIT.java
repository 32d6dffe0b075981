package app.tidings.platform.deadletter;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import app.tidings.contracts.EventCodec;
import app.tidings.platform.fixture.FixtureService.Handler;
import app.tidings.platform.fixture.FixtureTest;
import app.tidings.platform.fixture.TestLinks;
import app.tidings.platform.testing.SendRecords;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpMethod;
import org.springframework.http.ResponseEntity;
import org.springframework.web.client.RestClient;

class DeadLetterIT extends FixtureTest {

    private static final Duration LONG = Duration.ofSeconds(30);

    @Autowired
    Handler handler;

    RestClient admin;

    @BeforeEach
    void signIn() {
        admin = RestClient.builder()
                .baseUrl("http://127.0.0.1:" + port + "/api/v1/curation/dead-letters")
                .defaultHeader("Authorization", "Bearer " + API_TOKEN)
                .defaultStatusHandler(status -> true, (request, answer) -> {})
                .build();
    }

    @AfterEach
    void heal() {
        handler.before = event -> {};
    }

    @Test
    void canBeReplayedOnceTheDefectIsMended() {
        var link = TestLinks.aLink();
        handler.before = event -> {
            if (event.equals(link)) {
                throw new ClassCastException("defect");
            }
        };
        SendRecords.toSharedBroker().event(link);
        var id = idOf(link.key());

        handler.before = event -> {};
        var replayed = call(HttpMethod.POST, "/" + id + "/replay");

        assertThat(replayed.getStatusCode().value()).isEqualTo(200);
        await().atMost(LONG).untilAsserted(() -> assertThat(handler.handled).contains(link));
        assertThat(call(HttpMethod.GET, "").getBody()).contains("replayedAt");
    }

    @Test
    void canBeDiscarded() {
        var key = "discard-me";
        SendRecords.toSharedBroker().record("ingest.links", key, Map.of(EventCodec.TYPE, "x"), "bad".getBytes(UTF_8));
        var id = idOf(key);

        assertThat(call(HttpMethod.DELETE, "/" + id).getStatusCode().value()).isEqualTo(204);

        assertThat(call(HttpMethod.GET, "").getBody()).doesNotContain(key);
        assertThat(call(HttpMethod.DELETE, "/" + id).getStatusCode().value()).isEqualTo(404);
        assertThat(call(HttpMethod.POST, "/" + id + "/replay").getStatusCode().value())
                .isEqualTo(404);
    }

    @Test
    void withoutAValueCannotBeReplayed() {
        var key = "nothing-to-replay";
        SendRecords.toSharedBroker().record("ingest.links", key, Map.of(EventCodec.TYPE, "x"), null);

        var refused = call(HttpMethod.POST, "/" + idOf(key) + "/replay");

        assertThat(refused.getStatusCode().value()).isEqualTo(409);
        assertThat(refused.getBody()).contains("has no value to put back");
    }

    /** Waits for the letter with the key and returns its id. */
    private String idOf(String key) {
        var list = await().atMost(LONG)
                .until(
                        () -> admin.get().retrieve().body(DeadLetterController.Page.class),
                        page -> page != null
                                && page.deadLetters().stream().anyMatch(letter -> key.equals(letter.key())));
        return list.deadLetters().stream()
                .filter(letter -> key.equals(letter.key()))
                .findFirst()
                .orElseThrow()
                .id();
    }

    private ResponseEntity<String> call(HttpMethod method, String path) {
        return admin.method(method).uri(path).retrieve().toEntity(String.class);
    }
}
