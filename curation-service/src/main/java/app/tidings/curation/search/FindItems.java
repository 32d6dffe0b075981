package app.tidings.curation.search;

import app.tidings.curation.item.Edits.EditedText;
import app.tidings.curation.item.Item;
import app.tidings.curation.item.Items;
import app.tidings.curation.publication.Publications;
import app.tidings.curation.search.index.FeedIndex;
import app.tidings.curation.search.index.Found;
import app.tidings.curation.search.index.Found.Hit;
import app.tidings.curation.search.index.SearchIndex;
import app.tidings.curation.text.ItemTexts;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.lucene.search.Query;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Lists items: the index says which and in what order, and the store says how they stand now. */
@Component
class FindItems {

    private final SearchIndex index;
    private final FeedIndex feed;
    private final Publications publications;
    private final Items items;
    private final ItemTexts texts;

    /**
     * A page.
     *
     * @param next where the next page begins; null after the last
     * @param total how many there are; null where nobody counted
     * @param exact whether there are no more than that
     * @param marked by item, where it has what was looked for
     * @param complete whether the index is; before that, a list may lack something
     */
    record Page(
            List<Item> items,
            @Nullable String next,
            @Nullable Long total,
            boolean exact,
            Map<String, Marked> marked,
            boolean complete) {}

    /** HTML: a title whole, and the best place of the text. Each is null where it has nothing of the query. */
    record Marked(@Nullable String title, @Nullable String text) {}

    FindItems(SearchIndex index, FeedIndex feed, Publications publications, Items items, ItemTexts texts) {
        this.index = index;
        this.feed = feed;
        this.publications = publications;
        this.items = items;
        this.texts = texts;
    }

    /** A page of the items; while the index is being built, of the store where that can answer. */
    Page run(ItemListing listing) {
        if (listing.publication() != null) {
            publications.require(listing.publication());
        }
        var wanted = listing.wanted();
        if (!index.isComplete()) {
            var scan = listing.ofStore();
            if (scan.isPresent()) {
                return scanned(scan.get());
            }
        }
        feed.catchUp();
        var found = index.search(wanted);
        var standing = standing(found);
        var marked = listing.words().map(words -> marked(words, standing)).orElse(Map.of());
        return new Page(standing, next(found, listing), found.total(), found.exact(), marked, index.isComplete());
    }

    private Page scanned(Items.Query query) {
        var page = items.page(query);
        var next = page.size() < query.limit() ? null : page.getLast().id();
        return new Page(page, next, null, false, Map.of(), false);
    }

    private static @Nullable String next(Found found, ItemListing listing) {
        var hits = found.hits();
        return hits.size() < listing.most()
                ? null
                : Cursor.of(listing.order(), hits.getLast().values());
    }

    private List<Item> standing(Found found) {
        var ids = found.hits().stream().map(Hit::id).toList();
        var byId = items.findAll(ids).stream().collect(Collectors.toMap(Item::id, Function.identity()));
        return ids.stream().map(byId::get).filter(Objects::nonNull).toList();
    }

    private Map<String, Marked> marked(Query words, List<Item> found) {
        var pageTexts = texts.findAll(found.stream().map(Item::id).toList());
        var marked = new HashMap<String, Marked>();
        for (var item : found) {
            var text = Snippets.ofText(words, text(item, pageTexts.getOrDefault(item.id(), "")));
            marked.put(item.id(), new Marked(title(words, item), text));
        }
        return marked;
    }

    /** The first that has something of the query: what people wrote, or else the page's, or else the source's. */
    private static @Nullable String title(Query words, Item item) {
        var written = item.edits().texts().values().stream().map(EditedText::title);
        return Stream.concat(written, Stream.of(item.title(), item.sighted().title()))
                .map(each -> Optional.ofNullable(Snippets.ofTitle(words, each)))
                .flatMap(Optional::stream)
                .findFirst()
                .orElse(null);
    }

    private static String text(Item item, String ofPage) {
        var written = item.edits().texts().values().stream().map(EditedText::comment);
        return Stream.concat(written, Stream.of(item.excerpt().orElse(""), ofPage))
                .filter(each -> !each.isBlank())
                .collect(Collectors.joining("\n\n"));
    }
}
