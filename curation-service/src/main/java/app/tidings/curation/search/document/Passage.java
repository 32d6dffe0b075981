package app.tidings.curation.search.document;

import java.net.URI;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.apache.lucene.document.Document;
import org.jspecify.annotations.Nullable;

/**
 * What stands in a past issue at one place: its headline, an entry, or a block.
 *
 * @param id of the passage in the index
 * @param section that it stands in; none for headlines and blocks
 * @param kind of the block, if it is one
 * @param texts by language
 */
public record Passage(
        String id,
        Printed printed,
        @Nullable String section,
        @Nullable String kind,
        @Nullable String itemId,
        @Nullable URI url,
        Map<String, Text> texts) {

    private static final String NUMBER = "number";
    private static final String DATE = "date";
    private static final String BLOCK = "block";
    private static final String ITEM = "item";
    private static final String URL = "url";
    private static final String LANGUAGES = "languages";

    /** The issue that it was printed in. */
    public record Printed(String issueId, int number, LocalDate date) {}

    /** A title and a plain text; each may be empty. */
    public record Text(String title, String text) {}

    void store(Document document) {
        Fields.stored(document, Fields.ID, id);
        Fields.stored(document, Fields.ISSUE, printed.issueId());
        Fields.stored(document, NUMBER, Integer.toString(printed.number()));
        Fields.stored(document, DATE, printed.date().toString());
        Fields.stored(document, Fields.SECTION, section);
        Fields.stored(document, BLOCK, kind);
        Fields.stored(document, ITEM, itemId);
        Fields.stored(document, URL, url == null ? null : url.toString());
        texts.forEach((language, text) -> {
            Fields.stored(document, LANGUAGES, language);
            Fields.stored(document, Fields.TITLE + ":" + language, text.title());
            Fields.stored(document, Fields.TEXT + ":" + language, text.text());
        });
    }

    /** As it was stored. */
    public static Passage of(Document stored) {
        var texts = new LinkedHashMap<String, Text>();
        for (var language : stored.getValues(LANGUAGES)) {
            texts.put(
                    language,
                    new Text(stored.get(Fields.TITLE + ":" + language), stored.get(Fields.TEXT + ":" + language)));
        }
        var printed = new Printed(
                stored.get(Fields.ISSUE), Integer.parseInt(stored.get(NUMBER)), LocalDate.parse(stored.get(DATE)));
        return new Passage(
                stored.get(Fields.ID),
                printed,
                stored.get(Fields.SECTION),
                stored.get(BLOCK),
                stored.get(ITEM),
                Optional.ofNullable(stored.get(URL)).map(URI::create).orElse(null),
                texts);
    }
}
