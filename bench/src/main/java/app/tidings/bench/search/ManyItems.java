package app.tidings.bench.search;

import app.tidings.bench.stage.Stage;
import app.tidings.contracts.Ids;
import app.tidings.contracts.Sighting;
import app.tidings.curation.duplicate.Merges;
import app.tidings.curation.item.Edits;
import app.tidings.curation.item.Edits.Facts;
import app.tidings.curation.item.Item;
import app.tidings.curation.item.Item.Enrichment;
import app.tidings.curation.item.ItemState;
import app.tidings.curation.item.Kind;
import app.tidings.curation.item.Page;
import app.tidings.curation.item.Sighted;
import app.tidings.platform.mongo.Documents;
import java.net.URI;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import org.bson.Document;

/** Items with texts in two languages, put into the store as curation would leave them. */
record ManyItems(Stage stage, Vocabulary english, Vocabulary chinese) {

    static final String PUBLICATION = "tidings-weekly";
    static final int SOURCES = 400;
    static final String DATABASE = "tidings_curation";

    private static final Instant FIRST = Instant.parse("2025-01-01T00:00:00Z");
    /** Those of items that stand for themselves. */
    private static final List<ItemState> STATES = List.copyOf(EnumSet.complementOf(EnumSet.of(ItemState.MERGED)));

    private static final List<Kind> KINDS = List.of(Kind.values());

    private static final int BATCH = 500;
    private static final int TITLE = 8;
    private static final int SUMMARY = 40;

    /** Stores so many, with texts of so many words; returns their ids. */
    List<String> store(int count, int words) {
        var ids = new ArrayList<String>(count);
        var items = new ArrayList<Document>();
        var texts = new ArrayList<Document>();
        for (var number = 0; number < count; number++) {
            var language = number % 2 == 0 ? chinese : english;
            var item = item(number, language, number % 2 == 0 ? "zh" : "en");
            ids.add(item.id());
            items.add(stored(item));
            texts.add(new Document("_id", item.id())
                    .append("text", language.text(words))
                    .append("v", 1));
            if (items.size() == BATCH || number == count - 1) {
                stage.database(DATABASE).getCollection("items").insertMany(items);
                stage.database(DATABASE).getCollection("itemTexts").insertMany(texts);
                items.clear();
                texts.clear();
            }
        }
        return ids;
    }

    private static Document stored(Item item) {
        var body = Documents.toDocument(item);
        body.remove("id");
        body.remove("version");
        return new Document("_id", item.id())
                .append("item", body)
                .append("version", item.version())
                .append("v", 1);
    }

    private static Item item(int number, Vocabulary words, String language) {
        var url = "https://a.example/" + number;
        var at = FIRST.plusSeconds(300L * number);
        var title = words.text(TITLE);
        var source = "s" + number % SOURCES;
        var sighting = new Sighting(source, "Source " + source, URI.create(url), at, at, null);
        var page = new Page(
                title,
                null,
                "a.example",
                at,
                null,
                null,
                language,
                KINDS.get(number % KINDS.size()),
                null,
                words.text(SUMMARY),
                List.of(),
                List.of(),
                null,
                List.of(),
                Page.Extent.UNKNOWN,
                null,
                List.of());
        return new Item(
                Ids.link(PUBLICATION, url),
                1,
                URI.create(url),
                STATES.get(number % STATES.size()),
                new Sighted(1, title, null, List.of(sighting), null),
                new Enrichment(page, 1, at),
                new Edits(Map.of(), "articles", null, null, List.of(), Facts.of(null), null),
                null,
                null,
                at,
                Merges.NONE);
    }
}
