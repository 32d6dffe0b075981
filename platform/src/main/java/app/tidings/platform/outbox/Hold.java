package app.tidings.platform.outbox;

import app.tidings.platform.outbox.PendingAggregates.Pending;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Aggregates in the hands of one run of the relay, since a moment of {@link System#nanoTime} before they were taken or renewed. */
final class Hold {

    private static final Logger LOG = LoggerFactory.getLogger(Hold.class);

    private final PendingAggregates pending;
    private final OutboxSettings.Lease lease;
    private final String owner = UUID.randomUUID().toString();
    private long since = System.nanoTime();

    Hold(PendingAggregates pending, OutboxSettings.Lease lease) {
        this.pending = pending;
        this.lease = lease;
    }

    /** Takes those that are pending and that no other relay is at. */
    List<Pending> claim(Collection<String> ids) {
        return pending.claim(ids, owner, lease.term());
    }

    /** Those of them that are still in hand, as they are now. */
    List<Pending> read(Collection<String> ids) {
        return pending.held(ids, owner);
    }

    /** Those that are held for long enough to send one more event of each; only where that is in doubt the store is asked. */
    Set<String> lasting(Set<String> ids) {
        var now = System.nanoTime();
        if (now - since < lease.spare().toNanos()) {
            return ids;
        }
        since = now;
        return pending.renew(ids, owner, lease.term());
    }

    /** Lets others have them at once; where the store does not take that, the lease runs out by itself. */
    void letGo(Collection<String> ids) {
        try {
            pending.release(ids, owner);
        } catch (RuntimeException e) {
            LOG.atDebug().addKeyValue("cause", e.toString()).log("leases will run out by themselves");
        }
    }
}
