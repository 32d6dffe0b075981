package app.tidings.curation.item;

import app.tidings.contracts.Credit;
import app.tidings.contracts.Ids;
import app.tidings.contracts.ItemEvent;
import app.tidings.contracts.Manuscript.Translation;
import app.tidings.contracts.Sighting;
import app.tidings.curation.duplicate.Merges;
import app.tidings.curation.duplicate.Merges.Into;
import app.tidings.curation.item.Edits.Change;
import app.tidings.curation.item.Edits.EditedText;
import app.tidings.curation.language.Language;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A link with all that is known of it.
 *
 * @param id the link's id
 * @param version of the document, from 1
 * @param sighted what ingest says
 * @param enrichment what the web says; none while nobody has looked
 * @param edits what people wrote
 * @param placement the issue that it stands in
 * @param declined why an editor does not want it
 * @param merges how it stands to items that lead to the same article
 */
public record Item(
        String id,
        long version,
        URI url,
        ItemState state,
        Sighted sighted,
        @Nullable Enrichment enrichment,
        Edits edits,
        @Nullable Placement placement,
        @Nullable String declined,
        Instant takenInAt,
        Merges merges) {

    /** Time zones that are not told, and clocks that go wrong. */
    private static final Duration CLOCKS_DIFFER = Duration.ofDays(2);

    public Item {
        merges = Objects.requireNonNullElse(merges, Merges.NONE); // items were stored before there were any
    }

    /**
     * What was found, and how it was told.
     *
     * @param version of the item at which it was told last
     */
    public record Enrichment(Page page, long version, Instant at) {}

    /** Where it stands; the number once the issue went out. */
    public record Placement(
            String issueId, String section, @Nullable Integer number) {}

    /** An item that has just been taken in. */
    public static Item takenIn(String id, URI url, Sighted sighted, Instant now) {
        return new Item(id, 1, url, ItemState.NEW, sighted, null, Edits.NONE, null, null, now, Merges.NONE);
    }

    public String publicationId() {
        return Ids.publicationOf(id);
    }

    public boolean awaitsEnrichment() {
        return enrichment == null;
    }

    /** Whether something about it could not be found out for now. */
    public boolean isLookedUpAgain() {
        return page().filter(Page::isLookedUpAgain).isPresent();
    }

    /** Whether it is to be looked up, for the first time or again. */
    public boolean isToBeLookedUp() {
        return awaitsEnrichment() || isLookedUpAgain();
    }

    /** The page's own title, or else the one under which the source showed it. */
    public String title() {
        return page().map(Page::title).orElse(sighted.title());
    }

    /** The title to print in a language. */
    public String titleIn(String language) {
        return textIn(language)
                .map(EditedText::title)
                .filter(each -> !each.isBlank())
                .orElseGet(this::title);
    }

    /** How the title came into a language. */
    public Translation translation(String language) {
        return edits.translation(title(), titleLanguage().orElse(null), language);
    }

    /** The language of the title alone; empty where it does not tell. */
    public Optional<String> titleLanguage() {
        var found = page().map(Page::titleLanguage).or(() -> Language.ofTitle(title()));
        return edits.facts().titleLanguage(found, page().map(Page::language));
    }

    /** What people wrote in a language. */
    public Optional<EditedText> textIn(String language) {
        return Optional.ofNullable(edits.texts().get(language));
    }

    public Optional<Page> page() {
        return Optional.ofNullable(enrichment).map(Enrichment::page);
    }

    /** What it is about, in a few sentences of whoever said it first: the page, or else the source. */
    public Optional<String> excerpt() {
        return page().map(Page::summary).or(() -> Optional.ofNullable(sighted.teaser()));
    }

    public String language() {
        return fact(Edits.Facts::language, Page::language).orElse(Page.UNKNOWN_LANGUAGE);
    }

    public Kind kind() {
        return fact(Edits.Facts::kind, Page::kind).orElse(Kind.ARTICLE);
    }

    public Optional<String> author() {
        return fact(Edits.Facts::author, Page::author);
    }

    /** As an editor says, or else as it was found. */
    private <T> Optional<T> fact(Function<Edits.Facts, @Nullable T> said, Function<Page, @Nullable T> found) {
        return Optional.ofNullable(said.apply(edits.facts())).or(() -> page().map(found));
    }

    /** As an editor says, or else as they were found. */
    public @Nullable Integer stars() {
        return edits.stars() != null
                ? edits.stars()
                : page().flatMap(Page::stars).orElse(null);
    }

    /** Everybody who showed it, or what it stands for; each source and contributor once. */
    public List<Sighting> sightings() {
        return Sighted.once(Stream.concat(
                sighted.sightings().stream(), merges.from().stream().flatMap(each -> each.sightings().stream())));
    }

    public boolean isMerged() {
        return merges.into() != null;
    }

    /** Who brought it: as the editor says, or else everybody who submitted it. */
    public List<Credit> credits() {
        return edits.credits(submitters());
    }

    private List<Credit> submitters() {
        return sightings().stream()
                .map(Sighting::contributor)
                .filter(Objects::nonNull)
                .distinct()
                .toList();
    }

    /**
     * When it was published: as an editor says, or else the page, or else the first source that knows. A date well behind its being
     * taken in is nobody's.
     */
    public Optional<Instant> publishedAt() {
        var latest = takenInAt.plus(CLOCKS_DIFFER);
        return Optional.ofNullable(edits.facts().publishedAt())
                .or(() -> Stream.concat(
                                page().map(Page::publishedAt).stream(),
                                sightings().stream().map(Sighting::publishedAt))
                        .filter(Objects::nonNull)
                        .filter(each -> !each.isAfter(latest))
                        .findFirst());
    }

    public Item withVersion(long changed) {
        return new Item(id, changed, url, state, sighted, enrichment, edits, placement, declined, takenInAt, merges);
    }

    Item withState(ItemState changed) {
        return new Item(id, version, url, changed, sighted, enrichment, edits, placement, declined, takenInAt, merges);
    }

    Item withPlacement(@Nullable Placement changed) {
        return new Item(id, version, url, state, sighted, enrichment, edits, changed, declined, takenInAt, merges);
    }

    Item withDeclined(@Nullable String reason) {
        return new Item(id, version, url, state, sighted, enrichment, edits, placement, reason, takenInAt, merges);
    }

    public Item withMerges(Merges changed) {
        return new Item(id, version, url, state, sighted, enrichment, edits, placement, declined, takenInAt, changed);
    }

    /** The same item with another standing for it, to be told at its next version. */
    public Item mergedInto(Into into, Instant now) {
        return withState(ItemState.MERGED).withMerges(merges.withInto(into)).withSighted(sighted, now);
    }

    /** The same item standing for itself, to be decided about anew. */
    public Item standingAlone() {
        return withState(ItemState.NEW).withMerges(merges.withInto(null)).withDeclined(null);
    }

    /** The same item with an editor's change. */
    public Item edited(Change change) {
        return withEdits(edits.with(change, submitters()));
    }

    public Item withEdits(Edits changed) {
        return new Item(id, version, url, state, sighted, enrichment, changed, placement, declined, takenInAt, merges);
    }

    /** The same item with what ingest says now, to be told at its next version if it has been told before. */
    public Item withSighted(Sighted changed, Instant now) {
        var told = enrichment == null ? null : new Enrichment(enrichment.page(), version + 1, now);
        return new Item(id, version, url, state, changed, told, edits, placement, declined, takenInAt, merges);
    }

    /** The same item with what was found, to be told at its next version. */
    public Item withPage(Page page, Instant now) {
        var told = new Enrichment(page, version + 1, now);
        return new Item(id, version, url, state, sighted, told, edits, placement, declined, takenInAt, merges);
    }

    /** The same item with facts of its page that need not be told; none where nobody has looked. */
    public Item withFacts(Page page) {
        var told = enrichment == null ? null : new Enrichment(page, enrichment.version(), enrichment.at());
        return new Item(id, version, url, state, sighted, told, edits, placement, declined, takenInAt, merges);
    }

    /** How ingest learns that the link was taken: the same event however often it is asked for. Empty while nobody has looked. */
    public Optional<ItemEvent> answer() {
        return AnswerLink.of(this);
    }
}
