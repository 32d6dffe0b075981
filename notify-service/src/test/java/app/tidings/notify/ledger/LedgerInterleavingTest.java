package app.tidings.notify.ledger;

import static app.tidings.notify.ledger.TestPages.HOLD;
import static app.tidings.notify.ledger.TestPages.NOW;
import static app.tidings.notify.ledger.TestPages.PLAN;
import static app.tidings.notify.ledger.TestPages.RESEND;
import static app.tidings.notify.ledger.TestPages.stored;
import static org.assertj.core.api.Assertions.assertThat;

import app.tidings.notify.ledger.LedgerPage.ClaimRules;
import app.tidings.notify.ledger.Outcome.Delivered;
import app.tidings.notify.ledger.Outcome.Failed;
import app.tidings.notify.ledger.Outcome.Fault;
import app.tidings.notify.ledger.RowState.Fenced;
import app.tidings.notify.ledger.RowState.Reason;
import app.tidings.notify.ledger.RowState.Skipped;
import app.tidings.notify.ledger.RowState.Unknown;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * The whole protocol over one page in random order: a freezer, three senders that are killed or fall asleep at any step, a
 * relay that takes, refuses, puts off and hangs up, a store that loses the answer to a fence, readers who unsubscribe, and time. After every step the promises hold;
 * at the end every row is settled.
 */
class LedgerInterleavingTest {

    private static final int READERS = 5;
    private static final int STEPS = 120;
    private static final int ROUNDS = Integer.getInteger("tidings.interleavings", 500);

    @ParameterizedTest
    @CsvSource({"HOLD", "RESEND"})
    void losesNobodyAndDoublesNothingThatWasNotFenced(String policy) {
        for (var seed = 0; seed < ROUNDS; seed++) {
            var world = new World(new Random(seed), policy.equals("HOLD") ? HOLD : RESEND);
            for (var step = 0; step < STEPS; step++) {
                world.step();
                world.check("seed %d, step %d".formatted(seed, step));
            }
            world.drain();
            world.checkEnd("seed %d, end".formatted(seed));
        }
    }

    /** What there is outside of the page, and who acts on it. */
    private static final class World {

        private final Random random;
        private final ClaimRules rules;
        private final List<String> readers =
                IntStream.range(0, READERS).mapToObj(i -> "reader" + i).toList();
        private final Set<String> left = new HashSet<>();
        private final Set<String> acknowledged = new HashSet<>();
        private final Set<String> fencedAfterAcknowledged = new HashSet<>();
        private final Map<String, Integer> delivered = new HashMap<>();
        private final Map<String, Integer> secondChances = new HashMap<>();
        private final List<Sender> senders = new ArrayList<>();
        private @Nullable LedgerPage page;
        private @Nullable Map<String, RowState> secondReading;
        private final List<String> leaving = new ArrayList<>();
        private Instant now = NOW;
        private boolean calm;
        private final Set<Fence> takenBack = new HashSet<>();
        private @Nullable Fence late;

        /** A fence whose write was not answered: it is written later, if nobody writes the page before. */
        private record Fence(long version, long epoch, Set<String> readers) {}

        World(Random random, ClaimRules rules) {
            this.random = random;
            this.rules = rules;
            for (var i = 0; i < 3; i++) {
                senders.add(new Sender("sender" + i));
            }
        }

        void step() {
            switch (random.nextInt(13)) {
                case 0 -> freeze();
                case 1 -> leave();
                case 2 -> senders.set(random.nextInt(3), new Sender("restarted")); // killed: its memory is gone
                case 3 -> now = now.plusSeconds(random.nextInt(100));
                case 4 -> writeLate();
                default -> senders.get(random.nextInt(3)).step();
            }
        }

        private void writeLate() {
            var fence = late;
            late = null;
            if (fence != null && page != null && page.version() == fence.version()) {
                change(read -> read.fence(fence.epoch(), fence.readers()).orElse(read));
            }
        }

        private void change(UnaryOperator<LedgerPage> rule) {
            var read = page;
            if (read != null) {
                var changed = rule.apply(read);
                noteSecondChances(read, changed);
                checkNothingIsOpenAgain(read, changed);
                page = changed.equals(read) ? read : stored(changed, now);
            }
        }

        /** Somebody decided that what may have been sent is sent again. */
        private void noteSecondChances(LedgerPage read, LedgerPage changed) {
            for (var i = 0; i < read.rows().size(); i++) {
                if (read.rows().get(i).state() instanceof Fenced
                        && changed.rows().get(i).state() instanceof RowState.Claimed) {
                    secondChances.merge(read.rows().get(i).reader(), 1, Integer::sum);
                }
            }
        }

        /** The mark of what is settled has moved over such a row, and nobody would look at it again. */
        private static void checkNothingIsOpenAgain(LedgerPage read, LedgerPage changed) {
            for (var i = 0; i < read.rows().size(); i++) {
                assertThat(read.rows().get(i).state().unsettled()
                                || !changed.rows().get(i).state().unsettled())
                        .as("%s after %s", changed.rows().get(i), read.rows().get(i))
                        .isTrue();
            }
        }

        /** Draft, second reading, opening: three steps with anything in between. */
        private void freeze() {
            if (page == null) {
                var wanting =
                        readers.stream().filter(each -> !left.contains(each)).toList();
                page = stored(LedgerPage.draft("subject:email:1", wanting), now);
            } else if (page.draft() && secondReading == null) {
                secondReading = refusals(readers);
            } else if (page.draft()) {
                var out = Map.copyOf(secondReading);
                change(draft -> draft.opened(out));
            }
        }

        private Map<String, RowState> refusals(List<String> some) {
            var out = new HashMap<String, RowState>();
            some.stream().filter(left::contains).forEach(each -> out.put(each, new Skipped(Reason.UNSUBSCRIBED)));
            return out;
        }

        /** Written down, taken out, acknowledged: three steps with anything in between. */
        private void leave() {
            if (leaving.isEmpty() || random.nextBoolean()) {
                var reader = readers.get(random.nextInt(READERS));
                if (left.size() < 3 && left.add(reader)) {
                    leaving.add(reader);
                }
            } else {
                var reader = leaving.removeFirst();
                change(frozen -> frozen.skip(refusals(List.of(reader))));
                acknowledged.add(reader);
            }
        }

        void check(String where) {
            if (page != null) {
                assertThat(page.tally().total()).as(where).isEqualTo(page.rows().size());
            }
            takenBack.forEach(fence -> assertThat(Objects.requireNonNull(page).fencedReaders(fence.epoch()))
                    .as(where + ": fences that were taken back")
                    .doesNotContainAnyElementsOf(fence.readers()));
            assertThat(fencedAfterAcknowledged)
                    .as(where + ": fenced after unsubscribing")
                    .isEmpty();
            delivered.forEach((reader, times) -> assertThat(times)
                    .as(where + ": mails to " + reader)
                    .isLessThanOrEqualTo(1 + secondChances.getOrDefault(reader, 0)));
        }

        /** From now on nobody is killed and the relay takes everything. */
        void drain() {
            calm = true;
            while (!leaving.isEmpty()) {
                leave();
            }
            for (var i = 0; i < 20; i++) {
                now = now.plusSeconds(1200); // leases and retries are over
                IntStream.range(0, 4).forEach(_ -> freeze());
                IntStream.range(0, 40).forEach(_ -> senders.forEach(Sender::step));
            }
        }

        void checkEnd(String where) {
            var end = Objects.requireNonNull(page);
            assertThat(end.tally().open()).as(where + ": open").isZero();
            for (var row : end.rows()) {
                var mails = delivered.getOrDefault(row.reader(), 0);
                switch (row.state()) {
                    case RowState.Sent _ -> assertThat(mails).as(where).isPositive();
                    case RowState.Skipped _ -> assertThat(left).as(where).contains(row.reader());
                    case Unknown _ -> assertThat(mails).as(where).isLessThanOrEqualTo(1 + secondChances(row));
                    case RowState.Refused _ -> assertThat(mails).as(where).isLessThanOrEqualTo(secondChances(row));
                    default -> throw new AssertionError(where + ": " + row);
                }
            }
        }

        private int secondChances(Row row) {
            return secondChances.getOrDefault(row.reader(), 0);
        }

        /** A sender, step by step; whoever is not chosen for long is asleep, and a zombie when it wakes. */
        private final class Sender {

            private final String name;
            private long epoch;
            private boolean holding;
            private boolean loaded;
            private final List<String> claimed = new ArrayList<>();
            private final Set<String> batch = new HashSet<>();
            private final Map<String, Outcome> answers = new HashMap<>();
            private @Nullable Fence unanswered;

            Sender(String name) {
                this.name = name;
            }

            void step() {
                if (unanswered != null) {
                    takeBack(unanswered);
                } else if (!holding) {
                    claim();
                } else if (!loaded) {
                    load();
                } else if (!batch.isEmpty()) {
                    send(batch.iterator().next());
                } else if (!answers.isEmpty()) {
                    mark();
                } else if (!claimed.isEmpty()) {
                    fence();
                } else {
                    change(read -> read.release(epoch));
                    holding = false;
                }
            }

            private void claim() {
                change(read -> {
                    var taken = read.claim(name, now, rules);
                    holding = taken.isPresent();
                    loaded = false;
                    taken.ifPresent(mine -> {
                        epoch = mine.epoch();
                        claimed.addAll(mine.claimedReaders());
                    });
                    return taken.orElse(read);
                });
            }

            private void load() {
                var out = refusals(claimed);
                change(read -> read.skip(out));
                claimed.removeAll(out.keySet());
                loaded = true;
            }

            private void fence() {
                var next = Set.copyOf(claimed.subList(0, Math.min(2, claimed.size())));
                claimed.removeAll(next);
                if (!calm && random.nextInt(6) == 0) {
                    unanswered = new Fence(Objects.requireNonNull(page).version(), epoch, next);
                    late = unanswered;
                    return;
                }
                change(read -> read.fence(epoch, next)
                        .map(fenced -> {
                            batch.addAll(fenced.fencedReaders(epoch));
                            batch.retainAll(next);
                            return fenced;
                        })
                        .orElseGet(() -> {
                            claimed.clear();
                            return read;
                        }));
                batch.stream().filter(acknowledged::contains).forEach(fencedAfterAcknowledged::add);
            }

            private void takeBack(Fence fence) {
                change(read -> read.unfence(fence.epoch(), fence.readers()));
                takenBack.add(fence);
                unanswered = null;
                claimed.clear();
                holding = false;
            }

            private void send(String reader) {
                batch.remove(reader);
                var outcome = calm ? new Delivered("250 ok") : outcome();
                var reached = outcome instanceof Delivered
                        || (outcome instanceof Failed failed
                                && failed.fault() == Fault.AMBIGUOUS
                                && random.nextBoolean());
                if (reached) {
                    delivered.merge(reader, 1, Integer::sum);
                }
                answers.put(reader, outcome);
            }

            private Outcome outcome() {
                return switch (random.nextInt(10)) {
                    case 0 -> new Failed(Fault.TRANSIENT, "451");
                    case 1 -> new Failed(Fault.PERMANENT, "550");
                    case 2 -> new Failed(Fault.AMBIGUOUS, "hung up");
                    case 3 -> new Failed(Fault.THROTTLED, "away");
                    default -> new Delivered("250 ok");
                };
            }

            private void mark() {
                change(read ->
                        read.settle(epoch, Map.copyOf(answers), (row, answer) -> PLAN.after(row, answer, now, 0.5)));
                answers.clear();
            }
        }
    }
}
