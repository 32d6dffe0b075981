package app.tidings.curation.progress;

import app.tidings.curation.issue.Issues;
import app.tidings.curation.issue.PlaceItem;
import app.tidings.curation.issue.SettleItem;
import app.tidings.curation.item.Step.Refused;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Lets the items follow that have yet to follow an issue. */
@Component
class SettleOwed {

    private static final Logger LOG = LoggerFactory.getLogger(SettleOwed.class);

    private final Issues issues;
    private final SettleItem settle;
    private final PlaceItem place;

    SettleOwed(Issues issues, SettleItem settle, PlaceItem place) {
        this.issues = issues;
        this.settle = settle;
        this.place = place;
    }

    /** Settles what is owed now. */
    void run(String issueId) {
        issues.owed(issueId).forEach(itemId -> settle(issueId, itemId));
    }

    /** An item that cannot stand where a draft says, because it went elsewhere in between, is taken out there. */
    private void settle(String issueId, String itemId) {
        if (settle.run(issueId, itemId).orElse(null) instanceof Refused(var reason)) {
            LOG.atWarn()
                    .addKeyValue("issue", issueId)
                    .addKeyValue("item", itemId)
                    .addKeyValue("reason", reason)
                    .log("item taken out");
            place.takeOut(issueId, itemId);
        }
    }
}
