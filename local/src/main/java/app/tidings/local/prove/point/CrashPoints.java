package app.tidings.local.prove.point;

import static java.nio.charset.StandardCharsets.UTF_8;

import app.tidings.local.prove.point.CrashPoint.Side;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Stream;

/** Reads the table of crash points: services, label, class, method and sides, one line each. */
public final class CrashPoints {

    static final String TABLE = "crash-points";

    private static final int COLUMNS = 5;

    private CrashPoints() {}

    /** Every point of the table, in its order. */
    public static List<CrashPoint> all() {
        try (var in = Objects.requireNonNull(CrashPoints.class.getResourceAsStream(TABLE), TABLE);
                var lines = new BufferedReader(new InputStreamReader(in, UTF_8))) {
            return read(lines.lines());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Reads lines of the table.
     *
     * @throws IllegalArgumentException naming the line that is no point, or the point that is listed twice
     */
    static List<CrashPoint> read(Stream<String> lines) {
        var points = lines.map(String::strip)
                .filter(line -> !line.isEmpty() && !line.startsWith("#"))
                .flatMap(CrashPoints::points)
                .toList();
        var names = points.stream().map(CrashPoint::name).toList();
        names.stream()
                .filter(name -> names.indexOf(name) != names.lastIndexOf(name))
                .findFirst()
                .ifPresent(name -> {
                    throw new IllegalArgumentException("crash point %s is listed twice".formatted(name));
                });
        return points;
    }

    private static Stream<CrashPoint> points(String line) {
        var columns = line.split("\\s+", -1);
        if (columns.length != COLUMNS) {
            throw new IllegalArgumentException("no crash point: " + line);
        }
        return Stream.of(columns[0].split(",", -1))
                .flatMap(service -> Stream.of(columns[4].split(",", -1))
                        .map(side -> new CrashPoint(service, columns[1], columns[2], columns[3], side(side, line))));
    }

    private static Side side(String word, String line) {
        try {
            return Side.valueOf(word.toUpperCase(Locale.ROOT));
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("a crash point is before or after its method: " + line, e);
        }
    }
}
