package app.tidings.bench.polls;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.gte;
import static com.mongodb.client.model.Filters.regex;
import static com.mongodb.client.model.Updates.inc;
import static com.mongodb.client.model.Updates.set;

import app.tidings.bench.feeds.FeedSite;
import app.tidings.bench.measure.Rounds;
import app.tidings.bench.stage.Stage;
import app.tidings.bench.stage.Started;
import app.tidings.bench.stage.Waiting;
import app.tidings.contracts.LinkEvent;
import app.tidings.local.run.Refusal;
import java.time.Duration;
import java.util.Date;
import org.bson.Document;
import org.bson.conversions.Bson;

/**
 * All sources of a set are asked for at the same moment, as if somebody had pressed the button at each of them, and nothing has
 * changed. The time runs from the first request that the server sees to its last answer.
 */
public record UnchangedPass(Stage stage, Started ingest, FeedSite site) {

    static final Duration LIMIT = Duration.ofMinutes(3);

    /** Sources are read anew before the first request; that is so only where somebody presses buttons, and not counted. */
    private static final long BETWEEN_LOOKS_MILLIS = 1;

    /** To count goes through all sources, in the same store. */
    private static final long BETWEEN_COUNTS_MILLIS = 200;

    /**
     * Runs it; notes feeds a second as {@code polls}, milliseconds of CPU a feed from the first request until the results are
     * written as {@code polls CPU}, and new records as {@code records}.
     */
    public void run(String set, int feeds, Rounds rounds) {
        site.reset(set);
        var recordsBefore = stage.topics().count(LinkEvent.TOPIC);
        var began = new Date();
        askForAll(stage, set, feeds);
        Waiting.until(
                "the unchanged pass of " + set,
                LIMIT,
                BETWEEN_LOOKS_MILLIS,
                () -> site.counts(set).same() > 0);
        var cpuBefore = ingest.usage().cpuSeconds();
        Waiting.until(
                "the end of the unchanged pass of " + set,
                LIMIT,
                () -> site.counts(set).same() >= feeds);
        untilWritten(stage, set, feeds, began);
        var after = site.counts(set);
        rounds.add("polls", feeds * 1e3 / (after.lastMillis() - after.firstMillis()));
        rounds.add("polls CPU", (ingest.usage().cpuSeconds() - cpuBefore) * 1e3 / feeds);
        rounds.add("records", (double) (stage.topics().count(LinkEvent.TOPIC) - recordsBefore));
        if (after.full() > 0) {
            throw new Refusal("%d feeds of %s were read again though nothing changed".formatted(after.full(), set));
        }
    }

    /** The results are written every two seconds; that belongs to the cost. */
    static void untilWritten(Stage stage, String set, int feeds, Date began) {
        var sources = stage.database("tidings_ingest").getCollection("sources");
        var polled = and(of(set), gte("poll.outcome.at", began));
        Waiting.until(
                "the results of " + set, LIMIT, BETWEEN_COUNTS_MILLIS, () -> sources.countDocuments(polled) == feeds);
    }

    private static Bson of(String set) {
        return regex("source.settings.connector.feedUrl", "/" + set + "/");
    }

    /** As the button at each source would, but in one write, so that all begin together. */
    static void askForAll(Stage stage, String set, int feeds) {
        var database = stage.database("tidings_ingest");
        var asked = database.getCollection("sources").updateMany(of(set), set("askedAt", new Date()));
        if (asked.getMatchedCount() != feeds) {
            throw new Refusal("%d sources of %s are stored, not %d: ingest stores them in another shape"
                    .formatted(asked.getMatchedCount(), set, feeds));
        }
        database.getCollection("buckets").updateMany(new Document(), inc("changes", 1L));
    }
}
