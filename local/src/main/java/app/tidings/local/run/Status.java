package app.tidings.local.run;

import java.io.PrintStream;
import java.util.List;
import java.util.Optional;

/** Says of each part whether it is up. */
final class Status {

    private final ProcessRecords records;
    private final Ports ports;

    Status(ProcessRecords records, Ports ports) {
        this.records = records;
        this.ports = ports;
    }

    /** What runs was started with the offset of its record, whatever the environment says now. */
    static Status of(Home home) {
        var records = new ProcessRecords(home.run());
        var ports = List.of(Part.ALL_IN_ONE, Part.GROUND, Service.INGEST.module()).stream()
                .map(records::recorded)
                .flatMap(Optional::stream)
                .filter(each -> each.handle().isPresent())
                .findFirst()
                .map(each -> new Ports(each.portOffset()))
                .orElseGet(Ports::ofEnvironment);
        return new Status(records, ports);
    }

    /** Prints a line for each part; says whether all are up. */
    boolean print(PrintStream out) {
        boolean allUp = true;
        for (var part : Part.all(ports)) {
            var process = process(part);
            var condition = process.map(_ -> Condition.of(part, ports)).orElse(Condition.DOWN);
            out.println(line(part, process, condition));
            allUp &= condition.up();
        }
        return allUp;
    }

    Condition of(Part part) {
        return process(part).map(_ -> Condition.of(part, ports)).orElse(Condition.DOWN);
    }

    private Optional<ProcessHandle> process(Part part) {
        return records.running(Part.ALL_IN_ONE).or(() -> records.running(part.process()));
    }

    private static String line(Part part, Optional<ProcessHandle> process, Condition condition) {
        var place = process.map(handle -> "  pid %d, port %d".formatted(handle.pid(), part.port()))
                .orElse("");
        return "%-9s %s%s".formatted(part.word(), condition.words(), place);
    }
}
