package app.tidings.notify.subject;

import static app.tidings.notify.TestEditions.anEdition;
import static app.tidings.notify.channel.ScriptedRelay.DOT;
import static org.assertj.core.api.Assertions.assertThat;

import app.tidings.contracts.EditionEvent.EditionRendered;
import app.tidings.notify.RunningNotify;
import app.tidings.platform.testing.SendRecords;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterEach;
import org.springframework.test.web.servlet.client.RestTestClient.ResponseSpec;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The running service, with what the API tells of deliveries. */
class RunningDeliveries extends RunningNotify {

    final SendRecords render = SendRecords.toSharedBroker();

    @AfterEach
    void beKindAgain() {
        SINK.alwaysAnswer("MAIL", "250 ok")
                .alwaysAnswer("RCPT", "250 ok")
                .alwaysAnswer(DOT, "250 ok")
                .greeting("220 relay");
    }

    /** An edition that is being sent while the relay takes nothing, until it is kind again. */
    EditionRendered heldUp(String publication) throws IOException {
        SINK.greeting("421 away");
        SINK.hangUpOnEverybody();
        var edition = anEdition(publication, "zh");
        render.event(edition);
        eventually().untilAsserted(() -> assertThat(phase(edition.editionId())).isEqualTo("SENDING"));
        return edition;
    }

    ResponseSpec order(String subjectId, String order) {
        return asEditor()
                .post()
                .uri("/api/v1/deliveries/" + subjectId + "/" + order)
                .exchange();
    }

    Map<String, Integer> awaitDone(String subjectId) {
        eventually().untilAsserted(() -> assertThat(phase(subjectId)).isEqualTo("DONE"));
        var counts = counts(subjectId);
        assertThat(sending(subjectId).get("candidates").asInt())
                .isEqualTo(counts.values().stream().mapToInt(Integer::intValue).sum());
        return counts;
    }

    Map<String, Integer> counts(String subjectId) {
        var counts = new TreeMap<String, Integer>();
        sending(subjectId)
                .get("counts")
                .properties()
                .forEach(each -> counts.put(each.getKey(), each.getValue().asInt()));
        return counts;
    }

    static Map<String, Integer> counts(Map<String, Integer> some) {
        var counts = new TreeMap<String, Integer>();
        List.of("open", "refused", "sent", "skipped", "suppressed", "unknown").forEach(each -> counts.put(each, 0));
        counts.putAll(some);
        return counts;
    }

    String phase(String subjectId) {
        return sending(subjectId).path("phase").asString("");
    }

    JsonNode sending(String subjectId) {
        return JsonMapper.shared()
                .readTree(body(
                        asEditor().get().uri("/api/v1/deliveries/" + subjectId).exchange()));
    }

    static String body(ResponseSpec answer) {
        return String.valueOf(answer.returnResult(String.class).getResponseBody());
    }
}
