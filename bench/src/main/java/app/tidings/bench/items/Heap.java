package app.tidings.bench.items;

import app.tidings.bench.stage.Programs;
import app.tidings.local.run.Refusal;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;

/** What is alive in the heap of another Java process, as {@code jcmd} tells it. */
final class Heap {

    private static final Pattern USED = Pattern.compile("(?m)^ *(?:def new|tenured|DefNew|Tenured)[^\n]* used (\\d+)K");
    private static final double KILOBYTES = 1024;

    private Heap() {}

    /** Collects its garbage as a whole; then tells the megabytes that are left. Refuses another collector than the serial one. */
    static double aliveMegabytes(long pid, Path log) {
        command(pid, log, "GC.run");
        command(pid, log, "GC.heap_info");
        try {
            return parse(Files.readString(log));
        } catch (IOException e) {
            throw new Refusal("%s cannot be read".formatted(log), e);
        }
    }

    static double parse(String info) {
        var used = USED.matcher(info).results().mapToDouble(found -> Double.parseDouble(found.group(1)));
        var kilobytes = used.sum();
        if (kilobytes == 0) {
            throw new Refusal("no serial heap is described: " + info);
        }
        return kilobytes / KILOBYTES;
    }

    private static void command(long pid, Path log, String command) {
        var jcmd = Path.of(System.getProperty("java.home"), "bin", "jcmd").toString();
        Programs.run(List.of(jcmd, Long.toString(pid), command), log);
    }
}
