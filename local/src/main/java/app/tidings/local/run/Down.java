package app.tidings.local.run;

import java.io.PrintStream;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** Ends the processes that were recorded, the services before what they stand on, and no others. */
final class Down {

    /** Longer than a service may take to finish what it is doing. */
    static final Duration PATIENCE = Duration.ofSeconds(45);

    private final ProcessRecords records;
    private final PrintStream out;
    private final Duration patience;

    Down(ProcessRecords records, PrintStream out, Duration patience) {
        this.records = records;
        this.out = out;
        this.patience = patience;
    }

    void run() {
        var services = Stream.concat(
                        Stream.of(Part.ALL_IN_ONE), Stream.of(Service.values()).map(Service::module))
                .toList();
        long ended = end(services) + end(List.of(Part.GROUND));
        if (ended == 0) {
            out.println("nothing was running");
        }
    }

    /** Asks all to end, waits for each, and kills those that do not. */
    private long end(List<String> names) {
        var running = names.stream()
                .map(name -> records.running(name)
                        .map(handle -> new Ending(name, handle))
                        .orElse(null))
                .filter(Objects::nonNull)
                .toList();
        running.forEach(each -> each.handle().destroy());
        running.forEach(each -> out.println(each.name() + (endedInTime(each.handle()) ? " ended" : " was killed")));
        names.forEach(records::forget);
        return running.size();
    }

    private record Ending(String name, ProcessHandle handle) {}

    private boolean endedInTime(ProcessHandle handle) {
        var ended = handle.onExit()
                .completeOnTimeout(handle, patience.toMillis(), TimeUnit.MILLISECONDS)
                .join();
        if (ended.isAlive()) {
            handle.destroyForcibly();
            handle.onExit().join();
            return false;
        }
        return true;
    }
}
