package app.tidings.notify;

import static app.tidings.notify.TestEditions.again;
import static app.tidings.notify.TestEditions.anEdition;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import app.tidings.contracts.Announce;
import app.tidings.contracts.DeliveryEvent;
import app.tidings.contracts.DeliveryEvent.SendingDone;
import app.tidings.contracts.DeliveryEvent.SendingStarted;
import app.tidings.contracts.EditionEvent;
import app.tidings.contracts.EditionEvent.EditionRendered;
import app.tidings.contracts.Event;
import app.tidings.contracts.Profile.EditionPlan;
import app.tidings.notify.ledger.Ledger;
import app.tidings.notify.ledger.LedgerPage;
import app.tidings.notify.subject.Subject;
import app.tidings.platform.testing.ReadTopic;
import app.tidings.platform.testing.SendRecords;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** render.editions in, mails and notify.deliveries out. */
class TakeEditionStreamIT extends RunningNotify {

    private final SendRecords render = SendRecords.toSharedBroker();

    @Autowired
    private Ledger ledger;

    @Test
    void sendsAnEditionOnceToEachSubscriberOfItsLanguageHoweverOftenItComes() {
        var publication = aPublication();
        var ada = subscribed(publication, "ada", "zh");
        var bob = subscribed(publication, "bob", "zh");
        var eve = subscribed(publication, "eve", "en");
        var edition = anEdition(publication, "zh");

        render.event(edition);
        render.event(edition);
        awaitDone(edition);
        render.event(edition);

        var told = awaitEvents(edition, 3);
        assertThat(mailsTo(ada)).hasSize(2);
        assertThat(mailsTo(bob)).hasSize(2);
        assertThat(mailsTo(eve)).hasSize(1);
        assertThat(started(told)).allSatisfy(event -> {
            assertThat(event.count()).isEqualTo(2);
            assertThat(event.subjectVersion()).isEqualTo(1);
        });
        assertThat(done(told)).allSatisfy(event -> assertThat(event.counts()).isEqualTo(Map.of("sent", 2L)));
        assertThat(told)
                .extracting(Event::version)
                .contains(started(told).getFirst().version());
        assertThat(told.stream().distinct()).as("told once, or again the same").hasSize(2);
    }

    @Test
    void takesALaterVersionWithoutSendingItAgain() {
        var publication = aPublication();
        var ada = subscribed(publication, "ada", "zh");
        var edition = anEdition(publication, "zh");
        render.event(edition);
        awaitDone(edition);

        render.event(again(edition, 2));

        eventually()
                .untilAsserted(() -> assertThat(started(events(edition)))
                        .extracting(SendingStarted::subjectVersion)
                        .contains(2L));
        assertThat(mailsTo(ada)).hasSize(2);
    }

    @Test
    void makesNoRowForWhatIsAnnouncedToNobody() {
        var publication = aPublication();
        var ada = subscribed(publication, "ada", "zh");
        var edition = anEdition(publication, "zh", EditionPlan.FULL, 1, Announce.NOBODY);

        render.event(edition);

        var told = awaitDone(edition);
        assertThat(told).hasSize(2);
        assertThat(started(told).getFirst().count()).isZero();
        assertThat(done(told).getFirst().counts()).isEmpty();
        assertThat(done(told).getFirst().version())
                .isGreaterThan(started(told).getFirst().version());
        assertThat(ledger.find(LedgerPage.id(edition.editionId(), Subject.CHANNEL, 1)))
                .isEmpty();
        assertThat(mailsTo(ada)).hasSize(1);
    }

    @Test
    void sendsTheTeaserToNobodyWhoGetsTheFullEdition() {
        var publication = aPublication();
        var ada = subscribed(publication, "ada", "zh");
        var teaser = anEdition(publication, "zh", EditionPlan.TEASER, 1, Announce.ALL_SUBSCRIBERS);

        render.event(teaser);

        assertThat(started(awaitDone(teaser)).getFirst().count()).isZero();
        assertThat(mailsTo(ada)).hasSize(1);
    }

    @Test
    void parksWhatIsNoEventAndGoesOn() {
        var publication = aPublication();
        var ada = subscribed(publication, "ada", "zh");
        var key = "poison-" + publication;
        render.record(EditionEvent.TOPIC, key, Map.of("ce_type", "edition-rendered"), "{not json".getBytes(UTF_8));
        var edition = anEdition(publication, "zh");

        render.event(edition);

        awaitMail(ada, 2);
        eventually()
                .untilAsserted(() -> assertThat(ReadTopic.records("notify-service.dead-letters", key))
                        .singleElement()
                        .satisfies(parked -> assertThat(new String(
                                        parked.headers().lastHeader("dl_reason").value(), UTF_8))
                                .contains("checksum")));
    }

    @Test
    void sendsToAHundredReadersOverSeveralPages() {
        var publication = aPublication();
        var readers = IntStream.range(0, 100)
                .mapToObj(i -> subscribed(publication, "reader" + i, "en"))
                .toList();
        var edition = anEdition(publication, "en");

        render.event(edition);

        assertThat(done(awaitDone(edition)).getFirst().counts()).isEqualTo(Map.of("sent", 100L));
        assertThat(readers).allSatisfy(reader -> assertThat(mailsTo(reader)).hasSize(2));
    }

    private static List<Event> events(EditionRendered edition) {
        return ReadTopic.events(DeliveryEvent.TOPIC, edition.editionId());
    }

    private static List<Event> awaitDone(EditionRendered edition) {
        eventually().until(() -> !done(events(edition)).isEmpty());
        return events(edition);
    }

    private static List<Event> awaitEvents(EditionRendered edition, int count) {
        eventually().until(() -> events(edition).size() >= count);
        return events(edition);
    }

    private static List<SendingStarted> started(List<Event> events) {
        return events.stream()
                .filter(SendingStarted.class::isInstance)
                .map(SendingStarted.class::cast)
                .toList();
    }

    private static List<SendingDone> done(List<Event> events) {
        return events.stream()
                .filter(SendingDone.class::isInstance)
                .map(SendingDone.class::cast)
                .toList();
    }
}
