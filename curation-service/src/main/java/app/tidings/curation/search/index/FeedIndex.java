package app.tidings.curation.search.index;

import app.tidings.curation.issue.Issues;
import app.tidings.curation.item.Item;
import app.tidings.curation.item.Items;
import app.tidings.curation.search.document.IssueDocuments;
import app.tidings.curation.search.document.ItemDocument;
import app.tidings.curation.text.ItemTexts;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.context.event.EventListener;

/**
 * Keeps the index up. Whoever writes an item or an issue in this process marks it, the events of all replicas mark it, and a
 * sweep over the store marks what nobody told of; what is marked is read from the store and indexed, soon, or at once where a
 * list is asked for. A mark that is lost is made again by the next sweep.
 */
public final class FeedIndex {

    /** So many are read from the store at a time: their texts are in memory together. */
    private static final int BATCH = 100;

    private final SearchIndex index;
    private final Stored stored;
    private final Duration patience;
    private final Marks items = new Marks();
    private final Marks issues = new Marks();
    private final ReentrantLock feeding = new ReentrantLock(true);
    private volatile boolean hidden;

    /** Where the truth is. */
    record Stored(Items items, ItemTexts texts, Issues issues) {}

    /** @param patience how long a list waits for what was written just before it */
    FeedIndex(SearchIndex index, Stored stored, Duration patience) {
        this.index = index;
        this.stored = stored;
        this.patience = patience;
    }

    /** The item may have changed. */
    @EventListener
    public void on(Items.Written written) {
        items.add(written.itemId());
    }

    /** The issue may have changed. */
    @EventListener
    public void on(Issues.Written written) {
        issues.add(written.issueId());
    }

    boolean isBehind() {
        return !items.isEmpty() || !issues.isEmpty();
    }

    /**
     * Indexes what is marked, and returns when searches see it, or when waiting longer would be worse. So a list that is asked
     * for after a write in this process shows it.
     */
    public void catchUp() {
        catchUp(patience);
    }

    void catchUp(Duration atMost) {
        feed(atMost, true);
    }

    /**
     * Indexes for so long at most what is marked, for which nobody waits. Searches see it when {@link #show} is called, or as
     * soon as somebody does wait: to show it makes a small file of the index each time, and many of these cost more than they hold.
     */
    void feed(Duration atMost) {
        feed(atMost, false);
    }

    /** Lets searches see what was indexed. */
    void show() {
        feeding.lock(); // whoever asks for a list meanwhile waits for it
        try {
            if (hidden) {
                index.refresh();
                hidden = false;
            }
        } finally {
            feeding.unlock();
        }
    }

    private void feed(Duration atMost, boolean shown) {
        var deadline = System.nanoTime() + atMost.toNanos();
        if (!isBehind() && !feeding.isLocked() && !(shown && hidden)) {
            return;
        }
        try {
            if (feeding.tryLock(atMost.toNanos(), TimeUnit.NANOSECONDS)) {
                try {
                    feed(deadline);
                    if (shown) {
                        show();
                    }
                } finally {
                    feeding.unlock();
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void feed(long deadline) {
        while (isBehind()) {
            items.take(BATCH, this::indexItems);
            issues.take(1, this::indexIssues);
            hidden = true;
            if (System.nanoTime() - deadline >= 0) {
                break;
            }
        }
    }

    private void indexItems(Collection<String> ids) {
        var known = index.versions(ids);
        var found = stored.items().findAll(ids).stream().collect(Collectors.toMap(Item::id, Function.identity()));
        var old = found.values().stream()
                .filter(item -> !Objects.equals(known.get(item.id()), item.version()))
                .toList();
        var texts = stored.texts().findAll(old.stream().map(Item::id).toList());
        old.forEach(item ->
                index.replace(item.id(), item.version(), ItemDocument.of(item, texts.getOrDefault(item.id(), ""))));
        ids.stream().filter(id -> !found.containsKey(id)).forEach(index::remove);
    }

    private void indexIssues(Collection<String> ids) {
        for (var id : ids) {
            index.replaceIssue(
                    id, stored.issues().find(id).map(IssueDocuments::of).orElse(List.of()));
        }
    }
}
