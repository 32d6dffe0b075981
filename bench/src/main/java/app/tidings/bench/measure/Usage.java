package app.tidings.bench.measure;

import app.tidings.local.run.Refusal;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * What a process has used so far, as Linux tells it.
 *
 * @param cpuSeconds of the process with all its threads, user and system
 * @param megabytes the memory that it has at present, shared pages among it
 * @param peakMegabytes the most memory that it had at a time
 */
public record Usage(double cpuSeconds, double megabytes, double peakMegabytes) {

    /** Linux tells times in these, whatever the kernel's own clock (proc(5), _SC_CLK_TCK). */
    private static final double TICKS = 100;

    private static final int UTIME = 11;
    private static final int KILOBYTES = 1024;

    /** Of a process that runs. */
    public static Usage of(long pid) {
        var proc = Path.of("/proc", Long.toString(pid));
        return parse(read(proc.resolve("stat")), read(proc.resolve("status")));
    }

    /** What all the processes have used that this one has started and that have ended. */
    public static double cpuSecondsOfEndedChildren() {
        return ticks(read(Path.of("/proc/self/stat")), UTIME + 2) / TICKS;
    }

    /** The most memory that a process has had at a time so far, in megabytes; 0 where it has ended. */
    public static double megabytesIfThere(long pid) {
        try {
            return megabytes(Files.readString(Path.of("/proc", Long.toString(pid), "status")), "VmHWM:");
        } catch (IOException e) {
            return 0;
        }
    }

    static Usage parse(String stat, String status) {
        return new Usage(ticks(stat, UTIME) / TICKS, megabytes(status, "VmRSS:"), megabytes(status, "VmHWM:"));
    }

    /** A line of the status; 0 where there is none, as for a process that has ended and was not waited for. */
    private static double megabytes(String status, String name) {
        return status.lines()
                        .filter(line -> line.startsWith(name))
                        .mapToDouble(line -> Double.parseDouble(line.replaceAll("[^0-9]", "")))
                        .findFirst()
                        .orElse(0)
                / KILOBYTES;
    }

    /** Two neighbouring counts; the fields are numbered behind the name, which may hold spaces. */
    private static double ticks(String stat, int first) {
        var fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ", -1);
        return Double.parseDouble(fields[first]) + Double.parseDouble(fields[first + 1]);
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new Refusal("%s cannot be read; the benchmarks run on Linux".formatted(file), e);
        }
    }
}
