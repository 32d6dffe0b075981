package app.tidings.local.prove;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;

import app.tidings.local.prove.part.Member;
import app.tidings.local.prove.part.Processes;
import app.tidings.local.prove.point.Armed;
import app.tidings.local.prove.point.CrashPoint;
import app.tidings.local.prove.point.Orders;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The drill of one service: what is still to be passed, and what was. In a round it ends at a few points after one another;
 * one whose last passing is meant has the round for itself.
 */
final class ServiceDrill {

    private static final int CRASHES_A_ROUND = 4;
    private static final int TRIES = 3;

    private final Member member;
    private final Processes processes;
    private final Path directory;
    private final Deque<Task> tasks = new ArrayDeque<>();
    private final List<String> halts = new ArrayList<>();
    private final List<String> notPassed = new ArrayList<>();
    private @Nullable Task current;
    private int crashesLeft;
    private int orders;

    /**
     * One crash to come.
     *
     * @param last whether the last passing is meant, which may come sooner or later than counted
     */
    private record Task(String point, long passing, boolean last, int tries) {

        Armed armed() {
            return new Armed(point, passing);
        }
    }

    ServiceDrill(Member member, Processes processes, Path directory) {
        this.member = member;
        this.processes = processes;
        this.directory = directory;
    }

    /** Only counts, from now on; starts the service if it is down. */
    synchronized void onlyCount() {
        order(null);
    }

    /** Plans three crashes at each of the points that are this service's, by what was counted; fewer where it is passed less. */
    void plan(List<CrashPoint> points) {
        var counted = seen();
        for (var point : points) {
            if (point.service().equals(member.word())) {
                long times = counted.getOrDefault(point.name(), 0L);
                if (times == 0) {
                    notPassed.add("%s was never passed".formatted(point.name()));
                }
                for (var passing = 1; passing <= Math.min(2, times); passing++) {
                    tasks.add(new Task(point.name(), passing, false, TRIES));
                }
                if (times > 2) {
                    tasks.addLast(new Task(point.name(), times, true, TRIES));
                }
            }
        }
    }

    boolean goesOn() {
        return !tasks.isEmpty();
    }

    synchronized void beginRound() {
        crashesLeft = CRASHES_A_ROUND;
        next();
    }

    private void next() {
        var task = crashesLeft > 0 ? tasks.peek() : null;
        if (task != null && (!task.last() || crashesLeft == CRASHES_A_ROUND)) {
            current = tasks.poll();
            crashesLeft = task.last() ? 0 : crashesLeft - 1;
            order(task);
        } else {
            current = null;
            order(null);
        }
    }

    /** Tells the process that runs, or the one that is started now. */
    private void order(@Nullable Task task) {
        orders++;
        var file = directory.resolve(member.word() + "-orders");
        try {
            new Orders(seenFile(), task == null ? null : task.armed()).write(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        processes.startWithPoints(member, file);
    }

    private Path seenFile() {
        return directory.resolve("%s-passed-%d".formatted(member.word(), orders));
    }

    synchronized boolean isArmed() {
        return current != null;
    }

    synchronized void goOnWhereHalted() {
        if (processes.hasHalted(member)) {
            var task = current;
            if (task != null) {
                halts.add("%s ended at passing %d%s"
                        .formatted(task.point(), task.passing(), task.last() ? ", the last" : ""));
            }
            next();
        }
    }

    /** What was armed and not passed is tried again, where fewer passings were seen at the last of those. */
    synchronized void endRound() {
        crashesLeft = 0;
        goOnWhereHalted();
        var task = current;
        current = null;
        if (task == null) {
            return;
        }
        long times = seen().getOrDefault(task.point(), 0L);
        if (task.tries() <= 1) {
            notPassed.add("%s was armed for passing %d and saw %d".formatted(task.point(), task.passing(), times));
        } else {
            var passing = task.last() && times > 0 ? times : task.passing();
            tasks.addLast(new Task(task.point(), passing, task.last(), task.tries() - 1));
        }
    }

    private Map<String, Long> seen() {
        var file = seenFile();
        if (!Files.exists(file)) {
            return Map.of();
        }
        try (var lines = Files.lines(file)) {
            return lines.collect(groupingBy(line -> line, counting()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    List<String> halts() {
        return List.copyOf(halts);
    }

    List<String> notPassed() {
        return List.copyOf(notPassed);
    }
}
