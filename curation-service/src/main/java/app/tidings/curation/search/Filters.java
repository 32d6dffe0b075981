package app.tidings.curation.search;

import app.tidings.contracts.BadValue;
import app.tidings.curation.search.document.Fields;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;
import org.apache.lucene.document.LongField;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.ConstantScoreQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermInSetQuery;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.util.BytesRef;
import org.jspecify.annotations.Nullable;

/** What all of a list has in common: one clause for each parameter that is given. Refuses what cannot be asked for. */
final class Filters {

    static final int MOST_ITEMS = 200;
    private static final int USUAL_ITEMS = 50;
    private static final int MOST_WORDS = 50;
    private static final int LONGEST = 500;

    private final BooleanQuery.Builder query = new BooleanQuery.Builder();
    private boolean scored;

    /** Only documents of these types. */
    Filters(String... types) {
        query.add(anyOf(Fields.TYPE, List.of(types)), Occur.FILTER);
    }

    /** One of these words, if there are any. */
    Filters word(String name, String field, @Nullable List<String> words) {
        if (words != null && !words.isEmpty()) {
            query.add(anyOf(field, checked(name, words)), Occur.FILTER);
        }
        return this;
    }

    /** One of these words, each of which must be among those that there are. */
    Filters known(String name, String field, @Nullable List<String> words, Collection<String> all) {
        for (var word : words == null ? List.<String>of() : words) {
            if (!all.contains(word)) {
                throw new BadValue("%s is one or several of %s".formatted(name, String.join(", ", all)));
            }
        }
        return word(name, field, words);
    }

    /** Nothing that has this word. */
    Filters without(String field, String word) {
        query.add(new TermQuery(new Term(field, word)), Occur.MUST_NOT);
        return this;
    }

    private static List<String> checked(String name, List<String> words) {
        if (words.size() > MOST_WORDS || words.stream().anyMatch(each -> each.isBlank() || each.length() > LONGEST)) {
            throw new BadValue(
                    "%s has at most %d values, each of 1 to %d characters".formatted(name, MOST_WORDS, LONGEST));
        }
        return words;
    }

    private static Query anyOf(String field, List<String> words) {
        return words.size() == 1
                ? new TermQuery(new Term(field, words.getFirst()))
                : new TermInSetQuery(field, words.stream().map(BytesRef::new).toList());
    }

    /** From a time on, and up to one; a date is that day in UTC, whole. */
    Filters between(String field, @Nullable String since, @Nullable String until) {
        if (since != null || until != null) {
            var from = since == null ? Long.MIN_VALUE : time("since", since, 0).toEpochMilli();
            var to = until == null ? Long.MAX_VALUE : time("until", until, 1).toEpochMilli() - 1;
            if (from > to) {
                throw new BadValue("since must be before until");
            }
            query.add(LongField.newRangeQuery(field, from, to), Occur.FILTER);
        }
        return this;
    }

    private static Instant time(String name, String text, int days) {
        try {
            return text.indexOf('T') < 0
                    ? LocalDate.parse(text)
                            .plusDays(days)
                            .atStartOfDay(ZoneOffset.UTC)
                            .toInstant()
                    : Instant.parse(text);
        } catch (DateTimeParseException e) {
            throw new BadValue(
                    "%s is a date such as 2026-11-22, or a time such as 2026-11-22T10:00:00Z".formatted(name), e);
        }
    }

    /** What the words of people find, and nothing else; their order by relevance is by these alone. */
    Filters words(Query words) {
        query.add(words, Occur.MUST);
        scored = true;
        return this;
    }

    Query build() {
        var built = query.build();
        return scored ? built : new ConstantScoreQuery(built);
    }

    /** How many are wanted at most. */
    static int limit(@Nullable String limit) {
        if (limit == null) {
            return USUAL_ITEMS;
        }
        try {
            var number = Integer.parseInt(limit);
            if (number >= 1 && number <= MOST_ITEMS) {
                return number;
            }
        } catch (NumberFormatException e) {
            throw badLimit();
        }
        throw badLimit();
    }

    private static BadValue badLimit() {
        return new BadValue("limit must be from 1 to " + MOST_ITEMS);
    }

    /** What is given of several names of the same parameter. */
    static @Nullable String either(@Nullable String one, @Nullable String other) {
        return Stream.of(one == null ? "" : one, other == null ? "" : other)
                .filter(each -> !each.isBlank())
                .findFirst()
                .orElse(null);
    }
}
