package app.tidings.curation.search;

import app.tidings.curation.search.document.Fields;
import java.util.Locale;
import org.apache.lucene.document.LongField;
import org.apache.lucene.search.Sort;
import org.apache.lucene.search.SortField;
import org.apache.lucene.search.SortedNumericSelector;

/** In which order items are listed; among equals, by id. */
enum Order {
    /** As they are stored. */
    ID,
    /** Taken in last. */
    NEWEST,
    /** Taken in first. */
    OLDEST,
    /** Published last; what has no date, at the end. */
    PUBLISHED,
    /** With the most stars; what has none, at the end. */
    STARS,
    /** What fits the words best. */
    RELEVANCE;

    /** As callers write it. */
    String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** A value that was written into a cursor; throws where it is none. */
    Object value(String text) {
        if (this == RELEVANCE) {
            return Float.valueOf(text);
        }
        return Long.valueOf(text);
    }

    Sort sort() {
        var id = new SortField(Fields.ID, SortField.Type.STRING);
        return switch (this) {
            case ID -> new Sort(id);
            case NEWEST -> new Sort(largest(Fields.TAKEN_IN), id);
            case OLDEST -> new Sort(smallest(Fields.TAKEN_IN), id);
            case PUBLISHED -> new Sort(largest(Fields.PUBLISHED), id);
            case STARS -> new Sort(largest(Fields.STARS), id);
            case RELEVANCE -> new Sort(SortField.FIELD_SCORE, id);
        };
    }

    private static SortField largest(String field) {
        return LongField.newSortField(field, true, SortedNumericSelector.Type.MAX, Long.MIN_VALUE);
    }

    private static SortField smallest(String field) {
        return LongField.newSortField(field, false, SortedNumericSelector.Type.MIN, Long.MAX_VALUE);
    }
}
