package app.tidings.bench.links;

import app.tidings.bench.measure.Rounds;
import app.tidings.bench.stage.Stage;
import app.tidings.bench.stage.Started;
import app.tidings.bench.stage.Waiting;
import app.tidings.contracts.LinkEvent;
import app.tidings.local.run.Service;
import java.time.Duration;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * New sources come in by OPML; then it is looked when all their links are stored, published, stored as items, and looked up and
 * answered. Nothing is measured inside the services: the store and the broker are asked how much they hold.
 */
record FirstPass(Stage stage, Parts parts, String site, int entries) {

    private static final Duration LIMIT = Duration.ofMinutes(15);
    private static final String PUBLICATION = "tidings-weekly";

    /** The processes that take part. */
    record Parts(Started ingest, Started curation, Started server) {}

    void run(String set, int feeds, Rounds rounds) {
        var expected = (long) feeds * entries;
        var links = new Count("tidings_ingest", "links", stage);
        var items = new Count("tidings_curation", "items", stage);
        var open = new Count("tidings_ingest", "untaken", stage);
        var linksBefore = links.now();
        var itemsBefore = items.now();
        var recordsBefore = stage.topics().count(LinkEvent.TOPIC);
        var ingest = parts.ingest().usage().cpuSeconds();
        var curation = parts.curation().usage().cpuSeconds();
        var ground = stage.ground().usage().cpuSeconds();
        var began = System.nanoTime();
        stage.post(
                Service.INGEST, "/api/v1/sources/imports?publication=" + PUBLICATION, "text/x-opml", opml(set, feeds));
        var stored = Waiting.until("links of " + set, LIMIT, () -> links.now() - linksBefore >= expected);
        var published = Waiting.until(
                "records of " + set, LIMIT, () -> stage.topics().count(LinkEvent.TOPIC) - recordsBefore >= expected);
        var kept = Waiting.until("items of " + set, LIMIT, () -> items.now() - itemsBefore >= expected);
        var perThousand = 1_000.0 / expected;
        rounds.add("ingest CPU", (parts.ingest().usage().cpuSeconds() - ingest) * perThousand);
        rounds.add("curation CPU", (parts.curation().usage().cpuSeconds() - curation) * perThousand);
        rounds.add("ground CPU", (stage.ground().usage().cpuSeconds() - ground) * perThousand);
        var answered = Waiting.until("answers to the links of " + set, LIMIT, () -> open.now() == 0);
        rounds.add("stored", expected * 1e9 / (stored - began));
        rounds.add("published", expected * 1e9 / (published - began));
        rounds.add("items", expected * 1e9 / (kept - began));
        rounds.add("answered", expected * 1e9 / (answered - began));
        rounds.add("ingest memory", parts.ingest().usage().peakMegabytes());
        rounds.add("curation memory", parts.curation().usage().peakMegabytes());
    }

    private String opml(String set, int feeds) {
        return IntStream.range(0, feeds)
                .mapToObj(number -> "<outline type=\"rss\" text=\"%s %d\" xmlUrl=\"%s/%s/%d.xml\"/>"
                        .formatted(set, number, site, set, number))
                .collect(Collectors.joining("\n", "<opml version=\"2.0\"><head/><body>\n", "\n</body></opml>\n"));
    }

    /** How many documents a collection holds. */
    private record Count(String database, String collection, Stage stage) {

        long now() {
            return stage.database(database).getCollection(collection).estimatedDocumentCount();
        }
    }
}
