package app.tidings.ingest;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;

/** Does the same thing in two threads at the same moment, for promises about who wins. */
public final class AtOnce {

    private AtOnce() {}

    /** What both got. */
    public static <T> List<T> atOnce(Callable<T> work) throws Exception {
        return atOnce(work, work);
    }

    /** What each got. */
    public static <T> List<T> atOnce(Callable<T> one, Callable<T> other) throws Exception {
        var start = new CyclicBarrier(2);
        var results = new ArrayList<T>();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var running = List.of(one, other).stream()
                    .map(work -> threads.submit(() -> {
                        start.await();
                        return work.call();
                    }))
                    .toList();
            for (var each : running) {
                results.add(each.get());
            }
        }
        return results;
    }
}
