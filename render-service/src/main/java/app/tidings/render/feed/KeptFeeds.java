package app.tidings.render.feed;

import app.tidings.contracts.Profile;
import app.tidings.render.artefact.Shelf.Issue;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;

/** The feeds that were asked for last, in memory: a feed is written when what it is made of has changed, not when it is read. */
final class KeptFeeds {

    private final long maxBytes;
    private final Map<Name, Kept> byName = new LinkedHashMap<>(16, 0.75f, true);
    private final ReentrantLock writing = new ReentrantLock();
    private long bytes;

    /** Which feed it is. */
    record Name(String publication, String language, FeedFormat format) {}

    /** What a feed is made of; the issues name their pages by content hash. */
    record Content(Profile profile, List<Issue> issues) {}

    private record Kept(Content content, Written feed) {}

    /**
     * Keeps as many as that.
     *
     * @param maxBytes of all feeds together; the newest one is kept whatever its size
     */
    KeptFeeds(long maxBytes) {
        this.maxBytes = maxBytes;
    }

    /** The feed that was made of the same; else it is written, one at a time, for all who ask for it meanwhile. */
    Written findOrWrite(Name name, Content content, Supplier<byte[]> writer) {
        var found = find(name, content);
        return found.isPresent() ? found.get() : writeOnce(name, content, writer);
    }

    private Written writeOnce(Name name, Content content, Supplier<byte[]> writer) {
        writing.lock();
        try {
            var found = find(name, content);
            return found.isPresent() ? found.get() : keep(name, new Kept(content, Written.of(writer.get())));
        } finally {
            writing.unlock();
        }
    }

    private synchronized Optional<Written> find(Name name, Content content) {
        return Optional.ofNullable(byName.get(name))
                .filter(kept -> kept.content().equals(content))
                .map(Kept::feed);
    }

    private synchronized Written keep(Name name, Kept kept) {
        var before = byName.put(name, kept);
        bytes += size(kept) - (before == null ? 0 : size(before));
        var oldest = byName.values().iterator();
        while (bytes > maxBytes && byName.size() > 1) {
            bytes -= size(oldest.next());
            oldest.remove();
        }
        return kept.feed();
    }

    private static int size(Kept kept) {
        return kept.feed().bytes().capacity();
    }
}
