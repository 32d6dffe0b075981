package app.tidings.curation.search;

import app.tidings.curation.publication.Publications;
import app.tidings.curation.search.document.Fields;
import app.tidings.curation.search.document.Passage;
import app.tidings.curation.search.document.Passage.Text;
import app.tidings.curation.search.index.FeedIndex;
import app.tidings.curation.search.index.Found.Hit;
import app.tidings.curation.search.index.SearchIndex;
import app.tidings.curation.search.index.SearchIndex.Wanted;
import java.net.URI;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.apache.lucene.search.Query;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Finds what stood in past issues. */
@Component
class FindPassages {

    private final SearchIndex index;
    private final FeedIndex feed;
    private final Publications publications;

    /**
     * A place in a past issue, in the language that fits best.
     *
     * @param section where it stood; none for headlines and blocks
     * @param block what it is, if it is a block
     * @param markedTitle HTML, with what fits in {@code mark}; null where nothing does
     * @param markedText as above, the best place of the text
     */
    record Place(
            String issue,
            int number,
            LocalDate date,
            @Nullable String section,
            @Nullable String block,
            @Nullable String item,
            @Nullable URI url,
            String language,
            String title,
            @Nullable String markedTitle,
            @Nullable String markedText) {}

    /** A page of places; {@code next} and {@code total} as in lists of items. */
    record Page(List<Place> places, @Nullable String next, long total, boolean exact, boolean complete) {}

    FindPassages(SearchIndex index, FeedIndex feed, Publications publications) {
        this.index = index;
        this.feed = feed;
        this.publications = publications;
    }

    Page run(PastListing listing) {
        if (listing.publication() != null) {
            listing.publication().forEach(publications::require);
        }
        var words = listing.words();
        var place = listing.cursor();
        var filters = new Filters(Fields.HEADLINE, Fields.PASSAGE)
                .word("publication", Fields.PUBLICATION, listing.publication())
                .word("section", Fields.SECTION, listing.section())
                .word("language", Fields.LANGUAGE, listing.language())
                .between(Fields.PUBLISHED, listing.since(), listing.until())
                .words(words);
        var order = listing.order();
        var after = place == null ? null : Cursor.values(order, place);
        var wanted = new Wanted(filters.build(), order.sort(), after, listing.most());
        feed.catchUp();
        var found = index.search(wanted);
        var hits = found.hits();
        return new Page(
                places(hits, words, listing),
                hits.size() < listing.most()
                        ? null
                        : Cursor.of(order, hits.getLast().values()),
                found.total(),
                found.exact(),
                index.isComplete());
    }

    private List<Place> places(List<Hit> hits, Query words, PastListing listing) {
        var ids = hits.stream().map(Hit::id).toList();
        var byId = index.passages(ids).stream().collect(Collectors.toMap(Passage::id, Function.identity()));
        return ids.stream()
                .map(byId::get)
                .filter(Objects::nonNull)
                .map(passage -> place(passage, words, listing))
                .toList();
    }

    private static Place place(Passage passage, Query words, PastListing listing) {
        return passage.texts().entrySet().stream()
                .filter(each -> listing.wants(each.getKey()))
                .map(each -> place(passage, each.getKey(), each.getValue(), words))
                .max(Comparator.comparingInt(FindPassages::marks))
                .orElseThrow();
    }

    private static Place place(Passage passage, String language, Text text, Query words) {
        var printed = passage.printed();
        return new Place(
                printed.issueId(),
                printed.number(),
                printed.date(),
                passage.section(),
                passage.kind(),
                passage.itemId(),
                passage.url(),
                language,
                text.title(),
                Snippets.ofTitle(words, text.title()),
                Snippets.ofText(words, text.text()));
    }

    private static int marks(Place place) {
        return (place.markedTitle() == null ? 0 : 2) + (place.markedText() == null ? 0 : 1);
    }
}
