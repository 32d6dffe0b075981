package app.tidings.local.store;

import de.bwaldvogel.mongo.MongoDatabase;
import de.bwaldvogel.mongo.backend.h2.H2Backend;
import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.wire.message.MongoMessage;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import org.h2.mvstore.MVStore;

/**
 * Commits before it answers. The file only ever holds the state between two commands, never one in the middle of a
 * command: a document without its index entries would break its unique keys after a kill. Writers that wait at the same
 * time share a commit.
 */
final class DurableBackend extends H2Backend {

    private static final Set<String> TELLING_NOTHING = Set.of(
            "ismaster",
            "hello",
            "ping",
            "buildinfo",
            "endsessions",
            "killcursors",
            "whatsmyuri",
            "getlog",
            "hostinfo",
            "connectionstatus",
            "serverstatus");
    private static final Set<String> READING =
            Set.of("find", "getmore", "count", "distinct", "listcollections", "listindexes", "listdatabases");

    private static final int COMMITS_BETWEEN_COMPACTIONS = 200;
    private static final int WANTED_FILL_PERCENT = 50;

    /**
     * What a commit frees is not written over by the next few. The newest version in the file may still count on some of it, and a kill
     * in the middle of writing over that would put the file back to an older version. Read off the library, and not seen to happen.
     */
    private static final int VERSIONS_KEPT = 5;

    private static final int BYTES_MOVED_AT_ONCE = 1024 * 1024;

    private final MVStore file;
    private final ReentrantReadWriteLock commands = new ReentrantReadWriteLock();
    private final Object committing = new Object();
    private final AtomicLong applied = new AtomicLong();
    private volatile long committed;
    private long commits;

    DurableBackend(MVStore file) {
        this.file = file; // before super, which opens the databases
        super(file);
        file.setRetentionTime(0); // versions are kept instead: a time would let the file grow
        file.setVersionsToKeep(VERSIONS_KEPT);
    }

    /** A file that is written by {@link #commit()} alone, never by a timer or because memory is full. */
    static MVStore.Builder settings() {
        return new MVStore.Builder().autoCommitDisabled().autoCommitBufferSize(0);
    }

    @Override
    protected MongoDatabase openOrCreateDatabase(String name) {
        return new StoreDatabase(name, file, getCursorRegistry());
    }

    @Override
    public Document handleMessage(MongoMessage message) {
        var command = message.getDocument();
        var name = command.keySet().iterator().next().toLowerCase(Locale.ROOT);
        if (TELLING_NOTHING.contains(name)) {
            return super.handleMessage(message);
        }
        try {
            return reads(name, command) ? super.handleMessage(message) : write(message);
        } finally {
            commitUpTo(applied.get());
        }
    }

    private Document write(MongoMessage message) {
        commands.readLock().lock();
        try {
            return super.handleMessage(message);
        } finally {
            applied.incrementAndGet();
            commands.readLock().unlock();
        }
    }

    private static boolean reads(String name, Document command) {
        return READING.contains(name) || (name.equals("aggregate") && !writesItsResult(command));
    }

    private static boolean writesItsResult(Document aggregate) {
        return aggregate.get("pipeline") instanceof List<?> stages
                && !stages.isEmpty()
                && stages.getLast() instanceof Document last
                && (last.containsKey("$out") || last.containsKey("$merge"));
    }

    private void commitUpTo(long wanted) {
        if (committed >= wanted) {
            return;
        }
        synchronized (committing) {
            if (committed < wanted) {
                commands.writeLock().lock();
                try {
                    long all = applied.get();
                    writeOut();
                    committed = all;
                } finally {
                    commands.writeLock().unlock();
                }
            }
        }
    }

    private void writeOut() {
        writeHeaderWithNextCommit();
        file.commit();
        commits++;
        if (commits % COMMITS_BETWEEN_COMPACTIONS == 0 && file.compact(WANTED_FILL_PERCENT, BYTES_MOVED_AT_ONCE)) {
            writeHeaderWithNextCommit();
            file.commit();
        }
    }

    /**
     * MVStore finds its newest version from the header and a chain of later chunks, and rewrites the header every twenty
     * versions. A kill could meet a chain whose middle has just been overwritten; so the header is written each time,
     * which it is while it says that the file was closed in order.
     */
    private void writeHeaderWithNextCommit() {
        file.getStoreHeader().put("clean", 1);
    }
}
