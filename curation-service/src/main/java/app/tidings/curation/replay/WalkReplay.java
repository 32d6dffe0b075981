package app.tidings.curation.replay;

import app.tidings.curation.item.Item;
import app.tidings.curation.item.Items;
import app.tidings.curation.item.Items.Query;
import app.tidings.curation.replay.Replay.State;
import app.tidings.platform.jobs.Jobs;
import app.tidings.platform.jobs.Jobs.Job;
import app.tidings.platform.jobs.Workers;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Goes through the items of a replay a few at a time. All replays together never have more of them in the queue than a small
 * part of what is in hand at a time, so that new items find the rest free. A kill in the middle makes it ask for some of them
 * twice.
 */
final class WalkReplay {

    private static final Duration PAUSE = Duration.ofMillis(500);
    private static final int PAGE = 200;

    private final Items items;
    private final EnrichRequests requests;
    private final Replays replays;
    private final Queue queue;
    private final InstantSource clock;

    /**
     * The queue of items that are to be looked up.
     *
     * @param most how many of all replays may stand in it
     */
    record Queue(Jobs jobs, Workers workers, int most) {

        void add(String itemId) {
            workers.open(itemId);
        }
    }

    WalkReplay(Items items, EnrichRequests requests, Replays replays, Queue queue, InstantSource clock) {
        this.items = items;
        this.requests = requests;
        this.replays = replays;
        this.queue = queue;
        this.clock = clock;
    }

    /** Goes on with a replay; tells how long it waits to go on again, if it is not at its end. */
    Optional<Duration> run(Job job) {
        return replays.find(job.id()).filter(replay -> replay.state().isOpen()).flatMap(this::goOn);
    }

    private Optional<Duration> goOn(Replay replay) {
        var open = requests.count(replay.id());
        if (replay.state() == State.FINISHING && open == 0) {
            replays.end(replay.id(), State.DONE, clock.instant());
            return Optional.empty();
        }
        var room = replay.state() == State.RUNNING ? room(open) : 0;
        if (room > 0) {
            walk(replay, room);
        } else {
            requests.itemsOf(replay.id()).forEach(queue.jobs()::openFirst); // those that a kill left without their job
        }
        return Optional.of(PAUSE);
    }

    /** How many more a replay that has so many may ask for: its share, as far as the others left it free. */
    private int room(long mine) {
        var running = replays.open();
        var share = Math.max(1, queue.most() / Math.max(1, running.size())) - mine;
        return (int) Math.min(share, queue.most() - requests.count(running));
    }

    private void walk(Replay replay, int room) {
        var page = items.page(new Query(replay.range().publication(), Set.of(), replay.cursor(), PAGE));
        var cursor = replay.cursor();
        var examined = 0;
        var asked = 0;
        for (var each = page.iterator(); each.hasNext() && asked < room; examined++) {
            var item = each.next();
            cursor = item.id();
            if (replay.range().holds(item)) {
                ask(replay, item);
                asked++;
            }
        }
        var next = isEnd(page, examined) ? State.FINISHING : State.RUNNING;
        var _ = replays.advanceFrom(replay, cursor, examined, asked, next);
    }

    private void ask(Replay replay, Item item) {
        requests.add(item.id(), replay.steps(), replay.id());
        queue.add(item.id());
    }

    private static boolean isEnd(List<Item> page, int examined) {
        return page.size() < PAGE && examined == page.size();
    }
}
