package app.tidings.curation.enrich;

import app.tidings.curation.item.Item;
import app.tidings.curation.item.Page;
import app.tidings.curation.item.Step;
import app.tidings.curation.item.Step.Changed;
import app.tidings.curation.item.Step.Unchanged;
import app.tidings.curation.replay.EnrichRequests.Outcome;
import java.time.Instant;

/**
 * What was found of an item.
 *
 * @param page as which it is to be kept
 * @param asked whether somebody asked for it, so that it may take the place of what stands
 */
record Findings(Draft draft, Page page, boolean asked) {

    /** What becomes of an item by it. */
    Step told(Item item, Instant now) {
        var standing = item.page();
        if (!isGround(item) || (standing.isPresent() && !isNews(standing.get()))) {
            return new Unchanged(item);
        }
        var enriched = item.withPage(standing.map(each -> each.orBetter(page)).orElse(page), now);
        return new Changed(enriched, enriched.answer().orElseThrow());
    }

    private boolean isNews(Page standing) {
        if (!standing.isLookedUpAgain() && draft.later().isWanted()) {
            return false; // what was known in whole is not given for less
        }
        return asked ? !standing.saysWhat(standing.orBetter(page)) : !page.isLookedUpAgain();
    }

    /** Whether the item still says what the draft started from. */
    boolean isGround(Item item) {
        return item.page().equals(draft.item().page());
    }

    /** What those are told who asked for it. */
    Outcome outcome(boolean changed) {
        if (draft.later().isWanted()
                || draft.later().isMissed()
                || page.quality().contains(Page.NONE)) {
            return Outcome.MISSED;
        }
        return changed ? Outcome.CHANGED : Outcome.SAME;
    }

    /** Whether less was found now than is known already. */
    static boolean isLess(Draft draft) {
        return !draft.item().awaitsEnrichment()
                && (draft.later().isWanted() || draft.toPage().quality().contains(Page.NONE));
    }
}
