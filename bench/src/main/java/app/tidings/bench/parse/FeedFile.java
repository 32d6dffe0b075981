package app.tidings.bench.parse;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.US_ASCII;

import app.tidings.bench.feeds.FeedWriter;
import app.tidings.local.run.Refusal;
import app.tidings.platform.fetch.Body;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
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

    /** The same feed with a fault in its last line, so that nearly all of it is read before anybody can know. */
    FeedFile broken() {
        var bytes = body.bytes();
        var end = new String(bytes, ISO_8859_1).lastIndexOf("</");
        var fault = "<x>AT&T</y>".getBytes(US_ASCII);
        var broken = Arrays.copyOf(bytes, bytes.length + fault.length);
        System.arraycopy(fault, 0, broken, end, fault.length);
        System.arraycopy(bytes, end, broken, end + fault.length, bytes.length - end);
        return new FeedFile(name, Body.of(broken));
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

    /** Of all of them together. */
    static double megabytes(List<FeedFile> feeds) {
        return feeds.stream().mapToLong(feed -> feed.body().size()).sum() / 1e6;
    }

    private static Body body(Path file) {
        try {
            return Body.of(Files.readAllBytes(file));
        } catch (IOException e) {
            throw new Refusal("cannot read " + file, e);
        }
    }
}
