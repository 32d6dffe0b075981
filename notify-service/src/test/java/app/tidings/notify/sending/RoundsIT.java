package app.tidings.notify.sending;

import static app.tidings.notify.TestEditions.anEdition;
import static app.tidings.notify.channel.ScriptedRelay.DOT;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import app.tidings.notify.RunningNotify;
import app.tidings.notify.subscriber.ChangeSubscriptions;
import app.tidings.notify.subscriber.ChangeSubscriptions.Choice;
import app.tidings.notify.subscriber.EmailAddress;
import app.tidings.notify.subscriber.Subscribers;
import app.tidings.notify.subscriber.Subscription.Consent;
import app.tidings.platform.testing.SendRecords;
import com.mongodb.client.MongoDatabase;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** In which order mails go out when there are many. */
class RoundsIT extends RunningNotify {

    private static final int READERS = 10 * 64;

    private final SendRecords render = SendRecords.toSharedBroker();

    @Autowired
    private Subscribers subscribers;

    @Autowired
    private ChangeSubscriptions changes;

    @Autowired
    private MongoDatabase database;

    @Test
    void letsNobodyWhoSignsUpWaitForAWholeIssue() {
        var publication = aPublication();
        IntStream.range(0, READERS).forEach(i -> enter(publication, anAddress("reader" + i)));
        var newcomer = anAddress("newcomer");
        var before = SINK.messages().size();
        var letGo = new CountDownLatch(1);
        SINK.hold(DOT, letGo);

        render.event(anEdition(publication, "zh"));
        eventually().until(() -> SINK.messages().size() > before);
        signUp(publication, newcomer, "zh");
        eventually().until(this::aMailToOneReaderIsOwed);
        letGo.countDown();

        awaitMail(newcomer, 1);
        assertThat(place(newcomer) - before).as("mails before it").isLessThan(READERS / 2 + 64);
        eventually().until(() -> SINK.messages().size() - before == READERS + 1);
    }

    /** How many mails came before that to an address; more have come by the time one looks. */
    private static int place(String address) {
        var sent = SINK.messages();
        return IntStream.range(0, sent.size())
                .filter(each -> new String(sent.get(each), UTF_8).contains(address))
                .findFirst()
                .orElseThrow();
    }

    private boolean aMailToOneReaderIsOwed() {
        return database
                .getCollection("liveSubjects")
                .find()
                .map(each -> each.getString("_id"))
                .into(new ArrayList<>())
                .stream()
                .anyMatch(id -> id.startsWith("_mail:"));
    }

    private void enter(String publication, String address) {
        var reader = subscribers.keepFirst(EmailAddress.of(address), Instant.now());
        var consent = new Consent(Instant.now(), "mail", "0123");
        changes.choose(reader.id(), Map.of(publication, new Choice(true, "zh", false)), consent);
    }
}
