package app.tidings.notify.ledger;

import static app.tidings.notify.ledger.TestPages.AFTER;
import static app.tidings.notify.ledger.TestPages.HOLD;
import static app.tidings.notify.ledger.TestPages.delivered;
import static app.tidings.notify.ledger.TestPages.stateOf;
import static org.assertj.core.api.Assertions.assertThat;

import app.tidings.notify.ledger.LedgerPage.Ambiguity;
import app.tidings.notify.ledger.LedgerPage.ClaimRules;
import app.tidings.notify.ledger.RowState.Claimed;
import app.tidings.notify.ledger.RowState.Fenced;
import app.tidings.notify.ledger.RowState.Reason;
import app.tidings.notify.ledger.RowState.Sent;
import app.tidings.notify.ledger.RowState.Skipped;
import app.tidings.notify.ledger.RowState.Unknown;
import app.tidings.platform.mongo.StoreClock;
import app.tidings.platform.testing.TestStore;
import com.mongodb.client.MongoDatabase;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

class LedgerIT {

    private static final String PAGE = "subject:email:1";
    private static final ClaimRules SHORT = new ClaimRules(Duration.ofMillis(200), Ambiguity.HOLD, 3);

    private final MongoDatabase database = TestStore.freshDatabase();
    private final Ledger ledger = new Ledger(database);
    private final StoreClock clock = new StoreClock(database);

    @Test
    void keepsTheFirstDraftOfAPage() {
        var first = ledger.keepFirst(LedgerPage.draft(PAGE, List.of("ada", "bob")));

        var second = ledger.keepFirst(LedgerPage.draft(PAGE, List.of("cy")));

        assertThat(second).isEqualTo(first);
        assertThat(ledger.find(PAGE)).contains(first);
    }

    @Test
    void readsEveryStateAsItWasWritten() {
        ledger.keepFirst(LedgerPage.single(PAGE, "ada"));
        for (var state : List.of(
                new RowState.Ready(),
                new RowState.Claimed(),
                new RowState.Fenced(3),
                new RowState.Retry(TestPages.NOW, "451 later"),
                new RowState.Sent(TestPages.NOW, "250 ok"),
                new RowState.Refused("550 no"),
                new RowState.Unknown(3),
                new RowState.Suppressed(),
                new RowState.Skipped(Reason.PAUSED))) {
            ledger.change(PAGE, page -> with(page, state));

            assertThat(stateOf(ledger.find(PAGE).orElseThrow(), "ada")).isEqualTo(state);
        }
    }

    private static LedgerPage with(LedgerPage page, RowState state) {
        var row = new Row("ada", 2, state);
        return new LedgerPage(page.id(), page.version(), false, 0, null, null, 0, List.of(row));
    }

    @Test
    void givesAPageToOneOfManyWhoClaimAtOnce() throws Exception {
        page("ada", "bob");

        var claims = atOnce(Collections.nCopies(
                16, () -> ledger.changeIf(PAGE, page -> page.claim("somebody", clock.instant(), HOLD))));

        assertThat(claims).filteredOn(Optional::isPresent).hasSize(1);
        assertThat(ledger.find(PAGE).orElseThrow().epoch()).isOne();
    }

    @Test
    void stampsAClaimByTheStoresClock() {
        page("ada");
        var before = clock.instant();

        var claimed = claim("one", HOLD);

        assertThat(claimed.stamped()).isBetween(before, clock.instant());
    }

    @Test
    void fencesOutAZombieWhoseLeaseIsOver() {
        page("ada", "bob");
        var zombie = claim("zombie", SHORT);
        fence(zombie.epoch(), Set.of("ada"));

        var heir = awaitClaim("heir");

        assertThat(stateOf(heir, "ada")).isEqualTo(new Unknown(zombie.epoch()));
        assertThat(stateOf(heir, "bob")).isEqualTo(new Claimed());
        assertThat(fence(zombie.epoch(), Set.of("bob"))).isEmpty();
        var settled = ledger.change(PAGE, page -> page.settle(zombie.epoch(), Map.of("ada", delivered()), AFTER));
        assertThat(stateOf(settled.orElseThrow(), "ada"))
                .as("its answer still counts")
                .isInstanceOf(Sent.class);
    }

    @Test
    void keepsThePageOfAHolderWhoGivesSignsOfLife() {
        page("ada");
        var claimed = claim("one", SHORT);
        var stamp = Objects.requireNonNull(claimed.stamped());

        Awaitility.await().until(() -> clock.instant().isAfter(stamp.plusMillis(150)));
        ledger.changeIf(PAGE, page -> page.renew(claimed.epoch()));

        assertThat(ledger.find(PAGE).orElseThrow().stamped()).isAfter(stamp);
    }

    @Test
    void letsEitherTheFenceOrTheUnsubscriptionWin() throws Exception {
        for (var i = 0; i < 100; i++) {
            var id = "subject:email:" + (i + 2);
            ledger.keepFirst(LedgerPage.single(id, "ada"));
            var epoch = ledger.changeIf(id, page -> page.claim("one", clock.instant(), HOLD))
                    .orElseThrow()
                    .epoch();
            var skipped = new Skipped(Reason.UNSUBSCRIBED);

            var seen = atOnce(List.of(
                    () -> ledger.changeIf(id, page -> page.fence(epoch, Set.of("ada"))),
                    () -> ledger.change(id, page -> page.skip(Map.of("ada", skipped)))));

            var end = stateOf(ledger.find(id).orElseThrow(), "ada");
            var fenced = seen.getFirst().orElseThrow().fencedReaders(epoch).contains("ada");
            assertThat(end).isEqualTo(fenced ? new Fenced(epoch) : skipped);
        }
    }

    @Test
    void losesNoChangeOfManyWhoChangeAPageAtOnce() throws Exception {
        var readers = IntStream.range(0, LedgerPage.MAX_ROWS)
                .mapToObj(i -> "reader" + i)
                .toList();
        page(readers.toArray(String[]::new));

        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var changes = readers.stream()
                    .map(reader -> threads.submit(() ->
                            ledger.change(PAGE, page -> page.skip(Map.of(reader, new Skipped(Reason.UNSUBSCRIBED))))))
                    .toList();
            for (var change : changes) {
                change.get();
            }
        }

        assertThat(ledger.find(PAGE).orElseThrow().tally().byState()).isEqualTo(Map.of("skipped", 64L));
        assertThat(ledger.tallies(List.of(PAGE, "none"))).isEqualTo(Map.of(PAGE, new Tally(Map.of("skipped", 64L))));
    }

    @Test
    void changesNothingWhereNoPageIs() {
        assertThat(ledger.change("none", LedgerPage::skipAll)).isEmpty();
        assertThat(ledger.find("none")).isEmpty();
    }

    private void page(String... readers) {
        ledger.keepFirst(LedgerPage.draft(PAGE, List.of(readers)));
        ledger.change(PAGE, page -> page.opened(Map.of()));
    }

    private LedgerPage claim(String owner, ClaimRules rules) {
        return ledger.changeIf(PAGE, page -> page.claim(owner, clock.instant(), rules))
                .orElseThrow();
    }

    private LedgerPage awaitClaim(String owner) {
        Awaitility.await()
                .until(() -> ledger.find(PAGE)
                        .flatMap(page -> page.due(SHORT.lease()))
                        .filter(due -> !due.isAfter(clock.instant()))
                        .isPresent());
        return claim(owner, SHORT);
    }

    private Optional<LedgerPage> fence(long epoch, Set<String> readers) {
        return ledger.changeIf(PAGE, page -> page.fence(epoch, readers));
    }

    private static List<Optional<LedgerPage>> atOnce(List<Callable<Optional<LedgerPage>>> calls) throws Exception {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            return threads.invokeAll(calls).stream().map(Future::resultNow).toList();
        }
    }
}
