package app.tidings.ingest.poll;

import app.tidings.ingest.IngestSettings;
import app.tidings.ingest.poll.Buckets.Bucket;
import app.tidings.ingest.source.Source;
import app.tidings.platform.mongo.StoreClock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * The buckets that this replica holds. Each replica takes its share of them and gives back what is more. A poll may begin
 * only while half of the lease is left, so that it ends before another replica may begin one; were it to take longer, its
 * result would be fenced by the higher epoch.
 */
@Component
final class Leases {

    private final Buckets buckets;
    private final Replicas replicas;
    private final StoreClock storeClock;
    private final Duration lease;
    private final String owner = UUID.randomUUID().toString();
    private final Map<Integer, Held> held = new ConcurrentHashMap<>();
    private boolean prepared;

    /** A bucket in hand, until a moment of {@link System#nanoTime}. */
    private record Held(long epoch, long changes, long untilNanos) {

        /** Whether it is the same lease over the same sources. */
        boolean isOf(@Nullable Held other) {
            return other != null && other.epoch == epoch && other.changes == changes;
        }
    }

    /**
     * What a beat brought.
     *
     * @param toLoad buckets whose sources are to be read: new in hand, or changed by somebody
     * @param lost buckets that are in hand no more
     */
    record Beat(Set<Integer> toLoad, Set<Integer> lost) {}

    Leases(Buckets buckets, Replicas replicas, StoreClock storeClock, IngestSettings settings) {
        this.buckets = buckets;
        this.replicas = replicas;
        this.storeClock = storeClock;
        this.lease = settings.poll().lease();
    }

    /**
     * Renews what is held, takes what is free, gives back what is too much.
     *
     * @param busy the buckets with polls under way; they are not given back now
     */
    synchronized Beat beat(Supplier<Set<Integer>> busy) {
        if (!prepared) {
            buckets.prepare(Source.BUCKETS);
            prepared = true;
        }
        var began = System.nanoTime();
        var now = storeClock.instant();
        buckets.renew(owner, now, lease);
        var share = Math.ceilDiv(Source.BUCKETS, replicas.present(owner, now, lease));
        var all = buckets.all();
        var mine = all.stream()
                .filter(bucket -> isMine(bucket, now))
                .map(Bucket::number)
                .toList();
        if (mine.size() < share) {
            claim(all, share - mine.size(), now);
        } else {
            giveBack(mine, mine.size() - share, busy);
        }
        return takeStock(now, began + lease.toNanos());
    }

    private void claim(List<Bucket> all, int wanted, Instant now) {
        var claimed = 0;
        for (var bucket : all) {
            if (claimed < wanted && bucket.isFree(now) && buckets.claimIfFree(bucket.number(), owner, now, lease)) {
                claimed++;
            }
        }
    }

    /** First nobody may begin a poll there, then it is looked whether one is under way: so none slips through. */
    private void giveBack(List<Integer> mine, int count, Supplier<Set<Integer>> busy) {
        var surplus = new HashMap<Integer, Held>();
        for (var number : mine.subList(mine.size() - count, mine.size())) {
            var inHand = held.remove(number);
            if (inHand != null) {
                surplus.put(number, inHand);
            }
        }
        for (var number : busy.get()) {
            var inHand = surplus.remove(number);
            if (inHand != null) {
                held.put(number, inHand);
            }
        }
        buckets.release(owner, surplus.keySet());
    }

    private Beat takeStock(Instant now, long untilNanos) {
        var toLoad = new HashSet<Integer>();
        var lost = new HashSet<>(held.keySet());
        for (var bucket : buckets.all()) {
            if (isMine(bucket, now)) {
                var inHand = new Held(bucket.epoch(), bucket.changes(), untilNanos);
                if (!inHand.isOf(held.put(bucket.number(), inHand))) {
                    toLoad.add(bucket.number());
                }
                lost.remove(bucket.number());
            }
        }
        lost.forEach(held::remove);
        return new Beat(toLoad, lost);
    }

    private boolean isMine(Bucket bucket, Instant now) {
        return bucket.owner().equals(owner) && !bucket.isFree(now);
    }

    /** The epoch of the lease under which a poll in the bucket may begin; empty when none may. */
    OptionalLong epochToBegin(int bucket) {
        var inHand = held.get(bucket);
        return inHand != null && inHand.untilNanos() - System.nanoTime() > lease.toNanos() / 2
                ? OptionalLong.of(inHand.epoch())
                : OptionalLong.empty();
    }

    /** The buckets in hand. */
    Set<Integer> inHand() {
        return Set.copyOf(held.keySet());
    }

    /** Gives everything back, so that others need not wait for the leases to end. */
    synchronized void releaseAll() {
        var all = Set.copyOf(held.keySet());
        held.clear();
        buckets.release(owner, all);
        replicas.leave(owner);
    }
}
