package app.tidings.curation.search.index;

import app.tidings.curation.issue.Issues;
import app.tidings.curation.item.Items;
import app.tidings.curation.search.document.Fields;
import app.tidings.curation.search.index.FeedIndex.Stored;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/**
 * Feeds the index on a thread of its own: what is marked all the time, and now and then whatever in the store is not in the
 * index as it stands there. A lost event or an empty topic therefore only delays, and a new index fills itself.
 */
final class SweepStore implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(SweepStore.class);
    private static final int PAGE = 1_000;
    private static final Duration TURN = Duration.ofMillis(100);

    /** Of which nobody asks for a list meanwhile: each look makes a small file, and to merge these costs more than to write them. */
    private static final Duration UNSEEN = Duration.ofSeconds(15);

    private static final Duration AFTER_A_FAULT = Duration.ofSeconds(2);

    private final SearchIndex index;
    private final FeedIndex feed;
    private final Stored stored;
    private final SearchSettings settings;
    private final CountDownLatch stopped = new CountDownLatch(1);
    private volatile @Nullable Thread thread;
    private long nextSweep = System.nanoTime();
    private long shown = System.nanoTime();

    SweepStore(SearchIndex index, FeedIndex feed, Stored stored, SearchSettings settings) {
        this.index = index;
        this.feed = feed;
        this.stored = stored;
        this.settings = settings;
    }

    @Override
    public void start() {
        thread = Thread.ofPlatform().daemon().name("feed-index").start(this::run);
    }

    private void run() {
        try {
            while (!stopped.await(settings.refresh().toMillis(), TimeUnit.MILLISECONDS)) {
                work();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (CancellationException e) {
            LOG.atDebug().log("the sweep ends because the service does");
        }
    }

    private void work() throws InterruptedException {
        try {
            if (index.isBroken()) {
                index.mend();
                nextSweep = System.nanoTime();
            }
            takeIn();
            if (System.nanoTime() - nextSweep >= 0) {
                sweep();
                nextSweep = System.nanoTime() + settings.sweep().toNanos();
            }
        } catch (CancellationException e) {
            throw e;
        } catch (RuntimeException | Error e) { // an error, too, must not end this thread for good
            LOG.atWarn().addKeyValue("cause", e.toString()).log("the index cannot be kept up; trying again");
            var _ = stopped.await(AFTER_A_FAULT.toMillis(), TimeUnit.MILLISECONDS);
        }
    }

    /** In turns, so that whoever waits for a list comes in between. */
    private void takeIn() {
        while (feed.isBehind()) {
            if (stopped.getCount() == 0) {
                throw new CancellationException();
            }
            feed.feed(TURN);
            showNowAndThen();
        }
        showNowAndThen();
    }

    private void showNowAndThen() {
        if (System.nanoTime() - shown >= UNSEEN.toNanos()) {
            show();
        }
    }

    private void show() {
        feed.show();
        shown = System.nanoTime();
    }

    private void sweep() {
        sweep(
                Fields.ITEM,
                id -> feed.on(new Items.Written(id)),
                pages -> stored.items().eachVersion(pages::add));
        sweep(
                Fields.HEADLINE,
                id -> feed.on(new Issues.Written(id)),
                pages -> stored.issues().eachVersion(pages::add));
        if (!index.isComplete()) {
            LOG.atInfo().addKeyValue("items", index.count(Fields.ITEM)).log("the index is complete");
        }
        index.completed();
    }

    private void sweep(String type, Consumer<String> mark, Consumer<Pages> all) {
        var pages = new Pages(mark);
        all.accept(pages);
        pages.end();
        show();
        if (index.count(type) > pages.seen) {
            markEverything(type, mark);
        }
    }

    /** The store has lost something, as by a backup that was put back; whatever is not there leaves the index. */
    private void markEverything(String type, Consumer<String> mark) {
        String after = null;
        do {
            var ids = index.ids(type, after, PAGE);
            ids.forEach(mark);
            takeIn();
            after = ids.isEmpty() ? null : ids.getLast();
        } while (after != null);
    }

    /** Collects versions by the page; each page is taken in before more are read. */
    private final class Pages {

        private final Consumer<String> mark;
        private final Map<String, Long> page = new LinkedHashMap<>();
        private long seen;

        Pages(Consumer<String> mark) {
            this.mark = mark;
        }

        void add(String id, long version) {
            page.put(id, version);
            seen++;
            if (page.size() == PAGE) {
                end();
            }
        }

        void end() {
            var known = index.versions(page.keySet());
            page.forEach((id, version) -> {
                if (!Objects.equals(known.get(id), version)) {
                    mark.accept(id);
                }
            });
            page.clear();
            takeIn();
        }
    }

    @Override
    public void stop() {
        stopped.countDown();
        var running = thread;
        thread = null;
        if (running != null) {
            try {
                running.join(); // without an interrupt, which would close the files under the index
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }

    @Override
    public boolean isRunning() {
        return thread != null;
    }
}
