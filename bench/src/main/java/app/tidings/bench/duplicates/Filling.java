package app.tidings.bench.duplicates;

import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Updates.combine;
import static com.mongodb.client.model.Updates.pushEach;
import static com.mongodb.client.model.Updates.setOnInsert;
import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.util.stream.Collectors.toMap;

import app.tidings.bench.duplicates.Articles.Article;
import app.tidings.contracts.Ids;
import app.tidings.curation.duplicate.Reading;
import app.tidings.curation.duplicate.Traces;
import app.tidings.platform.mongo.Documents;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.PushOptions;
import com.mongodb.client.model.UpdateOneModel;
import com.mongodb.client.model.UpdateOptions;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.bson.Document;

/**
 * Puts many readings and their traces into the store as curation would leave them, but in the order of their keys, since one by one a
 * million would take hours: traces are sorted into files by the first of their hash, and each file is stored by itself.
 */
record Filling(Articles articles, MongoDatabase database, Path directory) {

    /** As many as curation leaves on a trace. */
    private static final int MOST_OF_A_TRACE = 20;

    private static final int FILES = 256;
    private static final int BATCH = 2_000;
    private static final UpdateOptions UPSERT = new UpdateOptions().upsert(true);

    /** An article and what it leaves. */
    private record Kept(Article article, Set<String> traces) {

        static Kept of(Article article) {
            return new Kept(article, Traces.of(article.reading()));
        }

        Document document() {
            var reading = article.reading();
            var kept = new Reading(reading.address(), reading.title(), null, reading.target(), reading.canonical());
            return new Document("_id", article.itemId())
                    .append("reading", Documents.toDocument(kept))
                    .append("traces", List.copyOf(traces))
                    .append("v", 1);
        }
    }

    /** A trace of an item, a line of a file. */
    private record Left(String trace, String itemId) {

        static Left parse(String line) {
            var parts = line.split(" ", 2);
            return new Left(parts[0], parts[1]);
        }

        UpdateOneModel<Document> write() {
            var newest = pushEach("items", List.of(itemId), new PushOptions().slice(-MOST_OF_A_TRACE));
            return new UpdateOneModel<>(eq("_id", trace), combine(newest, setOnInsert("v", 1)), UPSERT);
        }
    }

    /** Stores those of a range of numbers; returns how many traces were left. */
    long fill(int from, int to) throws IOException {
        Files.createDirectories(directory);
        var files = IntStream.range(0, FILES)
                .mapToObj(file -> directory.resolve("traces-" + file))
                .toList();
        var left = 0L;
        var writers = new ArrayList<BufferedWriter>();
        try {
            for (var file : files) {
                writers.add(Files.newBufferedWriter(file, US_ASCII));
            }
            for (var batch : batches(byId(from, to))) {
                left += keep(batch, writers);
            }
        } finally {
            for (var writer : writers) {
                writer.close();
            }
        }
        for (var file : files) {
            store(file);
        }
        Files.delete(directory);
        return left;
    }

    private List<Integer> byId(int from, int to) {
        return IntStream.range(from, to)
                .boxed()
                .collect(toMap(articles::itemId, number -> number, (_, second) -> second, TreeMap::new))
                .values()
                .stream()
                .toList();
    }

    private static <T> List<List<T>> batches(List<T> all) {
        return IntStream.iterate(0, first -> first < all.size(), first -> first + BATCH)
                .mapToObj(first -> all.subList(first, Math.min(all.size(), first + BATCH)))
                .toList();
    }

    /** Stores the readings, and writes their traces to the files. */
    private int keep(List<Integer> numbers, List<BufferedWriter> writers) throws IOException {
        var kept = numbers.parallelStream().map(articles::article).map(Kept::of).toList();
        database.getCollection("readings")
                .insertMany(kept.stream().map(Kept::document).toList());
        var left = 0;
        for (var each : kept) {
            var itemId = each.article().itemId();
            for (var trace : each.traces()) {
                var hash = trace.substring(trace.lastIndexOf(':') + 1);
                var writer = writers.get(Integer.parseInt(hash, 0, 2, 16));
                writer.write(Ids.publicationOf(itemId) + ":" + trace + " " + itemId);
                writer.newLine();
                left++;
            }
        }
        return left;
    }

    private void store(Path file) throws IOException {
        var traces = database.getCollection("traces");
        try (var lines = Files.lines(file, US_ASCII)) {
            var sorted = lines.sorted().map(Left::parse).map(Left::write).toList();
            batches(sorted).forEach(traces::bulkWrite);
        }
        Files.delete(file);
    }
}
