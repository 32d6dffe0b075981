package app.tidings.curation.search;

import app.tidings.curation.item.ItemState;
import app.tidings.curation.item.Items;
import app.tidings.curation.item.Kind;
import app.tidings.curation.search.document.Fields;
import app.tidings.curation.search.index.SearchIndex.Wanted;
import app.tidings.curation.text.Choice;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.lucene.search.Query;
import org.jspecify.annotations.Nullable;

/**
 * Which items are asked for; what is not given does not matter. What has several values holds for items of any of them.
 *
 * @param q words that must occur, "phrases" and -words that must not
 * @param state NEW, SHORTLISTED, PLACED, PUBLISHED, DECLINED or MERGED; several with commas. Without any, all but MERGED
 * @param section ids of sections: where the item stands, or else where an editor wants it
 * @param source ids of sources that showed it
 * @param language of the page; en finds en-GB too
 * @param kind article, project, audio or discussion
 * @param issue number or id of the issue that it stands in
 * @param since date or time at which it was taken in, or later
 * @param until date, which counts whole, or time before which it was taken in
 * @param sort id, newest, oldest, published, stars or relevance; relevance is usual with q, id without
 * @param cursor what the page before gave as next
 * @param after another name of cursor
 * @param limit from 1 to 200; 50 where nothing is said
 */
record ItemListing(
        @Nullable String publication,
        @Nullable String q,
        @Nullable List<String> state,
        @Nullable List<String> section,
        @Nullable List<String> source,
        @Nullable List<String> language,
        @Nullable List<String> kind,
        @Nullable String issue,
        @Nullable String since,
        @Nullable String until,
        @Nullable String sort,
        @Nullable String cursor,
        @Nullable String after,
        @Nullable String limit) {

    private static final List<String> STATES =
            Stream.of(ItemState.values()).map(ItemState::name).toList();
    private static final List<String> KINDS =
            Stream.of(Kind.values()).map(Kind::word).toList();

    /** The words, where there are any. */
    Optional<Query> words() {
        return Optional.ofNullable(q).filter(each -> !each.isBlank()).map(WordQuery::parse);
    }

    Order order() {
        return sort == null || sort.isBlank()
                ? words().isPresent() ? Order.RELEVANCE : Order.ID
                : Choice.of("sort", sort, List.of(Order.values()));
    }

    int most() {
        return Filters.limit(limit);
    }

    private @Nullable String place() {
        return Filters.either(cursor, after);
    }

    /** In the words of the index. */
    Wanted wanted() {
        var filters = new Filters(Fields.ITEM)
                .word("publication", Fields.PUBLICATION, one(publication))
                .known("state", Fields.STATE, state, STATES)
                .word("section", Fields.SECTION, section)
                .word("source", Fields.SOURCE, source)
                .word("language", Fields.LANGUAGE, lower(language))
                .known("kind", Fields.KIND, kind, KINDS)
                .word("issue", Fields.ISSUE, one(issue))
                .between(Fields.TAKEN_IN, since, until);
        if (states().isEmpty()) {
            filters.without(Fields.STATE, ItemState.MERGED.name());
        }
        words().ifPresent(filters::words);
        var place = place();
        return new Wanted(
                filters.build(), order().sort(), place == null ? null : Cursor.values(order(), place), most());
    }

    /** In the words of the store, which knows no more than publication and states; empty where it cannot answer. */
    Optional<Items.Query> ofStore() {
        var more = Stream.of(section, source, language, kind).anyMatch(each -> each != null && !each.isEmpty());
        var others = Stream.of(Filters.either(q, issue), Filters.either(since, until));
        return order() != Order.ID || more || others.anyMatch(each -> each != null)
                ? Optional.empty()
                : Optional.of(new Items.Query(publication, standing(), place(), most()));
    }

    private Set<ItemState> standing() {
        var wanted = states().stream().map(ItemState::valueOf).collect(Collectors.toSet());
        return wanted.isEmpty() ? EnumSet.complementOf(EnumSet.of(ItemState.MERGED)) : wanted;
    }

    private List<String> states() {
        return state == null ? List.of() : state;
    }

    private static @Nullable List<String> one(@Nullable String word) {
        return word == null || word.isBlank() ? null : List.of(word);
    }

    private static @Nullable List<String> lower(@Nullable List<String> words) {
        return words == null
                ? null
                : words.stream().map(each -> each.toLowerCase(Locale.ROOT)).toList();
    }
}
