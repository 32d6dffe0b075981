package app.tidings.ingest.link;

import app.tidings.contracts.ItemEvent.ItemEnriched;

/** Learns which version of a link curation has taken; hearing it twice changes nothing. */
class FollowItem {

    private final Links links;
    private final Untaken untaken;

    FollowItem(Links links, Untaken untaken) {
        this.links = links;
        this.untaken = untaken;
    }

    void on(ItemEnriched enriched) {
        links.markTaken(enriched.itemId(), enriched.linkVersion());
        untaken.closeUpTo(enriched.itemId(), enriched.linkVersion());
    }
}
