package app.tidings.curation.search;

import app.tidings.curation.search.document.Fields;
import java.util.Locale;
import java.util.function.Function;
import org.apache.lucene.document.LongField;
import org.apache.lucene.search.Sort;
import org.apache.lucene.search.SortField;
import org.apache.lucene.search.SortedNumericSelector;
import org.jspecify.annotations.Nullable;

/** In which order items are listed; among equals, by id. */
enum Order {
    /** As they are stored. */
    ID(null, Long::valueOf),
    /** Taken in last. */
    NEWEST(number(Fields.TAKEN_IN, true), Long::valueOf),
    /** Taken in first. */
    OLDEST(number(Fields.TAKEN_IN, false), Long::valueOf),
    /** Published last; what has no date, at the end. */
    PUBLISHED(number(Fields.PUBLISHED, true), Long::valueOf),
    /** With the most stars; what has none, at the end. */
    STARS(number(Fields.STARS, true), Long::valueOf),
    /** What fits the words best. */
    RELEVANCE(SortField.FIELD_SCORE, Float::valueOf);

    private final @Nullable SortField first;
    private final Function<String, Object> value;

    Order(@Nullable SortField first, Function<String, Object> value) {
        this.first = first;
        this.value = value;
    }

    private static SortField number(String field, boolean descending) {
        return LongField.newSortField(
                field,
                descending,
                descending ? SortedNumericSelector.Type.MAX : SortedNumericSelector.Type.MIN,
                descending ? Long.MIN_VALUE : Long.MAX_VALUE);
    }

    /** As callers write it. */
    String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** A value that was written into a cursor. */
    Object value(String text) {
        return value.apply(text);
    }

    Sort sort() {
        var id = new SortField(Fields.ID, SortField.Type.STRING);
        return first == null ? new Sort(id) : new Sort(first, id);
    }
}
