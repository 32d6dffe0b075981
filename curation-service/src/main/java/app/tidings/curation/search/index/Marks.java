package app.tidings.curation.search.index;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.SequencedSet;
import java.util.function.Consumer;

/** Ids of what is to be indexed, each once; what was marked last is taken first, since somebody may wait for it. */
final class Marks {

    /** More are not remembered; the sweep finds the rest. */
    private static final int MOST = 20_000;

    private final SequencedSet<String> ids = new LinkedHashSet<>();

    synchronized void add(String id) {
        ids.addLast(id);
        if (ids.size() > MOST) {
            ids.removeFirst();
        }
    }

    synchronized boolean isEmpty() {
        return ids.isEmpty();
    }

    private synchronized List<String> last(int most) {
        var taken = new ArrayList<String>();
        while (taken.size() < most && !ids.isEmpty()) {
            taken.add(ids.removeLast());
        }
        return taken;
    }

    /** Does something with some of them; they stay marked where it fails. */
    void take(int most, Consumer<Collection<String>> taker) {
        var taken = last(most);
        if (taken.isEmpty()) {
            return;
        }
        try {
            taker.accept(taken);
        } catch (RuntimeException e) {
            taken.forEach(this::add);
            throw e;
        }
    }
}
