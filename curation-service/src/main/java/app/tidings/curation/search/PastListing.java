package app.tidings.curation.search;

import app.tidings.curation.text.Choice;
import java.util.List;
import java.util.Locale;
import org.apache.lucene.search.Query;
import org.jspecify.annotations.Nullable;

/**
 * What is looked for in past issues.
 *
 * @param q words that must occur, "phrases" and -words that must not
 * @param language of the texts; en finds en-GB too
 * @param since date of the issue, or a later one
 * @param until date of the issue, or an earlier one
 * @param sort relevance or published, which puts the newest issue first
 * @param cursor what the page before gave as next
 * @param limit from 1 to 200; 50 where nothing is said
 */
record PastListing(
        String q,
        @Nullable List<String> publication,
        @Nullable List<String> section,
        @Nullable List<String> language,
        @Nullable String since,
        @Nullable String until,
        @Nullable String sort,
        @Nullable String cursor,
        @Nullable String limit) {

    PastListing {
        language = language == null
                ? null
                : language.stream().map(each -> each.toLowerCase(Locale.ROOT)).toList();
        cursor = Filters.either(cursor, null);
    }

    Query words() {
        return WordQuery.parse(q);
    }

    Order order() {
        return sort == null || sort.isBlank()
                ? Order.RELEVANCE
                : Choice.of("sort", sort, List.of(Order.RELEVANCE, Order.PUBLISHED));
    }

    int most() {
        return Filters.limit(limit);
    }

    /** Whether a text in that language is asked for. */
    boolean wants(String tag) {
        var lower = tag.toLowerCase(Locale.ROOT);
        return language == null
                || language.isEmpty()
                || language.contains(lower)
                || language.contains(lower.split("-", 2)[0]);
    }
}
