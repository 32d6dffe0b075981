package app.tidings.curation.replay;

import app.tidings.curation.item.Item;
import app.tidings.curation.item.Items;
import app.tidings.curation.item.Items.Query;
import app.tidings.curation.replay.Replay.Range;
import app.tidings.curation.replay.WalkReplay.Queue;
import app.tidings.platform.jobs.Workers;
import java.time.InstantSource;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Has items looked up again: one at once, a range little by little. What people wrote about them is not touched. */
@Component
public class LookAgain {

    private static final int PAGE = 500;

    private final Items items;
    private final EnrichRequests requests;
    private final Replays replays;
    private final Work work;
    private final InstantSource clock;

    /** The open work, and who does it. */
    record Work(Queue items, Workers replayWorkers) {}

    LookAgain(Items items, EnrichRequests requests, Replays replays, Work work, InstantSource clock) {
        this.items = items;
        this.requests = requests;
        this.replays = replays;
        this.work = work;
        this.clock = clock;
    }

    /** Has an item looked up again; empty when there is no such item. */
    public Optional<Item> one(String itemId, Set<EnrichStep> steps) {
        var item = items.find(itemId);
        item.ifPresent(found -> {
            requests.add(itemId, steps, null);
            work.items().add(itemId);
        });
        return item;
    }

    Replay range(Range range, Collection<EnrichStep> steps) {
        var replay = Replay.of(UUID.randomUUID().toString(), range, List.copyOf(steps), clock.instant());
        replays.add(replay);
        work.replayWorkers().open(replay.id());
        return replay;
    }

    /** How it stands with a range; empty when there is none of this id. */
    Optional<Progress> progress(String replayId) {
        return replays.find(replayId).map(replay -> new Progress(replay, requests.count(replayId)));
    }

    /** Asks for nothing more of the range; what was asked for already is still looked up. */
    Optional<Progress> stop(String replayId) {
        replays.end(replayId, Replay.State.STOPPED, clock.instant());
        return progress(replayId);
    }

    /** How many items are in the range: goes through all of the publication. */
    long count(Range range) {
        var count = 0L;
        @Nullable String after = null;
        for (var page = page(range, after); !page.isEmpty(); page = page(range, after)) {
            count += page.stream().filter(range::holds).count();
            after = page.getLast().id();
        }
        return count;
    }

    private List<Item> page(Range range, @Nullable String after) {
        return items.page(new Query(range.publication(), Set.of(), after, PAGE));
    }

    /**
     * How it stands with a range.
     *
     * @param open how many items are asked for and not looked up yet
     */
    record Progress(Replay replay, long open) {}
}
