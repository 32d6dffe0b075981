package app.tidings.notify.subject;

import static app.tidings.notify.TestEditions.anEdition;
import static app.tidings.notify.channel.ScriptedRelay.DOT;
import static app.tidings.notify.channel.ScriptedRelay.HANG_UP;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Updates.set;
import static org.assertj.core.api.Assertions.assertThat;

import app.tidings.contracts.DeliveryEvent;
import app.tidings.contracts.DeliveryEvent.SendingDone;
import app.tidings.notify.RunningNotify;
import app.tidings.platform.testing.ReadTopic;
import app.tidings.platform.testing.SendRecords;
import com.mongodb.client.MongoDatabase;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.client.RestTestClient.ResponseSpec;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Sending with a relay that is not always kind, told and directed through the API. */
class DeliveriesIT extends RunningNotify {

    private final SendRecords render = SendRecords.toSharedBroker();

    @Autowired
    private MongoDatabase database;

    @AfterEach
    void beKindAgain() {
        SINK.alwaysAnswer("RCPT", "250 ok").alwaysAnswer(DOT, "250 ok").greeting("220 relay");
    }

    @ParameterizedTest
    @CsvSource({"RCPT, 550 5.1.1 unknown, refused", "., 554 5.7.1 spam, refused", "., 250 2.0.0 ok, sent"})
    void settlesEachDeliveryByTheAnswer(String verb, String answer, String state) {
        var publication = aPublication();
        subscribed(publication, "ada", "zh");
        SINK.alwaysAnswer(verb, answer);
        var edition = anEdition(publication, "zh");

        render.event(edition);

        assertThat(awaitDone(edition.editionId())).isEqualTo(counts(Map.of(state, 1)));
    }

    @Test
    void triesAgainWhatIsPutOff() {
        var publication = aPublication();
        var ada = subscribed(publication, "ada", "zh");
        SINK.answer("RCPT", "451 4.7.1 greylisted", "451 4.7.1 greylisted");
        var edition = anEdition(publication, "zh");

        render.event(edition);

        assertThat(awaitDone(edition.editionId())).isEqualTo(counts(Map.of("sent", 1)));
        assertThat(mailsTo(ada)).hasSize(2);
    }

    @Test
    void givesUpAfterThreeMoreAttempts() {
        var publication = aPublication();
        subscribed(publication, "ada", "zh");
        SINK.alwaysAnswer("RCPT", "451 4.7.1 later");
        var before = mailCommands();
        var edition = anEdition(publication, "zh");

        render.event(edition);

        assertThat(awaitDone(edition.editionId())).isEqualTo(counts(Map.of("refused", 1)));
        assertThat(mailCommands() - before).isEqualTo(4);
    }

    @Test
    void holdsWhatMayHaveBeenSentUntilAPersonDecides() {
        var publication = aPublication();
        var ada = subscribed(publication, "ada", "zh");
        SINK.answer(DOT, HANG_UP);
        var edition = anEdition(publication, "zh");

        render.event(edition);
        assertThat(awaitDone(edition.editionId())).isEqualTo(counts(Map.of("unknown", 1)));
        assertThat(mailsTo(ada)).hasSize(2);
        order(edition.editionId(), "resend-unknown").expectStatus().isAccepted();

        eventually()
                .untilAsserted(() -> assertThat(awaitDone(edition.editionId())).isEqualTo(counts(Map.of("sent", 1))));
        assertThat(mailsTo(ada)).hasSize(3);
        assertThat(header(mailsTo(ada).get(1), "Message-ID"))
                .isEqualTo(header(mailsTo(ada).get(2), "Message-ID"));
        assertThat(ReadTopic.events(DeliveryEvent.TOPIC, edition.editionId()))
                .as("the end is told once")
                .filteredOn(SendingDone.class::isInstance)
                .hasSize(1);
    }

    @Test
    void sendsAConfirmationAgainThatMayHaveBeenSent() {
        var publication = aPublication();
        var address = anAddress("ada");
        SINK.answer(DOT, HANG_UP);

        signUp(publication, address, "zh");

        var again = awaitMail(address, 2);
        assertThat(header(again, "Message-ID"))
                .isEqualTo(header(mailsTo(address).getFirst(), "Message-ID"));
    }

    @Test
    void waitsForARelayThatIsAwayAndCountsNothingAgainstTheMail() throws Exception {
        var publication = aPublication();
        var ada = subscribed(publication, "ada", "zh");
        SINK.greeting("421 away");
        SINK.hangUpOnEverybody();
        var edition = anEdition(publication, "zh");

        render.event(edition);
        var connections = SINK.connections();
        eventually().until(() -> SINK.connections() > connections + 2);
        assertThat(counts(edition.editionId())).isEqualTo(counts(Map.of("open", 1)));
        SINK.greeting("220 relay");

        awaitMail(ada, 2);
        assertThat(awaitDone(edition.editionId())).isEqualTo(counts(Map.of("sent", 1)));
    }

    @Test
    void stopsAndGoesOnAsOrdered() throws Exception {
        var publication = aPublication();
        var ada = subscribed(publication, "ada", "zh");
        SINK.greeting("421 away");
        SINK.hangUpOnEverybody();
        var edition = anEdition(publication, "zh");
        render.event(edition);
        eventually().untilAsserted(() -> assertThat(phase(edition.editionId())).isEqualTo("SENDING"));

        order(edition.editionId(), "pause").expectStatus().isOk();
        SINK.greeting("220 relay");
        awaitMail(subscribed(publication, "bob", "zh"), 1);
        assertThat(mailsTo(ada)).hasSize(1);
        order(edition.editionId(), "resume").expectStatus().isOk();

        awaitMail(ada, 2);
        awaitDone(edition.editionId());
    }

    @Test
    void sendsNothingMoreOnceItIsCancelled() throws Exception {
        var publication = aPublication();
        var ada = subscribed(publication, "ada", "zh");
        SINK.greeting("421 away");
        SINK.hangUpOnEverybody();
        var edition = anEdition(publication, "zh");
        render.event(edition);
        eventually().untilAsserted(() -> assertThat(phase(edition.editionId())).isEqualTo("SENDING"));

        order(edition.editionId(), "cancel").expectStatus().isOk();
        SINK.greeting("220 relay");

        assertThat(awaitDone(edition.editionId())).isEqualTo(counts(Map.of("skipped", 1)));
        assertThat(mailsTo(ada)).hasSize(1);
    }

    @Test
    void readsTheReaderOnceMoreBeforeAMailIsSent() throws Exception {
        var publication = aPublication();
        var ada = subscribed(publication, "ada", "zh");
        SINK.greeting("421 away");
        SINK.hangUpOnEverybody();
        var edition = anEdition(publication, "zh");
        render.event(edition);
        eventually().untilAsserted(() -> assertThat(phase(edition.editionId())).isEqualTo("SENDING"));

        // as if the row had been fenced when the reader left, and was put off after that
        database.getCollection("subscribers")
                .updateOne(eq("address", ada), set("subscriptions." + publication + ".state", "LEFT"));
        SINK.greeting("220 relay");

        assertThat(awaitDone(edition.editionId())).isEqualTo(counts(Map.of("skipped", 1)));
        assertThat(mailsTo(ada)).hasSize(1);
    }

    @Test
    void isToldToThoseWhoMayKnow() {
        web().get().uri("/api/v1/deliveries").exchange().expectStatus().isUnauthorized();
        web().post()
                .uri("/api/v1/deliveries/x/cancel")
                .exchange()
                .expectStatus()
                .isUnauthorized();
        asEditor()
                .get()
                .uri("/api/v1/deliveries/nothing")
                .exchange()
                .expectStatus()
                .isNotFound();
        order("nothing", "pause").expectStatus().isNotFound();
    }

    @Test
    void listsWhatWasSentNewestFirst() {
        var publication = aPublication();
        var first = anEdition(publication, "zh");
        var second = anEdition(publication, "en");
        render.event(first);
        awaitDone(first.editionId());
        render.event(second);
        awaitDone(second.editionId());

        var list = JsonMapper.shared()
                .readTree(body(asEditor().get().uri("/api/v1/deliveries").exchange()))
                .get("deliveries");

        assertThat(list.get(0).get("subjectId").asString()).isEqualTo(second.editionId());
        assertThat(list.get(1).get("subjectId").asString()).isEqualTo(first.editionId());
    }

    private static long mailCommands() {
        return SINK.commands().stream()
                .filter(command -> command.startsWith("MAIL"))
                .count();
    }

    private ResponseSpec order(String subjectId, String order) {
        return asEditor()
                .post()
                .uri("/api/v1/deliveries/" + subjectId + "/" + order)
                .exchange();
    }

    private Map<String, Integer> awaitDone(String subjectId) {
        eventually().untilAsserted(() -> assertThat(phase(subjectId)).isEqualTo("DONE"));
        var counts = counts(subjectId);
        assertThat(sending(subjectId).get("candidates").asInt())
                .isEqualTo(counts.values().stream().mapToInt(Integer::intValue).sum());
        return counts;
    }

    private Map<String, Integer> counts(String subjectId) {
        var counts = new TreeMap<String, Integer>();
        sending(subjectId)
                .get("counts")
                .properties()
                .forEach(each -> counts.put(each.getKey(), each.getValue().asInt()));
        return counts;
    }

    private static Map<String, Integer> counts(Map<String, Integer> some) {
        var counts = new TreeMap<String, Integer>();
        List.of("open", "refused", "sent", "skipped", "suppressed", "unknown").forEach(each -> counts.put(each, 0));
        counts.putAll(some);
        return counts;
    }

    private String phase(String subjectId) {
        return sending(subjectId).path("phase").asString("");
    }

    private JsonNode sending(String subjectId) {
        return JsonMapper.shared()
                .readTree(body(
                        asEditor().get().uri("/api/v1/deliveries/" + subjectId).exchange()));
    }

    private static String body(ResponseSpec answer) {
        return String.valueOf(answer.returnResult(String.class).getResponseBody());
    }
}
