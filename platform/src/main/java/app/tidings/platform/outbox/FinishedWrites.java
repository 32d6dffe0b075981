package app.tidings.platform.outbox;

import java.util.Collection;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The events of this process whose writes are over, so that the relay can tell a mark whose event was replaced or refused
 * from one whose write is still on its way. Losing an id only delays the clearing of its mark.
 */
final class FinishedWrites {

    private static final int MAX = 50_000;

    private final Set<String> eventIds = ConcurrentHashMap.newKeySet();

    void add(Collection<String> ids) {
        if (eventIds.size() > MAX) {
            eventIds.clear();
        }
        eventIds.addAll(ids);
    }

    boolean contains(String eventId) {
        return eventIds.contains(eventId);
    }

    void forget(Collection<String> ids) {
        ids.forEach(eventIds::remove);
    }
}
