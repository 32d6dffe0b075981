package app.tidings.curation.item;

import app.tidings.contracts.ItemEvent;
import org.jspecify.annotations.Nullable;

/** What a rule says about a step on an item's way. */
public sealed interface Step {

    /** The item takes the step; the event tells of it at the item's next version, where there is something to tell. */
    record Changed(Item item, @Nullable ItemEvent event) implements Step {}

    /** There is nothing to do: it has taken the step already. */
    record Unchanged(Item item) implements Step {}

    /** It may not take the step; the reason is for the editor. */
    record Refused(String reason) implements Step {}
}
