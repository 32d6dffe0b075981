package app.tidings.curation.item;

import app.tidings.contracts.Credit;
import app.tidings.contracts.Ids;
import app.tidings.contracts.ItemEvent.ItemEnriched;
import app.tidings.contracts.Sighting;
import app.tidings.curation.item.Edits.EditedText;
import app.tidings.curation.text.PlainText;
import java.net.URI;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
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
        Instant takenInAt) {

    private static final int MOST_SIGHTINGS = 100;

    /**
     * What ingest says about the link, up to a version of it.
     *
     * @param withdrawn why it is not wanted after all; null where it is
     */
    public record Sighted(
            long linkVersion,
            String title,
            @Nullable String teaser,
            List<Sighting> sightings,
            @Nullable String withdrawn) {

        public Sighted {
            sightings = List.copyOf(sightings);
        }

        /** What both know, each source and contributor once; the later version's words stand. */
        public Sighted mergedWith(Sighted other) {
            var later = other.linkVersion > linkVersion ? other : this;
            var merged = new LinkedHashMap<List<@Nullable Object>, Sighting>();
            Stream.concat(sightings.stream(), other.sightings.stream())
                    .forEach(each -> merged.putIfAbsent(Arrays.asList(each.sourceId(), each.contributor()), each));
            return new Sighted(
                    later.linkVersion,
                    later.title,
                    later.teaser,
                    merged.values().stream().limit(MOST_SIGHTINGS).toList(),
                    later.withdrawn);
        }
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
        return new Item(id, 1, url, ItemState.NEW, sighted, null, Edits.NONE, null, null, now);
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
        return page().map(Page::language).orElse(Page.UNKNOWN_LANGUAGE);
    }

    public Kind kind() {
        return page().map(Page::kind).orElse(Kind.ARTICLE);
    }

    /** As an editor says, or else as they were found. */
    public @Nullable Integer stars() {
        return edits.stars() != null
                ? edits.stars()
                : page().flatMap(Page::stars).orElse(null);
    }

    /** Who brought it: as the editor says, or else everybody who submitted it. */
    public List<Credit> credits() {
        return edits.credits() != null
                ? edits.credits()
                : sighted.sightings().stream()
                        .map(Sighting::contributor)
                        .filter(Objects::nonNull)
                        .distinct()
                        .toList();
    }

    /** When it was published: as the page says, or else as the first source that knows says. */
    public Optional<Instant> publishedAt() {
        return page().map(Page::publishedAt)
                .or(() -> sighted.sightings().stream()
                        .map(Sighting::publishedAt)
                        .filter(Objects::nonNull)
                        .findFirst());
    }

    public Item withVersion(long changed) {
        return new Item(id, changed, url, state, sighted, enrichment, edits, placement, declined, takenInAt);
    }

    Item withState(ItemState changed) {
        return new Item(id, version, url, changed, sighted, enrichment, edits, placement, declined, takenInAt);
    }

    Item withPlacement(@Nullable Placement changed) {
        return new Item(id, version, url, state, sighted, enrichment, edits, changed, declined, takenInAt);
    }

    Item withDeclined(@Nullable String reason) {
        return new Item(id, version, url, state, sighted, enrichment, edits, placement, reason, takenInAt);
    }

    public Item withEdits(Edits changed) {
        return new Item(id, version, url, state, sighted, enrichment, changed, placement, declined, takenInAt);
    }

    /** The same item with what ingest says now, to be told at its next version if it has been told before. */
    public Item withSighted(Sighted changed, Instant now) {
        var told = enrichment == null ? null : new Enrichment(enrichment.page(), version + 1, now);
        return new Item(id, version, url, state, changed, told, edits, placement, declined, takenInAt);
    }

    /** The same item with what was found, to be told at its next version. */
    public Item withPage(Page page, Instant now) {
        var told = new Enrichment(page, version + 1, now);
        return new Item(id, version, url, state, sighted, told, edits, placement, declined, takenInAt);
    }

    /** The same item with facts of its page that need not be told; none where nobody has looked. */
    public Item withFacts(Page page) {
        var told = enrichment == null ? null : new Enrichment(page, enrichment.version(), enrichment.at());
        return new Item(id, version, url, state, sighted, told, edits, placement, declined, takenInAt);
    }

    /** How the enrichment is told: the same event however often it is asked for. Empty while there is none. */
    public Optional<ItemEnriched> enriched() {
        return Optional.ofNullable(enrichment).map(this::event);
    }

    private ItemEnriched event(Enrichment told) {
        return new ItemEnriched(
                id,
                publicationId(),
                told.version(),
                sighted.linkVersion(),
                url,
                title(),
                excerpt()
                        .map(each -> PlainText.cut(each, ItemEnriched.MAX_EXCERPT))
                        .orElse(null),
                language(),
                kind().word(),
                told.page().site(),
                told.page().stars().orElse(null),
                new ArrayList<>(told.page().quality()),
                told.at());
    }
}
