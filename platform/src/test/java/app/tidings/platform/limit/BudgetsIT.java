package app.tidings.platform.limit;

import static org.assertj.core.api.Assertions.assertThat;

import app.tidings.platform.limit.Budgets.Budget;
import app.tidings.platform.testing.TestStore;
import com.mongodb.client.MongoDatabase;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class BudgetsIT {

    private static final Instant NOW = Instant.parse("2026-11-20T08:30:00Z");
    private static final Budget THREE = new Budget("ip:1", 3, Duration.ofHours(1));

    private final MongoDatabase database = TestStore.freshDatabase();
    private final Budgets budgets = new Budgets(database);

    @Test
    void isNeverOverspentHoweverManyTakeAtOnce() throws Exception {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var calls = IntStream.range(0, 40)
                    .<Callable<Boolean>>mapToObj(i -> () -> budgets.take(THREE, NOW))
                    .toList();

            assertThat(threads.invokeAll(calls).stream().map(Future::resultNow))
                    .filteredOn(taken -> taken)
                    .hasSize(3);
        }
    }

    @Test
    void isFullAgainInTheNextWindow() {
        IntStream.range(0, 4).forEach(_ -> budgets.take(THREE, NOW));

        assertThat(budgets.take(THREE, NOW.plus(Duration.ofMinutes(30)).minusMillis(1)))
                .isFalse();
        assertThat(budgets.take(THREE, NOW.plus(Duration.ofMinutes(30)))).isTrue();
    }

    @Test
    void tellsWhoAsksAgainTheSame() {
        for (var i = 0; i < 2; i++) {
            assertThat(Stream.of("a", "b", "c", "d").map(taker -> budgets.take(THREE, taker, NOW)))
                    .containsExactly(true, true, true, false);
        }
    }

    @Test
    void isNeverOverspentByTakersWhoComeAtOnce() throws Exception {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var calls = IntStream.range(0, 40)
                    .<Callable<Boolean>>mapToObj(i -> () -> budgets.take(THREE, "taker" + i, NOW))
                    .toList();

            assertThat(threads.invokeAll(calls).stream().map(Future::resultNow))
                    .filteredOn(taken -> taken)
                    .hasSize(3);
        }
    }

    @Test
    void countsTakersFromTheFirstOneOn() {
        Stream.of("a", "b", "c").forEach(taker -> budgets.take(THREE, taker, NOW));
        var over = NOW.plus(Duration.ofHours(1));

        assertThat(budgets.take(THREE, "d", over.minusMillis(1))).isFalse();
        assertThat(budgets.take(THREE, "d", over)).isTrue();
        budgets.sweep(over.plusMillis(1));
        assertThat(Stream.of("e", "f", "g").map(taker -> budgets.take(THREE, taker, over)))
                .containsExactly(true, true, false);
    }

    @Test
    void isFullAgainOnceItIsRefilled() {
        Stream.of("a", "b", "c").forEach(taker -> budgets.take(THREE, taker, NOW));

        budgets.refill(THREE);

        assertThat(budgets.take(THREE, "d", NOW)).isTrue();
    }

    @Test
    void forgetsWindowsThatAreOver() {
        budgets.take(THREE, NOW);

        budgets.sweep(NOW.plus(Duration.ofMinutes(30)));
        assertThat(database.getCollection("budgets").countDocuments()).isOne();
        budgets.sweep(NOW.plus(Duration.ofMinutes(30)).plusMillis(1));

        assertThat(database.getCollection("budgets").countDocuments()).isZero();
    }
}
