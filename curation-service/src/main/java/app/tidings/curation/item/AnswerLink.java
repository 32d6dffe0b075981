package app.tidings.curation.item;

import app.tidings.contracts.ItemEvent;
import app.tidings.contracts.ItemEvent.ItemEnriched;
import app.tidings.contracts.ItemEvent.ItemMerged;
import app.tidings.curation.duplicate.Merges.Into;
import app.tidings.curation.item.Item.Enrichment;
import app.tidings.curation.text.PlainText;
import java.util.ArrayList;
import java.util.Optional;

/** How ingest learns that a link was taken. */
final class AnswerLink {

    private AnswerLink() {}

    /** The same event however often it is asked for. Empty while nobody has looked the item up. */
    static Optional<ItemEvent> of(Item item) {
        var into = item.merges().into();
        return Optional.ofNullable(item.enrichment())
                .map(told -> into == null ? enriched(item, told) : merged(item, told, into));
    }

    private static ItemMerged merged(Item item, Enrichment told, Into into) {
        return new ItemMerged(
                item.id(),
                item.publicationId(),
                told.version(),
                item.sighted().linkVersion(),
                into.id(),
                into.evidence(),
                told.at());
    }

    private static ItemEnriched enriched(Item item, Enrichment told) {
        return new ItemEnriched(
                item.id(),
                item.publicationId(),
                told.version(),
                item.sighted().linkVersion(),
                item.url(),
                item.title(),
                item.excerpt()
                        .map(each -> PlainText.cut(each, ItemEnriched.MAX_EXCERPT))
                        .orElse(null),
                told.page().language(),
                told.page().kind().word(),
                told.page().site(),
                told.page().stars().orElse(null),
                new ArrayList<>(told.page().quality()),
                told.at());
    }
}
