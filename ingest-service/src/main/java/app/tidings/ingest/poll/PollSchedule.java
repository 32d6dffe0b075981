package app.tidings.ingest.poll;

import app.tidings.ingest.outcome.PollState;
import app.tidings.ingest.source.Source;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * When this replica polls what. Sources wait in lanes, one for each host, so that a host is asked by so many polls at a time
 * and with a pause between them, or as the host itself asks, and no slow host holds up another. Holds everything in memory; safe for threads.
 */
final class PollSchedule {

    private final int perHost;
    private final Duration hostGap;
    private final Map<String, Entry> entries = new HashMap<>();
    private final Map<String, Lane> lanes = new HashMap<>();
    private final Map<Integer, Integer> busy = new HashMap<>();
    private final TreeSet<Lane> ready =
            new TreeSet<>(Comparator.comparing((Lane lane) -> lane.startAt).thenComparing(lane -> lane.host));

    /** A source in its lane. */
    private static final class Entry {

        private Lane lane;
        private Source source;
        private Instant due;
        private boolean underWay;

        Entry(Lane lane, Source source) {
            this.lane = lane;
            this.source = source;
            this.due = source.dueAt();
        }
    }

    /** The sources of one host. */
    private static final class Lane {

        private final String host;
        private final TreeSet<Entry> waiting = new TreeSet<>(
                Comparator.comparing((Entry entry) -> entry.due).thenComparing(entry -> entry.source.id()));
        private int underWay;
        private Duration pause = Duration.ZERO;
        private Instant freeAt = Instant.MIN;
        private Instant startAt = Instant.MIN;

        Lane(String host) {
            this.host = host;
        }

        /** A source of a host that asks for a pause is polled alone, and so is any other source there. */
        void slowDownFor(Source source) {
            var wanted = source.settings().connector().pause();
            pause = wanted.compareTo(pause) > 0 ? wanted : pause;
        }
    }

    PollSchedule(int perHost, Duration hostGap) {
        this.perHost = perHost;
        this.hostGap = hostGap;
    }

    /** Replaces all that is known of these buckets by what the store has. */
    synchronized void replace(Set<Integer> buckets, Collection<Source> stored) {
        var gone = new HashSet<String>();
        entries.forEach((id, entry) -> {
            if (buckets.contains(entry.source.bucket())) {
                gone.add(id);
            }
        });
        for (var source : stored) {
            gone.remove(source.id());
            put(source);
        }
        gone.forEach(this::remove);
    }

    private void put(Source stored) {
        var known = entries.get(stored.id());
        if (known == null) {
            var entry = new Entry(laneOf(stored), stored);
            entries.put(stored.id(), entry);
            enter(entry);
        } else {
            var newest = isNewer(known.source.poll(), stored.poll()) ? stored.polled(known.source.poll()) : stored;
            reschedule(known, newest, newest.dueAt());
        }
    }

    private Lane laneOf(Source source) {
        return lanes.computeIfAbsent(source.host(), Lane::new);
    }

    /** Lets it wait in the lane of the host that it has now. */
    private void enter(Entry entry) {
        entry.lane = laneOf(entry.source);
        entry.lane.slowDownFor(entry.source);
        update(entry.lane, () -> entry.lane.waiting.add(entry));
    }

    /** Polls that are not written yet are known here alone. */
    private static boolean isNewer(PollState known, PollState stored) {
        var here = known.polledAt();
        var there = stored.polledAt();
        return here != null && (there == null || here.isAfter(there));
    }

    private void remove(String id) {
        var entry = entries.remove(id);
        if (entry != null && !entry.underWay) {
            update(entry.lane, () -> entry.lane.waiting.remove(entry));
        }
    }

    /** Forgets all sources of these buckets; polls under way end as they may. */
    synchronized void forget(Set<Integer> buckets) {
        replace(buckets, List.of());
    }

    /** A source that is to be polled now; it is under way until {@link #done} is called. */
    synchronized Optional<Source> next(Instant now) {
        if (ready.isEmpty() || ready.first().startAt.isAfter(now)) {
            return Optional.empty();
        }
        var lane = ready.first();
        var entry = lane.waiting.first();
        update(lane, () -> {
            lane.waiting.remove(entry);
            lane.underWay++;
            lane.freeAt = now.plus(gap(lane));
            entry.underWay = true;
        });
        busy.merge(entry.source.bucket(), 1, Integer::sum);
        return Optional.of(entry.source);
    }

    /** When {@link #next} will have something, as far as is known. */
    synchronized @Nullable Instant nextAt() {
        return ready.isEmpty() ? null : ready.first().startAt;
    }

    /**
     * Ends what {@link #next} began.
     *
     * @param due when the source is to be polled again; null to go by its state
     */
    synchronized void done(Source source, PollState state, @Nullable Instant due, Instant now) {
        busy.computeIfPresent(source.bucket(), (_, polls) -> polls == 1 ? null : polls - 1);
        var entry = entries.get(source.id());
        var lane = lanes.get(source.host());
        if (lane == null) {
            return;
        }
        if (entry != null && entry.underWay) {
            entry.underWay = false;
            entry.source = entry.source.polled(state);
            entry.due = due == null ? entry.source.dueAt() : due;
            enter(entry);
        }
        update(lane, () -> {
            lane.underWay--;
            var free = now.plus(gap(lane));
            lane.freeAt = free.isAfter(lane.freeAt) ? free : lane.freeAt;
        });
    }

    private void reschedule(Entry entry, Source source, Instant due) {
        if (entry.underWay) {
            entry.source = source;
            return;
        }
        var lane = entry.lane;
        if (!lane.host.equals(source.host())) {
            update(lane, () -> lane.waiting.remove(entry));
            entry.source = source;
            entry.due = due;
            enter(entry);
            return;
        }
        update(lane, () -> {
            lane.waiting.remove(entry);
            entry.source = source;
            entry.due = due;
            lane.waiting.add(entry);
        });
    }

    /** The buckets of the polls that are under way. */
    synchronized Set<Integer> busy() {
        return Set.copyOf(busy.keySet());
    }

    synchronized int size() {
        return entries.size();
    }

    private Duration gap(Lane lane) {
        return lane.pause.compareTo(hostGap) > 0 ? lane.pause : hostGap;
    }

    /** A lane's place among the ready ones hangs on what is changed here, so it is taken out meanwhile. */
    private void update(Lane lane, Runnable change) {
        ready.remove(lane);
        change.run();
        if (lane.waiting.isEmpty()) {
            if (lane.underWay == 0) {
                lanes.remove(lane.host, lane);
            }
        } else if (lane.underWay < (lane.pause.isZero() ? perHost : 1)) {
            var due = lane.waiting.first().due;
            lane.startAt = due.isAfter(lane.freeAt) ? due : lane.freeAt;
            ready.add(lane);
        }
    }
}
