package app.tidings.local.run;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Carries out the commands of {@code ./tidings} that concern a running installation. */
public final class Local {

    private static final Logger LOG = LoggerFactory.getLogger(Local.class);
    private static final String USAGE = "up [--processes] | down | status | logs [part] [-f]";

    private Local() {}

    /** Takes a command; ends with status 0 when it was carried out. */
    public static void main(String... arguments) {
        System.exit(run(List.of(arguments)));
    }

    private static int run(List<String> arguments) {
        try {
            return command(arguments);
        } catch (RuntimeException e) {
            System.err.println("tidings: " + Reason.of(e));
            return 1;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return 1;
        }
    }

    private static int command(List<String> arguments) throws InterruptedException {
        return switch (arguments.isEmpty() ? "" : arguments.getFirst()) {
            case "up" -> up(arguments.subList(1, arguments.size()));
            case "down" -> down();
            case "status" -> Status.of(Home.ofEnvironment()).print(System.out) ? 0 : 1;
            case "logs" -> logs(arguments.subList(1, arguments.size()));
            case "running" -> new ProcessRecords(Home.ofEnvironment().run()).areAnyRunning() ? 0 : 1;
            case "run" -> stay(() -> AllInOne.start(Installation.ofEnvironment(), _ -> {}));
            case Part.GROUND -> stay(() -> Ground.open(Installation.ofEnvironment()));
            case Part.STORE -> stay(() -> Ground.openStore(Installation.ofEnvironment()));
            case Part.BROKER -> stay(() -> Ground.openBroker(Installation.ofEnvironment()));
            default -> throw new Refusal("unknown command; there are " + USAGE);
        };
    }

    private static int up(List<String> options) {
        var installation = Installation.ofEnvironment();
        var root = Path.of(System.getProperty("tidings.root", ""));
        var up = new Up(installation, new Commands(root, installation), System.out);
        if (options.equals(List.of("--processes"))) {
            up.inProcesses();
        } else if (options.isEmpty()) {
            up.inOneProcess();
        } else {
            throw new Refusal("up knows only --processes");
        }
        return 0;
    }

    private static int down() {
        new Down(new ProcessRecords(Home.ofEnvironment().run()), System.out, Down.PATIENCE).run();
        return 0;
    }

    private static int logs(List<String> options) throws InterruptedException {
        var parts = Part.all(Ports.ofEnvironment());
        var words = options.stream().filter(each -> !each.equals("-f")).toList();
        var part = parts.stream().filter(each -> words.contains(each.word())).findFirst();
        if (words.size() > 1 || (words.size() == 1 && part.isEmpty())) {
            throw new Refusal("logs takes one of "
                    + parts.stream().map(Part::word).collect(Collectors.joining(", ")) + ", and -f to follow");
        }
        var logs = new Logs(Home.ofEnvironment().logs(), System.out);
        var wanted = part.map(Logs::of).orElse(_ -> true);
        logs.show(wanted);
        if (options.contains("-f")) {
            logs.follow(wanted);
        }
        return 0;
    }

    @FunctionalInterface
    private interface Opening {
        AutoCloseable open();
    }

    /** Opens, and stays until the process is told to end. */
    private static int stay(Opening opening) throws InterruptedException {
        try {
            var open = opening.open();
            Runtime.getRuntime().addShutdownHook(new Thread(() -> close(open)));
            Thread.currentThread().join();
            return 0;
        } catch (RuntimeException e) {
            LOG.error("could not start", e);
            throw new Refusal("could not start: " + Reason.of(e), e);
        }
    }

    private static void close(AutoCloseable open) {
        try {
            open.close();
        } catch (Exception e) {
            LOG.error("could not end in order", e);
        }
    }
}
