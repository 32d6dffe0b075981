package app.tidings.local.prove;

import app.tidings.local.prove.check.Evidence.Seen;
import app.tidings.local.stage.Api;
import app.tidings.local.stage.Patience;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** Looks at the counts of everything that is sent, as the desk would, and notes where they cannot be true. */
final class WatchSendings implements AutoCloseable {

    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(400);

    private final Api notifier;
    private final Map<String, Long> frozen = new HashMap<>();
    private final List<String> miscounts = new ArrayList<>();
    private final List<String> earlyEnds = new ArrayList<>();
    private long looks;
    private final Thread watching;

    /** How a sending stands, as notify tells. */
    record Standing(String subjectId, String phase, long candidates, Map<String, Long> counts) {

        boolean isFreezing() {
            return phase.equals("FREEZING");
        }

        boolean isDone() {
            return phase.equals("DONE");
        }

        long open() {
            return counts.getOrDefault("open", 0L);
        }
    }

    record Listed(List<Standing> deliveries, @Nullable String next) {}

    WatchSendings(Api notifier) {
        this.notifier = notifier;
        this.watching = Thread.ofVirtual().name("watch").start(this::watch);
    }

    private void watch() {
        try {
            while (!Thread.currentThread().isInterrupted()) {
                look(notifier.get("/api/v1/deliveries", Listed.class).deliveries());
                TimeUnit.NANOSECONDS.sleep(BETWEEN_LOOKS.toNanos());
            }
        } catch (InterruptedException | Patience.GaveUp e) {
            // it is over
        }
    }

    private synchronized void look(List<Standing> standings) {
        looks++;
        standings.stream().filter(each -> !each.isFreezing()).forEach(this::look);
    }

    private void look(Standing standing) {
        var first = frozen.putIfAbsent(standing.subjectId(), standing.candidates());
        var sum = standing.counts().values().stream().mapToLong(Long::longValue).sum();
        if (sum != standing.candidates() || (first != null && first != standing.candidates())) {
            miscounts.add("%s had %d candidates once frozen, and later %s, in all %d"
                    .formatted(standing.subjectId(), first, standing.counts(), standing.candidates()));
        }
        if (standing.isDone() && standing.open() > 0) {
            earlyEnds.add("%s was told to be over with %d open rows".formatted(standing.subjectId(), standing.open()));
        }
    }

    synchronized Seen seen() {
        return new Seen(looks, List.copyOf(miscounts), List.copyOf(earlyEnds));
    }

    @Override
    public void close() {
        watching.interrupt();
    }
}
