package app.tidings.local.prove.point;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.concurrent.atomic.AtomicLongArray;
import org.jspecify.annotations.Nullable;

/** Counts how often this process passes each crash point, and ends it at once at the passing that was asked for. */
public final class Passings {

    /** Exit status of a process that ended at its crash point. */
    public static final int HALTED = 77;

    /** Exit status of a process in which the points could not be planted. */
    public static final int NOT_PLANTED = 78;

    private static volatile @Nullable Passings ofThisProcess;

    private final List<CrashPoint> points;
    private final @Nullable Armed armed;
    private final FileChannel seen;
    private final AtomicLongArray counts;

    private Passings(List<CrashPoint> points, @Nullable Armed armed, FileChannel seen) {
        this.points = points;
        this.armed = armed;
        this.seen = seen;
        this.counts = new AtomicLongArray(points.size());
    }

    /**
     * Counts from now on.
     *
     * @param armed where to end; nowhere where there is none
     * @param seen each passing is added to this file as a line with the point's name
     */
    static void begin(List<CrashPoint> points, @Nullable Armed armed, Path seen) throws IOException {
        var file =
                FileChannel.open(seen, StandardOpenOption.CREATE, StandardOpenOption.WRITE, StandardOpenOption.APPEND);
        ofThisProcess = new Passings(points, armed, file);
    }

    /** What is planted calls this, with the point's place in the table. */
    public static void pass(int point) {
        var passings = ofThisProcess;
        if (passings != null) {
            passings.count(point);
        }
    }

    private void count(int point) {
        var name = points.get(point).name();
        var times = counts.incrementAndGet(point);
        try {
            seen.write(ByteBuffer.wrap((name + "\n").getBytes(UTF_8)));
        } catch (IOException e) {
            giveUp("cannot write down that %s was passed".formatted(name), e);
        }
        if (armed != null && armed.point().equals(name) && armed.passing() == times) {
            Runtime.getRuntime().halt(HALTED);
        }
    }

    /** Whatever is wrong with the points must not look as if nothing were: the process ends, loudly. */
    static void giveUp(String problem, Throwable cause) {
        System.err.println("tidings: " + problem + ": " + cause);
        Runtime.getRuntime().halt(NOT_PLANTED);
    }
}
