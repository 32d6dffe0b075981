package app.tidings.curation;

import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;

/** Does the same several times at the same moment. */
public final class AtOnce {

    private AtOnce() {}

    /** What each of them came to. */
    public static <T> List<T> run(int times, Callable<T> act) throws Exception {
        return run(IntStream.range(0, times).<Callable<T>>mapToObj(each -> act).toList());
    }

    public static <T> List<T> run(List<Callable<T>> acts) throws Exception {
        var start = new CountDownLatch(1);
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var running = acts.stream()
                    .map(act -> threads.submit(() -> {
                        start.await();
                        return act.call();
                    }))
                    .toList();
            start.countDown();
            return running.stream().map(AtOnce::result).toList();
        }
    }

    private static <T> T result(Future<T> running) {
        try {
            return running.get();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }
}
