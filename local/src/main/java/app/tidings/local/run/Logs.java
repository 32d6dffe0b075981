package app.tidings.local.run;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
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

    /** Whole lines since the last look; a file that has become shorter is a new one. */
    private List<LogLine> newLines(Path file) {
        try (var channel = Files.newByteChannel(file)) {
            long from = read.getOrDefault(file, 0L);
            if (channel.size() < from) {
                from = 0;
            }
            channel.position(from);
            var bytes = new byte[Math.toIntExact(channel.size() - from)];
            var buffer = ByteBuffer.wrap(bytes);
            while (buffer.hasRemaining() && channel.read(buffer) >= 0) {}
            var text = new String(bytes, 0, buffer.position(), UTF_8);
            var whole = text.substring(0, text.lastIndexOf('\n') + 1);
            read.put(file, from + whole.getBytes(UTF_8).length);
            var process = file.getFileName().toString().replaceFirst("\\.log$", "");
            return whole.lines().map(line -> LogLine.of(process, line)).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
