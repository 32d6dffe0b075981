package app.tidings.bench.parse;

import app.tidings.bench.feeds.FeedWriter;
import app.tidings.local.run.Refusal;
import app.tidings.platform.fetch.Body;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;

/** A feed to be read, whole in memory. */
record FeedFile(String name, Body body) {

    private static final int ENTRIES = 25;
    private static final int MEAN_BYTES = 54_000;

    /** So many feeds as the other benchmarks poll. */
    static List<FeedFile> generated(int count) {
        var writer =
                new FeedWriter("https://bench.example", Instant.parse("2026-11-21T00:00:00Z"), ENTRIES, MEAN_BYTES);
        return IntStream.range(0, count)
                .mapToObj(number ->
                        new FeedFile("generated-%d.xml".formatted(number), Body.of(writer.write("parse", number))))
                .toList();
    }

    /** Files below a folder that are feeds in XML by their names. */
    static List<FeedFile> in(Path folder) {
        try (var files = Files.walk(folder)) {
            return files.filter(file -> file.toString().matches(".*\\.(xml|rss|atom|rdf)"))
                    .sorted()
                    .map(file -> new FeedFile(folder.relativize(file).toString(), body(file)))
                    .toList();
        } catch (IOException e) {
            throw new Refusal("cannot read the folder " + folder, e);
        }
    }

    private static Body body(Path file) {
        try {
            return Body.of(Files.readAllBytes(file));
        } catch (IOException e) {
            throw new Refusal("cannot read " + file, e);
        }
    }
}
