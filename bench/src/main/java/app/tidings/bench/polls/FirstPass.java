package app.tidings.bench.polls;

import app.tidings.bench.feeds.FeedSite;
import app.tidings.bench.measure.Rounds;
import app.tidings.bench.stage.Stage;
import app.tidings.bench.stage.Started;
import app.tidings.bench.stage.Waiting;
import app.tidings.contracts.LinkEvent;
import app.tidings.local.run.Service;
import java.time.Duration;

/**
 * New sources come in by OPML; then it is looked when all their links are stored and published. Nothing is measured inside the
 * service: the store and the broker are asked how much they hold.
 *
 * @param entries of each feed, all of them new
 */
public record FirstPass(Stage stage, Started ingest, FeedSite site, int entries) {

    /** Longest wait for any of it. */
    public static final Duration LIMIT = Duration.ofMinutes(15);

    private static final String PUBLICATION = "tidings-weekly";

    /**
     * Runs it; notes links a second as {@code stored} and {@code published}, and milliseconds of CPU a feed as {@code first CPU}.
     *
     * @return the {@link System#nanoTime} at which it began
     */
    public long run(String set, int feeds, Rounds rounds) {
        var expected = (long) feeds * entries;
        var linksBefore = links();
        var recordsBefore = stage.topics().count(LinkEvent.TOPIC);
        var cpu = ingest.usage().cpuSeconds();
        var began = System.nanoTime();
        stage.post(
                Service.INGEST,
                "/api/v1/sources/imports?publication=" + PUBLICATION,
                "text/x-opml",
                site.opml(set, feeds));
        var stored = Waiting.until("links of " + set, LIMIT, () -> links() - linksBefore >= expected);
        var published = Waiting.until(
                "records of " + set, LIMIT, () -> stage.topics().count(LinkEvent.TOPIC) - recordsBefore >= expected);
        rounds.add("first CPU", (ingest.usage().cpuSeconds() - cpu) * 1e3 / feeds);
        rounds.add("stored", expected * 1e9 / (stored - began));
        rounds.add("published", expected * 1e9 / (published - began));
        return began;
    }

    private long links() {
        return stage.count("tidings_ingest", "links");
    }
}
