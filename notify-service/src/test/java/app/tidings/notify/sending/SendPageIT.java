package app.tidings.notify.sending;

import static app.tidings.notify.channel.ScriptedRelay.DOT;
import static app.tidings.notify.channel.ScriptedRelay.HANG_UP;
import static app.tidings.notify.channel.ScriptedRelay.STALL;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatException;
import static org.awaitility.Awaitility.await;

import app.tidings.notify.RunningNotify;
import app.tidings.notify.channel.RelayAddress;
import app.tidings.notify.channel.RelayAddress.Security;
import app.tidings.notify.channel.ScriptedRelay;
import app.tidings.notify.channel.SmtpRelay;
import app.tidings.notify.ledger.Ledger;
import app.tidings.notify.ledger.LedgerPage;
import app.tidings.notify.ledger.LedgerPage.Ambiguity;
import app.tidings.notify.ledger.LedgerPage.ClaimRules;
import app.tidings.notify.ledger.Outcome.Failed;
import app.tidings.notify.ledger.Outcome.Fault;
import app.tidings.notify.ledger.RetryPlan;
import app.tidings.notify.ledger.Row;
import app.tidings.notify.ledger.RowState.Fenced;
import app.tidings.notify.ledger.RowState.Ready;
import app.tidings.notify.ledger.StumblingStore;
import app.tidings.notify.ledger.Tally;
import app.tidings.notify.letter.Copy;
import app.tidings.notify.letter.PreparedLetter;
import app.tidings.notify.letter.TestLetters;
import app.tidings.notify.sending.Prepared.Parcel;
import app.tidings.notify.sending.SendPage.Task;
import app.tidings.notify.sending.SendPage.Terms;
import app.tidings.notify.subscriber.EmailAddress;
import app.tidings.notify.subscriber.Subscriber;
import app.tidings.notify.subscriber.Subscribers;
import app.tidings.platform.mongo.StoreClock;
import com.mongodb.client.MongoDatabase;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** One page on its way, with a relay of its own. */
class SendPageIT extends RunningNotify {

    private static final ClaimRules RULES = new ClaimRules(Duration.ofMillis(900), Ambiguity.HOLD, 3);
    private static final PreparedLetter LETTER = new PreparedLetter(TestLetters.withSubject("Hello"));

    private final String pageId = "page-" + UUID.randomUUID();
    private final ScriptedRelay sink = new ScriptedRelay();
    private final SmtpRelay relay = new SmtpRelay(address(sink.port()), null);

    @Autowired
    private Ledger ledger;

    @Autowired
    private Subscribers subscribers;

    @Autowired
    private StoreClock clock;

    @Autowired
    private MongoDatabase database;

    @AfterEach
    void hangUp() throws Exception {
        relay.close();
        sink.close();
    }

    @Test
    void sendsEachRowOnceOverAsManyConnectionsAsABatchHas() throws Exception {
        page(10);

        sendPage().run(task(() -> true));
        sendPage().run(task(() -> true));

        assertThat(tally()).isEqualTo(new Tally(Map.of("sent", 10L)));
        assertThat(sink.messages()).hasSize(10);
        assertThat(sink.connections()).isLessThanOrEqualTo(4);
    }

    @Test
    void asksBeforeEachFenceWhetherItIsToBeSentOn() throws Exception {
        page(10);
        var asked = new AtomicInteger();

        sendPage().run(task(() -> asked.incrementAndGet() == 1));

        assertThat(sink.messages()).hasSize(4);
        assertThat(tally()).isEqualTo(new Tally(Map.of("sent", 4L, "open", 6L)));
        assertThat(ledger.find(pageId).orElseThrow().owner()).as("given back").isNull();
    }

    @Test
    void settlesTheRowOfAReaderWhoIsGone() throws Exception {
        ledger.keepFirst(LedgerPage.single(pageId, "nobody"));

        sendPage().run(task(() -> true));

        assertThat(tally()).isEqualTo(new Tally(Map.of("skipped", 1L)));
        assertThat(sink.messages()).isEmpty();
    }

    @Test
    void leavesARowFencedWhoseAnswerNeverCame() throws Exception {
        page(1);
        sink.answer(DOT, HANG_UP);

        sendPage().run(task(() -> true));

        assertThat(ledger.find(pageId).orElseThrow().rows())
                .singleElement()
                .satisfies(row -> assertThat(row.state()).isInstanceOf(Fenced.class));
    }

    @Test
    void keepsThePageForAsLongAsTheRelayThinks() throws Exception {
        page(1);
        var thinking = new CountDownLatch(1);
        sink.answerAfter(DOT, thinking);
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var sending = threads.submit(() -> sendPage().run(task(() -> true)));
            eventually().until(() -> !sink.messages().isEmpty());
            var stamped =
                    Objects.requireNonNull(ledger.find(pageId).orElseThrow().stamped());
            eventually()
                    .until(() ->
                            clock.instant().isAfter(stamped.plus(RULES.lease().multipliedBy(2))));

            assertThat(ledger.changeIf(pageId, page -> page.claim("another", clock.instant(), RULES)))
                    .isEmpty();
            thinking.countDown();
            sending.get();
        }

        assertThat(tally()).isEqualTo(new Tally(Map.of("sent", 1L)));
    }

    @Test
    void sendsAPageOnceThatTwoSendersWantAtOnce() throws Exception {
        page(20);
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var both = Stream.of(sendPage(), sendPage())
                    .map(each -> threads.submit(() -> each.run(task(() -> true))))
                    .toList();
            for (var each : both) {
                each.get();
            }
        }

        assertThat(sink.messages()).hasSize(20);
        assertThat(tally()).isEqualTo(new Tally(Map.of("sent", 20L)));
    }

    @Test
    void takesAFenceBackWhoseWriteWasNotAnswered() throws Exception {
        page(2);
        try (var store = new StumblingStore()) {
            var stumbling = sendPage(store.ledger(database.getName()));
            store.loseTheAnswerTo("fenced");

            assertThatException().isThrownBy(() -> stumbling.run(task(() -> true)));
        }

        var page = ledger.find(pageId).orElseThrow();
        assertThat(page.rows()).extracting(Row::state).containsOnly(new Ready());
        assertThat(page.owner()).as("given back").isNull();
        sendPage().run(task(() -> true));
        assertThat(tally()).isEqualTo(new Tally(Map.of("sent", 2L)));
        assertThat(sink.messages()).hasSize(2);
    }

    @Test
    void writesDownTheAnswersThatAreThereWhenItIsBrokenOff() {
        page(2);
        sink.answer(DOT, STALL);
        var threads = Executors.newVirtualThreadPerTaskExecutor();
        var _ = threads.submit(() -> sendPage().run(task(() -> true)));
        eventually().until(() -> sink.messages().size() == 2);
        var stamped = Objects.requireNonNull(ledger.find(pageId).orElseThrow().stamped());
        // a sign of life is given long after the other answer has come
        eventually()
                .until(() -> stamped.isBefore(
                        Objects.requireNonNull(ledger.find(pageId).orElseThrow().stamped())));

        threads.shutdownNow();

        await().atMost(Duration.ofSeconds(5))
                .untilAsserted(
                        () -> assertThat(ledger.find(pageId).orElseThrow().rows())
                                .extracting(row -> row.state().getClass().getSimpleName())
                                .containsExactlyInAnyOrder("Sent", "Fenced"));
    }

    @Test
    void beginsNoMailThatWaitedForHalfOfItsLease() {
        var reader = subscribers.keepFirst(EmailAddress.of(anAddress("late")), Instant.now());
        var parcel = (Parcel) task(() -> true).letters().prepare(reader);
        var half = RULES.lease().dividedBy(2);

        var answers = new Batch(relay, RULES.lease(), System.nanoTime() - half.toNanos())
                .send(Map.of(reader.id(), parcel), () -> {});

        assertThat(answers).isEqualTo(Map.of(reader.id(), new Failed(Fault.THROTTLED, "held up before it was begun")));
        assertThat(sink.messages()).isEmpty();
    }

    private void page(int rows) {
        var readers = IntStream.range(0, rows)
                .mapToObj(i -> subscribers.keepFirst(EmailAddress.of(anAddress("reader" + i)), Instant.now()))
                .map(Subscriber::id)
                .toList();
        ledger.keepFirst(LedgerPage.draft(pageId, readers));
        ledger.change(pageId, page -> page.opened(Map.of()));
    }

    private Tally tally() {
        return ledger.find(pageId).orElseThrow().tally();
    }

    private SendPage sendPage() {
        return sendPage(ledger);
    }

    private SendPage sendPage(Ledger over) {
        var plan = new RetryPlan(List.of(Duration.ofMinutes(1)));
        return new SendPage(over, subscribers, relay, new Terms("test", 4, plan), clock);
    }

    private Task task(BooleanSupplier goesOn) {
        return new Task(
                "subject",
                pageId,
                RULES,
                reader -> new Parcel(
                        LETTER,
                        new Copy(reader.address(), "<1@example.org>", TestLetters.DATE, TestLetters.LINKS, List.of())),
                goesOn);
    }

    private static RelayAddress address(int port) {
        var limit = Duration.ofSeconds(20);
        return new RelayAddress("127.0.0.1", port, Security.NONE, Optional.empty(), "", limit, limit, limit);
    }
}
