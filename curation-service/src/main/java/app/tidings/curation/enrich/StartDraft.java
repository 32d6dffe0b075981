package app.tidings.curation.enrich;

import app.tidings.curation.item.Item;
import app.tidings.curation.item.Page;
import app.tidings.curation.page.metadata.Metadata;
import app.tidings.curation.page.metadata.PageDate;
import app.tidings.curation.page.metadata.StatedImages;
import app.tidings.curation.page.trait.Traits;
import app.tidings.curation.replay.EnrichStep;
import app.tidings.curation.text.ItemText;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/** Begins the look at an item with what stands of the looks before. */
final class StartDraft {

    private StartDraft() {}

    /**
     * The draft of a look at an item.
     *
     * @param asked the steps to be taken; what the others found stands. Of an item that is to be looked up anyway, all are taken
     * @param stored the text that is kept; one that a person gave stands whatever is asked
     * @param slot where the job is worked
     */
    static Draft of(Item item, Set<EnrichStep> asked, Optional<ItemText> stored, Slot slot) {
        var standing = asked.equals(EnrichStep.all()) || item.isLookedUpAgain() ? Optional.<Page>empty() : item.page();
        var steps = EnumSet.copyOf(standing.isPresent() ? asked : EnrichStep.all());
        var pasted = stored.filter(ItemText::pasted);
        pasted.ifPresent(_ -> steps.remove(EnrichStep.TEXT));
        var draft = new Draft(item, steps, slot);
        standing.ifPresent(page -> keep(page, draft));
        stored.filter(_ -> !draft.takes(EnrichStep.TEXT)).ifPresent(text -> keep(text, draft));
        return draft;
    }

    private static void keep(Page standing, Draft draft) {
        standing.quality().stream().filter(flag -> !draft.finds(flag)).forEach(draft::flag);
        draft.metadata(asMetadata(standing));
        draft.language(standing.language());
        draft.kind(standing.kind());
        draft.repository(standing.repository());
        draft.summary(standing.summary());
        standing.formerly().forEach(draft::formerly);
        draft.extent(standing.extent());
        draft.titleLanguage(standing.titleLanguage());
        draft.standingAddress(standing.leadsTo());
        if (!draft.takes(EnrichStep.IMAGE)) {
            draft.album().startFrom(standing);
        }
    }

    private static void keep(ItemText stored, Draft draft) {
        draft.text(stored.text());
        draft.html(stored.html());
        if (stored.pasted()) {
            draft.pasted();
        }
    }

    private static Metadata asMetadata(Page page) {
        var published = page.publishedAt() == null ? null : PageDate.at(page.publishedAt());
        return new Metadata(
                page.title(),
                page.author(),
                page.site(),
                published,
                null,
                page.description(),
                page.canonical(),
                StatedImages.NONE,
                page.language().equals(Page.UNKNOWN_LANGUAGE) ? null : page.language(),
                null,
                false,
                null,
                Traits.NONE);
    }
}
