package app.tidings.notify.subject;

import static app.tidings.notify.TestEditions.anEdition;
import static app.tidings.notify.channel.ScriptedRelay.DOT;
import static app.tidings.notify.channel.ScriptedRelay.HANG_UP;
import static org.assertj.core.api.Assertions.assertThat;

import app.tidings.notify.subscriber.EmailAddress;
import app.tidings.notify.subscriber.Subscribers;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;

/** A relay that says no: to us, or to a mail; what is told of it, and what a person may order then. */
class FailedDeliveriesIT extends RunningDeliveries {

    private static final Logger LOGGER = (Logger) LoggerFactory.getLogger("app.tidings.notify.sending");

    private final ListAppender<ILoggingEvent> appender = new ListAppender<>();

    @Autowired
    private Subscribers subscribers;

    @BeforeEach
    void listen() {
        appender.start();
        LOGGER.addAppender(appender);
    }

    @AfterEach
    void listenNoMore() {
        LOGGER.detachAppender(appender);
    }

    private List<String> log() {
        return List.copyOf(appender.list).stream()
                .map(event -> event.getFormattedMessage() + " " + event.getKeyValuePairs())
                .toList();
    }

    @ParameterizedTest
    @CsvSource({
        "MAIL, 530 5.7.0 Authentication required",
        "MAIL, 550 unauthenticated senders not allowed",
        "MAIL, 451 4.7.0 rate exceeded",
        "RCPT, 530 5.7.0 Authentication required",
    })
    void refusesNobodyWhereTheRelayRefusesUs(String verb, String answer) {
        var publication = aPublication();
        var ada = subscribed(publication, "ada", "zh");
        SINK.alwaysAnswer(verb, answer);
        var edition = anEdition(publication, "zh");
        var before = heard(verb);

        render.event(edition);
        eventually().until(() -> heard(verb) - before >= 3);
        assertThat(counts(edition.editionId())).isEqualTo(counts(Map.of("open", 1)));
        assertThat(log()).anyMatch(line -> line.contains("the relay takes nothing") && line.contains(answer));
        SINK.alwaysAnswer(verb, "250 ok");

        assertThat(awaitDone(edition.editionId())).isEqualTo(counts(Map.of("sent", 1)));
        assertThat(mailsTo(ada)).hasSize(2);
    }

    @Test
    void triesAnewWhatWasRefusedOnceAPersonOrdersIt() {
        var publication = aPublication();
        var ada = subscribed(publication, "ada", "zh");
        SINK.answer(DOT, "554 5.7.1 sender not verified");
        var edition = anEdition(publication, "zh");
        render.event(edition);
        assertThat(awaitDone(edition.editionId())).isEqualTo(counts(Map.of("refused", 1)));
        SINK.answer("RCPT", "451 4.7.1 greylisted", "451 4.7.1 greylisted", "451 4.7.1 greylisted");

        order(edition.editionId(), "resend-refused").expectStatus().isAccepted();
        awaitMail(ada, 3);

        assertThat(awaitDone(edition.editionId())).isEqualTo(counts(Map.of("sent", 1)));
        assertThat(header(mailsTo(ada).get(1), "Message-ID"))
                .isEqualTo(header(mailsTo(ada).get(2), "Message-ID"));
        order("nothing", "resend-refused").expectStatus().isNotFound();
    }

    @Test
    void leavesWhatIsUnknownWhereWhatWasRefusedIsTriedAnew() {
        var publication = aPublication();
        subscribed(publication, "ada", "zh");
        subscribed(publication, "bob", "zh");
        SINK.answer(DOT, "554 5.7.1 sender not verified", HANG_UP);
        var edition = anEdition(publication, "zh");
        render.event(edition);
        assertThat(awaitDone(edition.editionId())).isEqualTo(counts(Map.of("refused", 1, "unknown", 1)));

        order(edition.editionId(), "resend-refused").expectStatus().isAccepted();

        eventually()
                .untilAsserted(() ->
                        assertThat(awaitDone(edition.editionId())).isEqualTo(counts(Map.of("sent", 1, "unknown", 1))));
    }

    @Test
    void tellsWhyAndOfWhomWithoutAnAddress() {
        var publication = aPublication();
        var ada = subscribed(publication, "ada", "zh");
        var bob = subscribed(publication, "bob", "zh");
        SINK.alwaysAnswer("RCPT", "550 5.1.1 <%s> and %s unknown".formatted(ada, bob));
        var edition = anEdition(publication, "zh");

        render.event(edition);
        awaitDone(edition.editionId());

        var reasons = sending(edition.editionId()).get("reasons");
        assertThat(reasons).hasSize(1);
        assertThat(reasons.get(0).get("state").asString()).isEqualTo("refused");
        assertThat(reasons.get(0).get("reason").asString())
                .startsWith("550 5.1.1")
                .endsWith("unknown");
        assertThat(reasons.get(0).get("count").asInt()).isEqualTo(2);
        assertThat(log())
                .filteredOn(line -> line.contains("was not delivered"))
                .hasSize(2)
                .allMatch(line -> line.contains("subject=\"%s\"".formatted(edition.editionId())))
                .allMatch(line -> line.contains("page=\"%s:email:1\"".formatted(edition.editionId())))
                .allMatch(line -> line.contains("fault=\"PERMANENT\"") && line.contains("reason=\"550 5.1.1"))
                .noneMatch(line -> line.contains(ada) || line.contains(bob))
                .anyMatch(about(ada))
                .anyMatch(about(bob));
    }

    @Test
    void tellsWhyADeliveryIsTriedAgain() {
        var publication = aPublication();
        subscribed(publication, "ada", "zh");
        SINK.alwaysAnswer("RCPT", "451 4.7.1 greylisted");
        var edition = anEdition(publication, "zh");

        render.event(edition);

        eventually()
                .untilAsserted(() -> assertThat(
                                sending(edition.editionId()).path("reasons").toString())
                        .isEqualTo("[{\"state\":\"retry\",\"reason\":\"451 4.7.1 greylisted\",\"count\":1}]"));
        SINK.alwaysAnswer("RCPT", "250 ok");
        awaitDone(edition.editionId());
        assertThat(sending(edition.editionId()).path("reasons")).isEmpty();
    }

    private Predicate<String> about(String address) {
        var reader =
                subscribers.keepFirst(EmailAddress.of(address), Instant.now()).id();
        return line -> line.contains("reader=\"%s\"".formatted(reader));
    }

    private static long heard(String verb) {
        return SINK.commands().stream()
                .filter(command -> command.startsWith(verb))
                .count();
    }
}
