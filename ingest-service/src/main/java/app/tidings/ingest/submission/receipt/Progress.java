package app.tidings.ingest.submission.receipt;

import app.tidings.ingest.item.Fate;
import app.tidings.ingest.submission.Submission;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** How far a submission is, for whoever made it. */
public sealed interface Progress {

    /** Every word that {@link #word} may give. */
    List<String> WORDS =
            List.of("received", "already-received", "duplicate", "shortlisted", "placed", "published", "declined");

    /** Nobody had shown the link before; no editor has decided yet. */
    record Received() implements Progress {}

    /** Somebody had shown the link before; no editor has decided yet. */
    record AlreadyReceived() implements Progress {}

    /** The link had gone out before it was submitted. */
    record Duplicate(int number, Map<String, URI> pages) implements Progress {}

    record Shortlisted() implements Progress {}

    /** It stands in an issue that has not gone out yet. */
    record Placed() implements Progress {}

    record Published(int number, Map<String, URI> pages) implements Progress {}

    record Declined(@Nullable String reason) implements Progress {}

    /** What follows from what is known. */
    static Progress of(Submission submission, boolean first, Optional<Fate> fate) {
        return switch (fate.orElse(null)) {
            case Fate.Published(var number, var pages, var at) ->
                at.isBefore(submission.at()) ? new Duplicate(number, pages) : new Published(number, pages);
            case Fate.Shortlisted _ -> new Shortlisted();
            case Fate.Placed _ -> new Placed();
            case Fate.Declined(var reason, var _) -> new Declined(reason);
            case Fate.Reopened _ -> undecided(first);
            case Fate.Merged _ -> new AlreadyReceived();
            case null -> undecided(first);
        };
    }

    private static Progress undecided(boolean first) {
        return first ? new Received() : new AlreadyReceived();
    }

    /** As it is called in the API and in addresses. */
    default String word() {
        return switch (this) {
            case Received() -> "received";
            case AlreadyReceived() -> "already-received";
            case Duplicate _ -> "duplicate";
            case Shortlisted() -> "shortlisted";
            case Placed() -> "placed";
            case Published _ -> "published";
            case Declined _ -> "declined";
        };
    }

    /** Why it was declined, where somebody said so. */
    default @Nullable String reason() {
        return this instanceof Declined(var why) ? why : null;
    }
}
