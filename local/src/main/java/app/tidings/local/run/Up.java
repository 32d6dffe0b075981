package app.tidings.local.run;

import java.io.File;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Starts an installation detached from the terminal and waits until it is up. */
final class Up {

    private static final Duration PATIENCE = Duration.ofMinutes(3);
    private static final String SAID = "tidings: ";
    private static final int LONGEST_REASON = 240;
    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(300);

    private final Installation installation;
    private final Commands commands;
    private final ProcessRecords records;
    private final PrintStream out;

    Up(Installation installation, Commands commands, PrintStream out) {
        this.installation = installation;
        this.commands = commands;
        this.records = new ProcessRecords(installation.home().run());
        this.out = out;
    }

    /** Everything in one process; nothing to do if it runs already. */
    void inOneProcess() {
        refuseIfRunning(
                Stream.concat(
                        Stream.of(Part.GROUND), Stream.of(Service.values()).map(Service::module)),
                "It runs as one process per service.");
        start(List.of(Part.ALL_IN_ONE));
    }

    /** A process for each service and one for what they stand on; starts those that do not run. */
    void inProcesses() {
        refuseIfRunning(Stream.of(Part.ALL_IN_ONE), "It runs in one process.");
        start(Stream.concat(Stream.of(Part.GROUND), Stream.of(Service.values()).map(Service::module))
                .toList());
    }

    private void refuseIfRunning(Stream<String> names, String words) {
        if (names.anyMatch(name -> records.running(name).isPresent())) {
            throw new Refusal(words + " Give ./tidings down first.");
        }
    }

    private void start(List<String> names) {
        var missing =
                names.stream().filter(name -> records.running(name).isEmpty()).toList();
        if (missing.size() == names.size()) {
            installation.ports().refuseIfTaken();
        }
        var calls = missing.stream()
                .collect(Collectors.toMap(name -> name, commands::of, (one, _) -> one, LinkedHashMap::new));
        calls.forEach(this::spawn);
        awaitAll(names);
        out.println("mailbox at " + installation.mailboxAddress());
        for (var service : Service.values()) {
            out.println(service.word() + " at " + installation.address(service));
        }
    }

    private void spawn(String name, List<String> call) {
        var output = output(name).toFile();
        var command = new ArrayList<>(detached());
        command.addAll(call);
        var builder = new ProcessBuilder(command)
                .redirectInput(Redirect.from(new File("/dev/null")))
                .redirectErrorStream(true)
                .redirectOutput(Redirect.to(output));
        builder.environment()
                .put("TIDINGS_HOME", installation.home().directory().toString());
        builder.environment()
                .put("TIDINGS_PORT_OFFSET", String.valueOf(installation.ports().offset()));
        try {
            records.keep(name, builder.start().toHandle(), installation.ports().offset());
        } catch (IOException e) {
            throw new UncheckedIOException("cannot start " + name, e);
        }
    }

    /** Out of the reach of the terminal's Ctrl-C and hang-up. */
    private static List<String> detached() {
        return Stream.of("/usr/bin/setsid", "/bin/setsid", "/usr/bin/nohup")
                .filter(program -> Files.isExecutable(Path.of(program)))
                .limit(1)
                .toList();
    }

    private void awaitAll(List<String> names) {
        var status = new Status(records, installation.ports());
        var awaited = new ArrayList<>(Part.all(installation.ports()));
        var deadline = Instant.now().plus(PATIENCE);
        while (!awaited.isEmpty()) {
            awaited.removeIf(part -> {
                boolean up = status.of(part).up();
                if (up) {
                    out.println(part.word() + " is up");
                }
                return up;
            });
            names.forEach(this::refuseIfEnded);
            if (Instant.now().isAfter(deadline)) {
                throw new Refusal("%s did not come up within %d minutes; see ./tidings logs"
                        .formatted(awaited.getFirst().word(), PATIENCE.toMinutes()));
            }
            pause();
        }
    }

    private void refuseIfEnded(String name) {
        if (records.running(name).isEmpty()) {
            throw new Refusal("%s ended while it started: %s (see ./tidings logs)".formatted(name, lastWords(name)));
        }
    }

    private String lastWords(String name) {
        try (var lines = Files.lines(output(name))) {
            return lines.filter(line -> line.startsWith(SAID))
                    .map(line -> line.substring(SAID.length()))
                    .reduce((_, last) -> last)
                    .map(Up::shortened)
                    .orElse("no reason given");
        } catch (IOException e) {
            return "no reason given";
        }
    }

    /** Reasons of a framework run over many lines' width; the log has them whole. */
    private static String shortened(String reason) {
        return reason.length() <= LONGEST_REASON ? reason : reason.substring(0, LONGEST_REASON) + "…";
    }

    private Path output(String name) {
        return installation.home().logs().resolve(name + ".out");
    }

    private static void pause() {
        try {
            Thread.sleep(BETWEEN_LOOKS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Refusal("interrupted", e);
        }
    }
}
