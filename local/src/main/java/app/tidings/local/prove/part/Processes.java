package app.tidings.local.prove.part;

import app.tidings.local.prove.point.AgentJar;
import app.tidings.local.prove.point.Passings;
import app.tidings.local.run.Condition;
import app.tidings.local.run.Installation;
import app.tidings.local.run.Ports;
import app.tidings.local.run.Refusal;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/** The processes of an installation: each is started, killed through its own handle, and started again. */
public final class Processes implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofMinutes(3);
    private static final Duration GRACE = Duration.ofSeconds(20);
    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(50);

    private final Installation installation;
    private final Launch launch;
    private final AgentJar agent;
    private final Map<Member, Process> running = new EnumMap<>(Member.class);
    private final Map<Member, Integer> killed = new EnumMap<>(Member.class);
    private boolean closed;

    /** With the root of the source tree, where the services' jars are built. */
    public Processes(Installation installation, Path root, Haste haste) {
        this.installation = installation;
        this.launch = new Launch(installation, root, haste);
        this.agent = AgentJar.in(installation.home().run());
    }

    /** Makes ready what lets the services start quickly. */
    public void prepare() {
        atOnce(Member.services(), launch::prepare);
    }

    /** Does it to all of them at the same time; returns when it is done. */
    private static void atOnce(List<Member> members, Consumer<Member> deed) {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var done = members.stream()
                    .map(member -> threads.submit(() -> deed.accept(member)))
                    .toList();
            for (var each : done) {
                each.get();
            }
        } catch (ExecutionException e) {
            throw new IllegalStateException(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Starts the member; nothing if it runs. */
    public void start(Member member) {
        start(member, List.of());
    }

    /**
     * Starts a service that counts the crash points it passes, and ends at one of them; nothing if it runs.
     *
     * @param orders file of the {@link app.tidings.local.prove.point.Orders} that it follows
     */
    public void startWithPoints(Member member, Path orders) {
        start(member, agent.options(member.word(), orders));
    }

    private synchronized void start(Member member, List<String> options) {
        if (closed || isRunning(member)) {
            return;
        }
        var _ = hasHalted(member); // so that it is counted even where nobody asked in between
        running.put(member, launch.start(member, options));
    }

    /** Waits until the member is ready; one that ends by itself meanwhile is started again. */
    public void awaitReady(Member member) throws InterruptedException {
        var deadline = System.nanoTime() + PATIENCE.toNanos();
        while (!isReady(member)) {
            if (System.nanoTime() > deadline) {
                process(member).ifPresent(process -> dumpThreads(member, process));
                throw new Refusal("%s did not come up within %d minutes; see its logs in %s"
                        .formatted(
                                member.word(),
                                PATIENCE.toMinutes(),
                                installation.home().logs()));
            }
            start(member);
            TimeUnit.NANOSECONDS.sleep(BETWEEN_LOOKS.toNanos());
        }
    }

    /** What a process is at that does not come up. */
    private void dumpThreads(Member member, Process process) {
        var file = installation.home().logs().resolve(member.word() + ".threads");
        var jcmd = Path.of(System.getProperty("java.home"), "bin", "jcmd").toString();
        try {
            gone(
                    new ProcessBuilder(jcmd, String.valueOf(process.pid()), "Thread.print")
                            .redirectOutput(file.toFile())
                            .start(),
                    GRACE);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Whether it does its work now. */
    public boolean isReady(Member member) {
        var ports = installation.ports();
        var service = member.service();
        if (!isRunning(member)) {
            return false;
        }
        return service == null
                ? Ports.taken(member == Member.STORE ? ports.store() : ports.broker())
                : Condition.ofService(ports.management(service)).up();
    }

    private synchronized boolean isRunning(Member member) {
        var process = running.get(member);
        return process != null && process.isAlive();
    }

    /** Sends SIGKILL; returns when the process is gone. Says whether there was one. */
    public boolean kill(Member member) {
        var process = process(member);
        if (process.isEmpty()) {
            return false;
        }
        gone(process.get().destroyForcibly(), PATIENCE);
        count(member);
        return true;
    }

    private synchronized Optional<Process> process(Member member) {
        return Optional.ofNullable(running.get(member)).filter(Process::isAlive);
    }

    private synchronized void count(Member member) {
        killed.merge(member, 1, Integer::sum);
    }

    /** Whether the member ended at its crash point; counts it among the killed then, once. */
    public synchronized boolean hasHalted(Member member) {
        var process = running.get(member);
        if (process == null || process.isAlive()) {
            return false;
        }
        if (process.exitValue() == Passings.NOT_PLANTED) {
            throw new Refusal("the crash points cannot be planted; see " + launch.output(member));
        }
        if (process.exitValue() != Passings.HALTED) {
            return false;
        }
        running.remove(member);
        count(member);
        return true;
    }

    /** Lets them end in order. */
    public void stop(List<Member> members) {
        atOnce(members, this::stop);
    }

    private void stop(Member member) {
        process(member).ifPresent(process -> {
            process.destroy();
            if (!gone(process, GRACE)) {
                gone(process.destroyForcibly(), PATIENCE);
            }
        });
    }

    /** Not by {@link Process#onExit()}, whose thread may be one of those that wait here. */
    private static boolean gone(Process process, Duration within) {
        try {
            return process.waitFor(within.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /** How often each was killed or ended at a crash point. */
    public synchronized Map<Member, Integer> killed() {
        return Map.copyOf(killed);
    }

    /** Kills whatever still runs; nothing can be started any more. */
    @Override
    public void close() {
        synchronized (this) {
            closed = true;
        }
        for (var member : Member.values()) {
            process(member).ifPresent(process -> gone(process.destroyForcibly(), PATIENCE));
        }
    }
}
