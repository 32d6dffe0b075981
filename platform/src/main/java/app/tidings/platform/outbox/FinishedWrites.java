package app.tidings.platform.outbox;

import java.util.Collection;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The writes of this process that are over, so that the relay can tell a mark whose events were replaced or refused from one
 * whose write is still on its way. Losing an id only delays the clearing of its mark.
 */
final class FinishedWrites {

    private static final int MAX = 50_000;

    private final Set<String> writeIds = ConcurrentHashMap.newKeySet();

    void add(String writeId) {
        if (writeIds.size() > MAX) {
            writeIds.clear();
        }
        writeIds.add(writeId);
    }

    boolean contains(String writeId) {
        return writeIds.contains(writeId);
    }

    void forget(Collection<String> ids) {
        ids.forEach(writeIds::remove);
    }
}
