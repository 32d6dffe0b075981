package app.tidings.curation.search.document;

import app.tidings.contracts.Credit;
import app.tidings.contracts.Sighting;
import app.tidings.curation.item.Edits.EditedText;
import app.tidings.curation.item.Item;
import app.tidings.curation.item.Page;
import app.tidings.curation.item.Page.Repository;
import java.time.Instant;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.lucene.document.Document;
import org.jspecify.annotations.Nullable;

/** An item as it stands in the index. Pure. */
public final class ItemDocument {

    /** What is behind this many characters of a page's text is not found. */
    private static final int MOST_TEXT = 20_000;

    private ItemDocument() {}

    /** With the text of its page, which may be empty. */
    public static Document of(Item item, String text) {
        var document = new Document();
        Fields.identify(document, Fields.ITEM, item.id(), item.version());
        facts(document, item);
        Fields.words(document, Fields.TITLE, titles(item));
        Fields.words(
                document, Fields.COMMENT, item.edits().texts().values().stream().map(EditedText::comment));
        Fields.words(document, Fields.TEXT, texts(item, text));
        Fields.words(document, Fields.NAMES, names(item));
        return document;
    }

    private static void facts(Document document, Item item) {
        Fields.word(document, Fields.PUBLICATION, item.publicationId());
        Fields.word(document, Fields.STATE, item.state().name());
        Fields.word(document, Fields.KIND, item.kind().word());
        Fields.language(document, item.language());
        Fields.word(document, Fields.SECTION, section(item));
        item.sightings().stream()
                .map(Sighting::sourceId)
                .distinct()
                .forEach(source -> Fields.word(document, Fields.SOURCE, source));
        var placement = item.placement();
        if (placement != null) {
            Fields.word(document, Fields.ISSUE, placement.issueId());
            Fields.word(document, Fields.ISSUE, Objects.toString(placement.number(), null));
        }
        Fields.number(document, Fields.TAKEN_IN, item.takenInAt().toEpochMilli());
        Fields.number(
                document,
                Fields.PUBLISHED,
                item.publishedAt().map(Instant::toEpochMilli).orElse(null));
        var stars = item.stars();
        Fields.number(document, Fields.STARS, stars == null ? null : stars.longValue());
    }

    /** Where it stands, or else where an editor wants it. */
    private static @Nullable String section(Item item) {
        var placement = item.placement();
        return placement == null ? item.edits().section() : placement.section();
    }

    private static Stream<String> titles(Item item) {
        return Stream.concat(
                        Stream.of(item.title(), item.sighted().title()),
                        item.edits().texts().values().stream().map(EditedText::title))
                .distinct();
    }

    private static Stream<@Nullable String> texts(Item item, String text) {
        var bounded = text.length() > MOST_TEXT ? text.substring(0, MOST_TEXT) : text;
        return Stream.of(
                item.excerpt().orElse(null),
                item.sighted().teaser(),
                item.page().map(Page::description).orElse(null),
                item.page().map(Page::repository).map(Repository::description).orElse(null),
                bounded);
    }

    /** Who and where: people search for an author, a site or a repository as they do for a word. */
    private static Stream<@Nullable String> names(Item item) {
        var page = item.page();
        var credits = item.credits().stream().map(Credit::name).collect(Collectors.joining("\n"));
        var sources =
                item.sightings().stream().map(Sighting::sourceName).distinct().collect(Collectors.joining("\n"));
        return Stream.of(
                item.author().orElse(null),
                page.map(Page::site).orElse(null),
                credits,
                sources,
                item.url().getHost(),
                item.url().getPath());
    }
}
