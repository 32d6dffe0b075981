package app.tidings.ingest.poll;

import static app.tidings.ingest.AtOnce.atOnce;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import app.tidings.ingest.IngestSettings;
import app.tidings.ingest.source.Source;
import app.tidings.platform.mongo.StoreClock;
import app.tidings.platform.testing.TestStore;
import com.mongodb.client.MongoDatabase;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class LeasesIT {

    private static final Set<Integer> ALL =
            IntStream.range(0, Source.BUCKETS).boxed().collect(Collectors.toSet());
    private static final Duration LONG = Duration.ofMinutes(5);
    private static final Duration SHORT = Duration.ofMillis(1_500);

    private final MongoDatabase database = TestStore.freshDatabase();
    private final Buckets buckets = new Buckets(database);

    @Test
    void aReplicaAloneTakesAllBucketsAndLoadsThem() {
        var alone = leases(LONG);

        var first = alone.beat(Set::of);
        var second = alone.beat(Set::of);

        assertThat(first.toLoad()).isEqualTo(ALL);
        assertThat(alone.inHand()).isEqualTo(ALL);
        assertThat(second.toLoad()).isEmpty();
        assertThat(second.lost()).isEmpty();
    }

    @Test
    void claimIfFreeHasOneWinner() throws Exception {
        buckets.prepare(30);
        for (var bucket = 0; bucket < 30; bucket++) {
            var number = bucket;
            var now = Instant.now();

            var winners = atOnce(
                    () -> buckets.claimIfFree(number, "one", now, LONG),
                    () -> buckets.claimIfFree(number, "other", now, LONG));

            assertThat(winners).containsExactlyInAnyOrder(true, false);
        }
    }

    @Test
    void twoReplicasShareAndNeverBothHoldABucket() throws Exception {
        var one = leases(LONG);
        var other = leases(LONG);
        for (var beat = 0; beat < 4; beat++) {
            atOnce(() -> one.beat(Set::of), () -> other.beat(Set::of));
            assertThat(both(one, other)).isEmpty();
        }

        assertThat(one.inHand()).hasSize(128);
        assertThat(other.inHand()).hasSize(128);
    }

    @Test
    void aBucketWithAPollUnderWayIsNotGivenBack() {
        var one = leases(LONG);
        one.beat(Set::of);
        var other = leases(LONG);
        other.beat(Set::of);

        one.beat(() -> ALL);
        other.beat(Set::of);

        assertThat(one.inHand()).isEqualTo(ALL);
        assertThat(other.inHand()).isEmpty();
    }

    @Test
    void theBucketsOfAKilledReplicaAreTakenOverAfterTheLeaseAndNotBefore() {
        var killed = leases(SHORT);
        killed.beat(Set::of);
        var heir = leases(SHORT);
        heir.beat(Set::of);
        assertThat(heir.inHand()).isEmpty();

        await().atMost(Duration.ofSeconds(20)).untilAsserted(() -> {
            heir.beat(Set::of);
            assertThat(both(killed, heir)).isEmpty();
            assertThat(heir.inHand()).isEqualTo(ALL);
        });

        assertThat(killed.beat(Set::of).lost()).isEqualTo(ALL);
        assertThat(killed.inHand()).isEmpty();
    }

    @Test
    void noPollBeginsInTheSecondHalfOfALease() {
        var frozen = leases(Duration.ofSeconds(4)); // time enough to look within its first half
        frozen.beat(Set::of);
        assertThat(frozen.epochToBegin(7)).hasValue(1);

        await().atMost(Duration.ofSeconds(5))
                .untilAsserted(() -> assertThat(frozen.epochToBegin(7)).isEmpty());

        assertThat(buckets.all().get(7).isFree(new StoreClock(database).instant()))
                .isFalse();
    }

    @Test
    void aLaterHolderHasAHigherEpoch() {
        var first = leases(LONG);
        first.beat(Set::of);
        first.releaseAll();
        var second = leases(LONG);

        second.beat(Set::of);

        assertThat(first.epochToBegin(7)).isEmpty();
        assertThat(second.epochToBegin(7)).hasValue(2);
    }

    @Test
    void changesByPeopleAreSeenByWhoeverHoldsTheBucket() {
        var holder = leases(LONG);
        holder.beat(Set::of);

        buckets.noteChange(List.of(3, 250));

        assertThat(holder.beat(Set::of).toLoad()).containsExactlyInAnyOrder(3, 250);
        assertThat(holder.beat(Set::of).toLoad()).isEmpty();
    }

    private Leases leases(Duration lease) {
        var poll = new IngestSettings.Poll(
                1, 1, 1, Duration.ZERO, lease, lease.dividedBy(3), Duration.ofMillis(50), LONG, LONG, LONG, LONG);
        var untaken = new IngestSettings.Untaken(LONG, LONG, LONG);
        var websub = new IngestSettings.Websub(LONG, LONG, LONG, 1);
        var settings = new IngestSettings(LONG, LONG, null, poll, untaken, websub);
        return new Leases(buckets, new Replicas(database), new StoreClock(database), settings);
    }

    /** Buckets in which both might begin a poll. */
    private static Set<Integer> both(Leases one, Leases other) {
        var both = new HashSet<Integer>();
        for (var bucket : ALL) {
            if (one.epochToBegin(bucket).isPresent()
                    && other.epochToBegin(bucket).isPresent()) {
                both.add(bucket);
            }
        }
        return both;
    }
}
