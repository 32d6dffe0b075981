package app.tidings.curation.item.show;

import app.tidings.contracts.Credit;
import app.tidings.contracts.Manuscript.Image;
import app.tidings.contracts.Manuscript.Translation;
import app.tidings.curation.duplicate.Merges.Into;
import app.tidings.curation.item.Edits.EditedText;
import app.tidings.curation.item.Item;
import app.tidings.curation.item.Item.Placement;
import app.tidings.curation.item.ItemState;
import app.tidings.curation.item.Page;
import app.tidings.curation.item.Page.Extent;
import app.tidings.curation.item.Page.Repository;
import app.tidings.curation.memory.Ran;
import app.tidings.curation.proposal.Proposal;
import app.tidings.curation.text.ItemDraft;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * An item as the API shows it.
 *
 * @param version to be sent back with an edit
 * @param kind what the page is: {@code article}, {@code project}, {@code specification}, {@code video}, {@code podcast},
 *     {@code audio}, {@code paper}, {@code discussion}, {@code pdf}
 * @param title the page's own, or else the source's; what people wrote is in {@code texts}
 * @param excerpt plain text
 * @param stars as edited, or else as found
 * @param proposedImages kept images of the page, for an edit to take
 * @param enriched whether the web has been asked
 * @param text readable text of the page; only where one item is asked for
 * @param ran where it ran
 * @param proposal section, tags and score; none for what is decided, or while nothing was learned
 * @param mergedInto the item that stands for this one
 * @param duplicates what this one stands for
 * @param extent how much of it there is
 * @param titleLanguage of the title alone; null where it does not tell
 * @param titles by language of the publication
 */
public record ItemView(
        String id,
        String publication,
        long version,
        ItemState state,
        URI url,
        String title,
        @Nullable String excerpt,
        @Nullable String teaser,
        String kind,
        String language,
        @Nullable String site,
        @Nullable String author,
        @Nullable Instant publishedAt,
        @Nullable Integer stars,
        @Nullable Repository repository,
        List<String> quality,
        List<Source> sources,
        List<Credit> credits,
        Map<String, EditedText> texts,
        @Nullable String section,
        List<Image> images,
        List<Image> proposedImages,
        @Nullable Placement placement,
        @Nullable String declineReason,
        boolean enriched,
        Instant takenInAt,
        @Nullable String text,
        List<Ran> ran,
        @Nullable Proposal proposal,
        @Nullable String mergedInto,
        List<Duplicate> duplicates,
        Extent extent,
        @Nullable String titleLanguage,
        Map<String, TitleView> titles) {

    /**
     * The title in a language.
     *
     * @param title as it would be printed: an editor's, or else the page's own
     * @param translation how it came into the language
     * @param draft a model's translation that nobody has accepted: printed nowhere
     */
    public record TitleView(
            String title, Translation translation, @Nullable String draft) {

        static TitleView of(Item item, String language, @Nullable ItemDraft draft) {
            var title = item.titleIn(language);
            var drafted = draft == null ? null : draft.title();
            return new TitleView(title, item.translation(language), title.equals(drafted) ? null : drafted);
        }
    }

    /** A source that showed it. */
    public record Source(String id, String name, Instant seenAt) {}

    /** An item that was merged into the one that is shown; its sources are among those. */
    public record Duplicate(String id, URI url, String title) {}

    /** What is known of an item elsewhere. */
    record Known(
            @Nullable String text, List<Ran> ran, @Nullable Proposal proposal, Map<String, TitleView> titles) {}

    static ItemView of(Item item, Known known) {
        var page = item.page();
        return new ItemView(
                item.id(),
                item.publicationId(),
                item.version(),
                item.state(),
                item.url(),
                item.title(),
                item.excerpt().orElse(null),
                item.sighted().teaser(),
                item.kind().word(),
                item.language(),
                page.map(Page::site).orElse(null),
                item.author().orElse(null),
                item.publishedAt().orElse(null),
                item.stars(),
                page.map(Page::repository).orElse(null),
                page.map(Page::quality).orElse(List.of()),
                item.sightings().stream()
                        .map(each -> new Source(each.sourceId(), each.sourceName(), each.seenAt()))
                        .toList(),
                item.credits(),
                item.edits().texts(),
                item.edits().section(),
                item.edits().images(),
                page.map(Page::images).orElse(List.of()),
                item.placement(),
                item.declined(),
                !item.awaitsEnrichment(),
                item.takenInAt(),
                known.text(),
                known.ran(),
                known.proposal(),
                Optional.ofNullable(item.merges().into()).map(Into::id).orElse(null),
                item.merges().from().stream()
                        .map(each -> new Duplicate(each.id(), each.url(), each.title()))
                        .toList(),
                page.map(Page::extent).orElse(Extent.UNKNOWN),
                item.titleLanguage().orElse(null),
                known.titles());
    }
}
