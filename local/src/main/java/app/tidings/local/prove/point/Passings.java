package app.tidings.local.prove.point;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Counts how often this process passes each crash point, and ends it at once at the passing that was asked for. */
public final class Passings {

    /** Exit status of a process that ended at its crash point. */
    public static final int HALTED = 77;

    /** Exit status of a process in which the points could not be planted. */
    public static final int NOT_PLANTED = 78;

    private static volatile @Nullable Passings ofThisProcess;

    private final List<CrashPoint> points;
    private final Path file;
    private Orders orders;
    private FileChannel seen;
    private long[] counts;

    private Passings(List<CrashPoint> points, Path file) throws IOException {
        this.points = points;
        this.file = file;
        this.orders = Orders.read(file);
        this.seen = open(orders);
        this.counts = new long[points.size()];
    }

    /**
     * Counts from now on, and anew with each order.
     *
     * @param file of the {@link Orders}
     */
    static void begin(List<CrashPoint> points, Path file) throws IOException {
        ofThisProcess = new Passings(points, file);
    }

    private static FileChannel open(Orders orders) throws IOException {
        return FileChannel.open(
                orders.seen(), StandardOpenOption.CREATE, StandardOpenOption.WRITE, StandardOpenOption.APPEND);
    }

    /** What is planted calls this, with the point's place in the table. */
    public static void pass(int point) {
        var passings = ofThisProcess;
        if (passings != null) {
            passings.count(point);
        }
    }

    private synchronized void count(int point) {
        var name = points.get(point).name();
        try {
            takeOrders();
            seen.write(ByteBuffer.wrap((name + "\n").getBytes(UTF_8)));
        } catch (IOException e) {
            giveUp("cannot write down that %s was passed".formatted(name), e);
        }
        counts[point]++;
        if (new Armed(name, counts[point]).equals(orders.armed())) {
            Runtime.getRuntime().halt(HALTED);
        }
    }

    private void takeOrders() throws IOException {
        var newest = Orders.read(file);
        if (!newest.equals(orders)) {
            seen.close();
            orders = newest;
            seen = open(newest);
            counts = new long[points.size()];
        }
    }

    /** Whatever is wrong with the points must not look as if nothing were: the process ends, loudly. */
    static void giveUp(String problem, Throwable cause) {
        System.err.println("tidings: " + problem + ": " + cause);
        Runtime.getRuntime().halt(NOT_PLANTED);
    }
}
