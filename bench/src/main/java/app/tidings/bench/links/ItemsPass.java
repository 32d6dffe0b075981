package app.tidings.bench.links;

import app.tidings.bench.measure.Rounds;
import app.tidings.bench.polls.FirstPass;
import app.tidings.bench.stage.Stage;
import app.tidings.bench.stage.Started;
import app.tidings.bench.stage.Waiting;

/**
 * New sources come in, as in {@link FirstPass}; then it is looked when all their links are stored as
 * items, and looked up and answered.
 */
record ItemsPass(Stage stage, Parts parts, FirstPass polls) {

    /** The services that take part. */
    record Parts(Started ingest, Started curation) {}

    void run(String set, int feeds, Rounds rounds) {
        var expected = (long) feeds * polls.entries();
        var itemsBefore = items();
        var ingest = parts.ingest().usage().cpuSeconds();
        var curation = parts.curation().usage().cpuSeconds();
        var ground = stage.ground().usage().cpuSeconds();
        var began = polls.run(set, feeds, rounds);
        var limit = FirstPass.LIMIT;
        var kept = Waiting.until("items of " + set, limit, () -> items() - itemsBefore >= expected);
        var perThousand = 1_000.0 / expected;
        rounds.add("ingest CPU", (parts.ingest().usage().cpuSeconds() - ingest) * perThousand);
        rounds.add("curation CPU", (parts.curation().usage().cpuSeconds() - curation) * perThousand);
        rounds.add("ground CPU", (stage.ground().usage().cpuSeconds() - ground) * perThousand);
        var answered = Waiting.until(
                "answers to the links of " + set, limit, () -> stage.count("tidings_ingest", "untaken") == 0);
        rounds.add("items", expected * 1e9 / (kept - began));
        rounds.add("answered", expected * 1e9 / (answered - began));
        rounds.add("ingest memory", parts.ingest().usage().peakMegabytes());
        rounds.add("curation memory", parts.curation().usage().peakMegabytes());
    }

    private long items() {
        return stage.count("tidings_curation", "items");
    }
}
