package app.tidings.local.prove;

import app.tidings.local.prove.part.Member;
import app.tidings.local.prove.part.Processes;
import app.tidings.local.prove.sink.Sink;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.springframework.util.FileSystemUtils;

/**
 * Kills random members while mails go out: so many mails, a kill, and so on, hence all kills fall into the sending. What is
 * killed comes back by itself after a random moment.
 */
final class Killer {

    /** The sender, and what it stands on, matter most. */
    private static final List<Member> VICTIMS = List.of(
            Member.NOTIFY,
            Member.NOTIFY,
            Member.NOTIFY,
            Member.STORE,
            Member.STORE,
            Member.BROKER,
            Member.BROKER,
            Member.RENDER,
            Member.CURATION,
            Member.INGEST);

    private static final int LONGEST_DOWN_MILLIS = 1_500;
    private static final Duration PATIENCE = Duration.ofMinutes(5);

    private final Processes processes;
    private final Sink sink;
    private final Random random;
    private final Path kafkaData;
    private final List<Thread> restarts = new ArrayList<>();
    private final List<String> done = new ArrayList<>();

    Killer(Processes processes, Sink sink, Random random, Path kafkaData) {
        this.processes = processes;
        this.sink = sink;
        this.random = random;
        this.kafkaData = kafkaData;
    }

    /** Kills so many times, evenly over so many mails from now on; wipes Kafka in the middle if wanted. */
    void run(int kills, long mails, boolean wipe) throws InterruptedException {
        var from = sink.arrivals();
        for (var kill = 1; kill <= kills; kill++) {
            var at = from + mails * kill / (kills + 1);
            if (!sink.awaitArrivals(at, PATIENCE)) {
                note("no mail has come for %d minutes".formatted(PATIENCE.toMinutes()));
                return;
            }
            if (wipe && kill == (kills + 1) / 2) {
                wipeKafka();
            } else {
                kill(VICTIMS.get(random.nextInt(VICTIMS.size())));
            }
        }
    }

    private void kill(Member victim) {
        var down = random.nextInt(LONGEST_DOWN_MILLIS);
        if (processes.kill(victim)) {
            note("after mail %d: %s".formatted(sink.arrivals(), victim.word()));
        } else {
            note("after mail %d: %s, which was down".formatted(sink.arrivals(), victim.word()));
        }
        restarts.add(Thread.ofVirtual().start(() -> restart(victim, down)));
    }

    private void restart(Member victim, int down) {
        try {
            TimeUnit.MILLISECONDS.sleep(down);
            processes.start(victim);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Kills the broker, deletes whatever it has written, and starts it empty. */
    void wipeKafka() {
        processes.kill(Member.BROKER);
        try {
            FileSystemUtils.deleteRecursively(kafkaData);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        note("after mail %d: broker, and all its data deleted".formatted(sink.arrivals()));
        processes.start(Member.BROKER);
    }

    private void note(String what) {
        done.add(what);
    }

    /** What was done, when everybody was started again. */
    List<String> done() throws InterruptedException {
        for (var restart : restarts) {
            restart.join();
        }
        return List.copyOf(done);
    }
}
