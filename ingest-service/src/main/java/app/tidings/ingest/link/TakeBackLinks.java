package app.tidings.ingest.link;

import app.tidings.ingest.link.Untaken.Open;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Takes links back that are not wanted after all, and brings them back. To do so again changes nothing. */
@Component
public class TakeBackLinks {

    private final Links links;
    private final Untaken untaken;

    TakeBackLinks(Links links, Untaken untaken) {
        this.links = links;
        this.untaken = untaken;
    }

    /**
     * Withdraws a link, so that curation declines what no editor has decided about.
     *
     * @param reason for people
     * @return whether it stood until now
     */
    public boolean withdraw(String id, String reason, Instant now) {
        return change(id, reason, now);
    }

    /** Wants a withdrawn link again; says whether it was withdrawn until now. */
    public boolean bringBack(String id, Instant now) {
        return change(id, null, now);
    }

    private boolean change(String id, @Nullable String withdrawn, Instant now) {
        while (true) {
            var standing = links.find(id).map(Links.Standing::link);
            if (standing.isEmpty() || (standing.get().withdrawn() == null) == (withdrawn == null)) {
                return false;
            }
            var next = standing.get().withdrawn(withdrawn, now);
            untaken.open(List.of(new Open(id, next.version())), now);
            if (links.replaceIfNext(next)) {
                return true;
            }
        }
    }
}
