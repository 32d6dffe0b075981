package app.tidings.notify.sending;

import static org.assertj.core.api.Assertions.assertThat;

import app.tidings.notify.RunningNotify;
import app.tidings.notify.ledger.Tally;
import app.tidings.notify.ledger.TestLedgers;
import app.tidings.notify.sending.Rounds.Books;
import app.tidings.notify.sending.Rounds.Page;
import app.tidings.notify.subject.QuietSubjects;
import app.tidings.notify.subject.Subject;
import app.tidings.notify.subject.Subject.Order;
import app.tidings.notify.subject.Subject.Phase;
import app.tidings.platform.outbox.Outbox;
import app.tidings.platform.testing.TestStore;
import com.mongodb.ConnectionString;
import com.mongodb.MongoClientSettings;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.event.CommandListener;
import com.mongodb.event.CommandSucceededEvent;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What a person orders just while senders look at what is over. */
class OrderedMeanwhileIT extends RunningNotify {

    private final AtomicReference<@Nullable Runnable> afterTheNextFind = new AtomicReference<>();
    private final MongoClient client = MongoClients.create(MongoClientSettings.builder()
            .applyConnectionString(new ConnectionString(TestStore.uri()))
            .addCommandListener(new CommandListener() {
                @Override
                public void commandSucceeded(CommandSucceededEvent event) {
                    if (event.getCommandName().equals("find")) {
                        Optional.ofNullable(afterTheNextFind.getAndSet(null)).ifPresent(Runnable::run);
                    }
                }
            })
            .build());

    @Autowired
    private Outbox outbox;

    @AfterEach
    void disconnect() {
        client.close();
    }

    @Test
    void staysLiveThoughItIsBeingClosed() {
        var quiet = quiet();
        var done = quiet.doneWithOneUnknown();

        quiet.resendUnknown(done);
        quiet.settle.run(done);

        assertThat(quiet.isLive(done)).isTrue();
    }

    @Test
    void isLookedAtThoughItsPageWasReadBefore() {
        var quiet = quiet();
        var done = quiet.doneWithOneUnknown();
        var rounds = rounds(quiet);
        var page = new Page(done.id(), done.page(1), false);
        rounds.begin(); // the first round begins without any memory
        afterTheNextFind.set(() -> makeReadyAgain(quiet, done, rounds));

        assertThat(rounds.isDue(page)).isFalse();
        rounds.begin();

        assertThat(rounds.next()).contains(page);
    }

    @Test
    void goesOnThoughItsPageWasToBeCancelledWhenTheRoundBegan() {
        var quiet = quiet();
        var done = quiet.doneWithOneUnknown();
        var rounds = rounds(quiet);
        var page = new Page(done.id(), done.page(1), true);

        quiet.order(done, Order.CANCEL);
        assertThat(rounds.isCancelled(page)).isTrue();
        quiet.order(done, Order.GO_ON);

        assertThat(rounds.isCancelled(page)).isFalse();
    }

    @Test
    void isFollowedOnceThoughAnotherProcessIsLateWithIt() {
        var quiet = quiet();
        var ordered = quiet.resendUnknown(quiet.doneWithOneUnknown());

        quiet.direct.makeReadyAgain(ordered);
        assertThat(quiet.tally(ordered)).isEqualTo(new Tally(Map.of("open", 1L)));
        quiet.becomesUnknown(ordered);
        quiet.direct.makeReadyAgain(ordered);

        assertThat(quiet.tally(ordered)).isEqualTo(new Tally(Map.of("unknown", 1L)));
    }

    private static Rounds rounds(QuietSubjects quiet) {
        return new Rounds(
                new Books(quiet.live, quiet.subjects, quiet.ledger, quiet.settle, quiet.direct),
                Duration.ofMinutes(1),
                InstantSource.system());
    }

    private static void makeReadyAgain(QuietSubjects quiet, Subject done, Rounds rounds) {
        quiet.resendUnknown(done);
        rounds.begin();
        assertThat(quiet.phase(done)).isEqualTo(Phase.SENDING);
    }

    private QuietSubjects quiet() {
        var database = TestStore.freshDatabase();
        return new QuietSubjects(database, TestLedgers.of(client.getDatabase(database.getName())), outbox);
    }
}
