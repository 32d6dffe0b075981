package app.tidings.bench.measure;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** A table in Markdown whose columns stand under each other on a terminal too. */
public final class Table {

    private final List<List<String>> rows = new ArrayList<>();

    /** With its columns. */
    public Table(String... columns) {
        rows.add(List.of(columns));
    }

    /** A row of texts, one for each column. */
    public Table row(String... cells) {
        if (cells.length != rows.getFirst().size()) {
            throw new IllegalArgumentException("%d cells for %d columns"
                    .formatted(cells.length, rows.getFirst().size()));
        }
        rows.add(List.of(cells));
        return this;
    }

    /** What a figure came to: smallest, median, largest. */
    public static String spread(Series series) {
        return "%s / **%s** / %s".formatted(figure(series.min()), figure(series.median()), figure(series.max()));
    }

    /** The median of the rounds' ratios, with the smallest and the largest. */
    public static String ratio(Series series, @Nullable Series limit) {
        if (limit == null) {
            return "–";
        }
        var ratio = series.to(limit);
        return "%s (%s–%s)".formatted(percent(ratio.median()), percent(ratio.min()), percent(ratio.max()));
    }

    private static String percent(double ratio) {
        return String.format(Locale.ROOT, ratio < 0.1 ? "%.1f %%" : "%.0f %%", 100 * ratio);
    }

    /** A figure with about three digits that count. */
    public static String figure(double value) {
        var form = value >= 100 ? "%,.0f" : value >= 10 ? "%.1f" : "%.2f";
        return String.format(Locale.ROOT, form, value);
    }

    /** The table with a line behind each row. */
    @Override
    public String toString() {
        var widths = IntStream.range(0, rows.getFirst().size())
                .map(column -> rows.stream()
                        .mapToInt(row -> row.get(column).length())
                        .max()
                        .orElse(0))
                .toArray();
        var text = new StringBuilder();
        line(text, rows.getFirst(), widths);
        line(text, IntStream.of(widths).mapToObj("-"::repeat).toList(), widths);
        rows.stream().skip(1).forEach(row -> line(text, row, widths));
        return text.toString();
    }

    private static void line(StringBuilder text, List<String> row, int[] widths) {
        for (var column = 0; column < row.size(); column++) {
            var cell = row.get(column);
            text.append(column == 0 ? "| " : " | ").append(cell).append(" ".repeat(widths[column] - cell.length()));
        }
        text.append(" |\n");
    }
}
