package app.tidings.local.run;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.channels.Channels;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** Shows the last lines of the logs of all processes in the order of time, and on wish those that follow. */
final class Logs {

    private static final int LAST = 200;
    private static final int MOST_BYTES = 1 << 20;
    private static final int BETWEEN_LOOKS_MILLIS = 300;

    private final Path directory;
    private final PrintStream out;
    private final Map<Path, Long> read = new HashMap<>();

    Logs(Path directory, PrintStream out) {
        this.directory = directory;
        this.out = out;
    }

    /** Shows what the lines of one part or of all say. */
    void show(Predicate<LogLine> wanted) {
        var lines = newLines()
                .filter(wanted)
                .sorted(Comparator.comparing(LogLine::at))
                .toList();
        lines.subList(Math.max(0, lines.size() - LAST), lines.size()).forEach(each -> out.println(each.inWords()));
    }

    /** Goes on until the thread is interrupted. */
    void follow(Predicate<LogLine> wanted) throws InterruptedException {
        while (true) {
            newLines().filter(wanted).forEach(each -> out.println(each.inWords()));
            out.flush();
            Thread.sleep(BETWEEN_LOOKS_MILLIS);
        }
    }

    /** Lines of a part: those of its own process, or those that its loggers wrote in the common one. */
    static Predicate<LogLine> of(Part part) {
        return line -> (line.process().equals(part.process()) && part.service() != null)
                || part.loggers().stream().anyMatch(line.logger()::startsWith);
    }

    private Stream<LogLine> newLines() {
        try (var files = Files.list(directory)) {
            return files.filter(file -> file.getFileName().toString().endsWith(".log")).toList().stream()
                    .flatMap(file -> newLines(file).stream());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Whole lines since the last look, of a long text only its end; a file that has become shorter is a new one. */
    private List<LogLine> newLines(Path file) {
        try (var channel = Files.newByteChannel(file)) {
            long seen = read.getOrDefault(file, 0L);
            long next = channel.size() < seen ? 0 : seen;
            long start = Math.max(next, channel.size() - MOST_BYTES);
            var bytes = Channels.newInputStream(channel.position(start)).readNBytes(MOST_BYTES);
            var places = new String(bytes, ISO_8859_1); // a character for each byte
            int end = places.lastIndexOf('\n') + 1;
            int first = start == next ? 0 : places.indexOf('\n') + 1;
            read.put(file, start + end);
            var process = file.getFileName().toString().replaceFirst("\\.log$", "");
            return new String(bytes, first, end - first, UTF_8)
                    .lines()
                    .map(line -> LogLine.of(process, line))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
