package app.tidings.bench.measure;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;

/** What it was measured on. */
public final class Machine {

    private Machine() {}

    /** One line: processors, memory, kernel, Java, and how busy the machine is. */
    public static String described() throws IOException {
        return String.format(
                Locale.ROOT,
                "%d processors (%s), %.0f GiB, Linux %s, Java %s, load average %s",
                Runtime.getRuntime().availableProcessors(),
                line("/proc/cpuinfo", "model name").replaceFirst(".*: *", ""),
                Double.parseDouble(line("/proc/meminfo", "MemTotal").replaceAll("[^0-9]", "")) / (1024 * 1024),
                System.getProperty("os.version"),
                Runtime.version(),
                load());
    }

    /** Processes that wanted to run: over the last minute, five and fifteen. */
    public static String load() throws IOException {
        return Files.readString(Path.of("/proc/loadavg"))
                .replaceFirst("^((\\S+ ){3}).*\\s*$", "$1")
                .strip();
    }

    private static String line(String file, String name) throws IOException {
        try (var lines = Files.lines(Path.of(file))) {
            return lines.filter(line -> line.startsWith(name)).findFirst().orElse("unknown");
        }
    }
}
