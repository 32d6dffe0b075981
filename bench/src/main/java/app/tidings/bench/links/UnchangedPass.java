package app.tidings.bench.links;

import static com.mongodb.client.model.Filters.regex;
import static com.mongodb.client.model.Updates.inc;
import static com.mongodb.client.model.Updates.set;

import app.tidings.bench.links.FeedServer.Counts;
import app.tidings.bench.measure.Rounds;
import app.tidings.bench.stage.Stage;
import app.tidings.bench.stage.Started;
import app.tidings.bench.stage.Waiting;
import app.tidings.contracts.LinkEvent;
import app.tidings.local.run.Refusal;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Date;
import org.bson.Document;

/**
 * All sources of a set are asked for at the same moment, as if somebody had pressed the button at each of them, and nothing has
 * changed. The time runs from the first request that the server sees to its last answer.
 */
record UnchangedPass(Stage stage, Started ingest, String site, HttpClient http) {

    private static final Duration LIMIT = Duration.ofMinutes(3);

    /** The results are written every two seconds; that belongs to the cost. */
    private static final long UNTIL_WRITTEN_MILLIS = 4_000;

    void run(String set, int feeds, Rounds rounds) {
        ask("/reset/" + set);
        var recordsBefore = stage.topics().count(LinkEvent.TOPIC);
        var cpuBefore = ingest.usage().cpuSeconds();
        var database = stage.database("tidings_ingest");
        database.getCollection("sources")
                .updateMany(regex("source.feedUrl", "/" + set + "/"), set("askedAt", new Date()));
        database.getCollection("buckets").updateMany(new Document(), inc("changes", 1L));
        Waiting.until("the unchanged pass of " + set, LIMIT, () -> counts(set).same() >= feeds);
        Waiting.pause(UNTIL_WRITTEN_MILLIS);
        var after = counts(set);
        rounds.add("polls", feeds * 1e3 / (after.lastMillis() - after.firstMillis()));
        rounds.add("polls CPU", (ingest.usage().cpuSeconds() - cpuBefore) * 1e3 / feeds);
        rounds.add("records", (double) (stage.topics().count(LinkEvent.TOPIC) - recordsBefore));
        if (after.full() > 0) {
            throw new Refusal("%d feeds of %s were read again though nothing changed".formatted(after.full(), set));
        }
    }

    private Counts counts(String set) {
        return Counts.of(ask("/counts/" + set));
    }

    private String ask(String path) {
        try {
            var request = HttpRequest.newBuilder(URI.create(site + path)).build();
            return http.send(request, BodyHandlers.ofString()).body();
        } catch (IOException e) {
            throw new Refusal("the server of the feeds does not answer", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Refusal("interrupted", e);
        }
    }
}
