package app.tidings.ingest.item;

import app.tidings.contracts.ItemEvent;
import app.tidings.contracts.ItemEvent.ItemDeclined;
import app.tidings.contracts.ItemEvent.ItemEdited;
import app.tidings.contracts.ItemEvent.ItemEnriched;
import app.tidings.contracts.ItemEvent.ItemMerged;
import app.tidings.contracts.ItemEvent.ItemPlaced;
import app.tidings.contracts.ItemEvent.ItemPublished;
import app.tidings.contracts.ItemEvent.ItemReopened;
import app.tidings.contracts.ItemEvent.ItemShortlisted;
import app.tidings.contracts.ItemEvent.ItemSplit;
import app.tidings.contracts.ItemEvent.ItemUnplaced;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonSubTypes.Type;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.net.URI;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** How editors decided about an item, the last time that they did. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
@JsonSubTypes({
    @Type(value = Fate.Shortlisted.class, name = "shortlisted"),
    @Type(value = Fate.Declined.class, name = "declined"),
    @Type(value = Fate.Reopened.class, name = "reopened"),
    @Type(value = Fate.Placed.class, name = "placed"),
    @Type(value = Fate.Published.class, name = "published"),
    @Type(value = Fate.Merged.class, name = "merged")
})
public sealed interface Fate {

    /** When it was decided. */
    Instant at();

    /** It is wanted for an issue. */
    record Shortlisted(Instant at) implements Fate {}

    /** It is not wanted; the reason may be told to whoever submitted it. */
    record Declined(@Nullable String reason, Instant at) implements Fate {}

    /** It was declined, and is to be decided about anew. */
    record Reopened(Instant at) implements Fate {}

    /** It stands in an issue that has not gone out yet. */
    record Placed(Instant at) implements Fate {}

    /**
     * It went out.
     *
     * @param number of the issue
     * @param pages where the issue can be read, by the language of the edition
     */
    record Published(int number, Map<String, URI> pages, Instant at) implements Fate {

        public Published {
            pages = Map.copyOf(pages);
        }
    }

    /** It leads to the same article as another item, whose fate is its own from now on. */
    record Merged(String into, Instant at) implements Fate {}

    /** What an event decides; empty where it decides nothing. */
    static Optional<Fate> of(ItemEvent event) {
        return switch (event) {
            case ItemEnriched _, ItemEdited _ -> Optional.empty();
            case ItemShortlisted shortlisted -> Optional.of(new Shortlisted(shortlisted.occurredAt()));
            case ItemUnplaced unplaced -> Optional.of(new Shortlisted(unplaced.occurredAt()));
            case ItemDeclined declined -> Optional.of(new Declined(declined.reason(), declined.occurredAt()));
            case ItemReopened reopened -> Optional.of(new Reopened(reopened.occurredAt()));
            case ItemSplit split -> Optional.of(new Reopened(split.occurredAt()));
            case ItemMerged merged -> Optional.of(new Merged(merged.into(), merged.occurredAt()));
            case ItemPlaced placed -> Optional.of(new Placed(placed.occurredAt()));
            case ItemPublished published ->
                Optional.of(new Published(published.number(), published.pages(), published.occurredAt()));
        };
    }
}
