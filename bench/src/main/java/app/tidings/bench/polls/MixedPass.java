package app.tidings.bench.polls;

import app.tidings.bench.feeds.FeedSite;
import app.tidings.bench.measure.Rounds;
import app.tidings.bench.stage.Stage;
import app.tidings.bench.stage.Waiting;
import app.tidings.contracts.LinkEvent;
import app.tidings.local.run.Refusal;
import java.util.Date;

/** As {@link UnchangedPass}, but every tenth feed has one new entry, which must become one link and one record. */
record MixedPass(Stage stage, FeedSite site) {

    /** Runs it; notes feeds a second as {@code mixed}. */
    void run(String set, int feeds, Rounds rounds) {
        var linksBefore = links();
        var recordsBefore = records();
        var changed = site.change(set, feeds);
        site.reset(set);
        var began = new Date();
        UnchangedPass.askForAll(stage, set, feeds);
        Waiting.until(
                "the mixed pass of " + set,
                UnchangedPass.LIMIT,
                () -> site.counts(set).all() >= feeds);
        Waiting.until(
                "the records of the mixed pass of " + set,
                UnchangedPass.LIMIT,
                () -> records() - recordsBefore >= changed);
        UnchangedPass.untilWritten(stage, set, feeds, began);
        if (links() - linksBefore != changed || records() - recordsBefore != changed) {
            throw new Refusal("%d new entries became %d links and %d records"
                    .formatted(changed, links() - linksBefore, records() - recordsBefore));
        }
        var after = site.counts(set);
        rounds.add("mixed", feeds * 1e3 / (after.lastMillis() - after.firstMillis()));
    }

    private long links() {
        return stage.count("tidings_ingest", "links");
    }

    private long records() {
        return stage.topics().count(LinkEvent.TOPIC);
    }
}
