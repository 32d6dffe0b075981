package app.tidings.notify.subject;

import static app.tidings.notify.TestEditions.anEdition;
import static app.tidings.notify.channel.ScriptedRelay.DOT;
import static app.tidings.notify.channel.ScriptedRelay.HANG_UP;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Updates.set;
import static org.assertj.core.api.Assertions.assertThat;

import app.tidings.contracts.DeliveryEvent;
import app.tidings.contracts.DeliveryEvent.SendingDone;
import app.tidings.notify.subject.Subject.Taken;
import app.tidings.notify.subscriber.Lists;
import app.tidings.platform.testing.ReadTopic;
import com.mongodb.client.MongoDatabase;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Sending with a relay that is not always kind, told and directed through the API. */
class DeliveriesIT extends RunningDeliveries {

    @Autowired
    private MongoDatabase database;

    @Autowired
    private Subjects subjects;

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

        assertThat(awaitDone(edition.editionId())).isEqualTo(counts(Map.of("sent", 1)));
        assertThat(mailsTo(ada)).hasSize(3);
        assertThat(header(mailsTo(ada).get(1), "Message-ID"))
                .isEqualTo(header(mailsTo(ada).get(2), "Message-ID"));
        assertThat(ReadTopic.events(DeliveryEvent.TOPIC, edition.editionId()))
                .as("the end is told once")
                .filteredOn(SendingDone.class::isInstance)
                .hasSize(1);
    }

    @Test
    void resendsWhatIsUnknownThoughTheRestWasCancelled() {
        var publication = aPublication();
        var ada = subscribed(publication, "ada", "zh");
        SINK.answer(DOT, HANG_UP);
        var edition = anEdition(publication, "zh");
        render.event(edition);
        assertThat(awaitDone(edition.editionId())).isEqualTo(counts(Map.of("unknown", 1)));
        order(edition.editionId(), "cancel").expectStatus().isOk();

        order(edition.editionId(), "resend-unknown").expectStatus().isAccepted();

        assertThat(awaitDone(edition.editionId())).isEqualTo(counts(Map.of("sent", 1)));
        assertThat(mailsTo(ada)).hasSize(3);
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

        var edition = heldUp(publication);
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
        var edition = heldUp(publication);

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
        var edition = heldUp(publication);

        order(edition.editionId(), "cancel").expectStatus().isOk();
        SINK.greeting("220 relay");

        assertThat(awaitDone(edition.editionId())).isEqualTo(counts(Map.of("skipped", 1)));
        assertThat(mailsTo(ada)).hasSize(1);
    }

    @Test
    void readsTheReaderOnceMoreBeforeAMailIsSent() throws Exception {
        var publication = aPublication();
        var ada = subscribed(publication, "ada", "zh");
        var edition = heldUp(publication);

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

        var list = list("").get("deliveries");

        assertThat(list.get(0).get("subjectId").asString()).isEqualTo(second.editionId());
        assertThat(list.get(1).get("subjectId").asString()).isEqualTo(first.editionId());
    }

    @Test
    void listsEachOfThoseThatWereTakenAtOneInstant() {
        var now = Instant.now().truncatedTo(ChronoUnit.MILLIS);
        var publication = aPublication();
        var ids = IntStream.range(0, 120).mapToObj(i -> publication + ":" + i).toList();
        ids.forEach(id -> subjects.keepFirst(
                Subject.forNobody(new Taken(id, publication, Lists.id(publication, "zh"), 1, 0), now)));

        var listed = new ArrayList<String>();
        var page = list("");
        while (page.hasNonNull("next")) {
            page.get("deliveries")
                    .forEach(each -> listed.add(each.get("subjectId").asString()));
            page = list("?cursor=" + page.get("next").asString());
        }
        page.get("deliveries").forEach(each -> listed.add(each.get("subjectId").asString()));

        assertThat(listed).doesNotHaveDuplicates().containsAll(ids);
        asEditor()
                .get()
                .uri("/api/v1/deliveries?cursor=yesterday")
                .exchange()
                .expectStatus()
                .isBadRequest();
    }

    @Test
    void sendsTheOthersWhereOneSubjectCannotBeLookedAt() {
        var publication = aPublication();
        var ada = subscribed(publication, "ada", "zh");
        var broken = anEdition(publication, "zh");
        SINK.answer(DOT, HANG_UP);
        render.event(broken);
        awaitDone(broken.editionId());
        setCount(broken.editionId(), 2);
        order(broken.editionId(), "resend-unknown").expectStatus().isAccepted();
        awaitMail(ada, 3);

        var edition = anEdition(publication, "zh");
        render.event(edition);

        assertThat(awaitDone(edition.editionId())).isEqualTo(counts(Map.of("sent", 1)));
        assertThat(phase(broken.editionId())).isEqualTo("SENDING");
        setCount(broken.editionId(), 1);
        awaitDone(broken.editionId());
    }

    private void setCount(String subjectId, long count) {
        database.getCollection("subjects").updateOne(eq("_id", subjectId), set("count", count));
    }

    private JsonNode list(String query) {
        return JsonMapper.shared()
                .readTree(
                        body(asEditor().get().uri("/api/v1/deliveries" + query).exchange()));
    }

    private static long mailCommands() {
        return SINK.commands().stream()
                .filter(command -> command.startsWith("MAIL"))
                .count();
    }
}
