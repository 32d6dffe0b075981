package app.tidings.curation.search.index;

import java.util.List;
import org.apache.lucene.util.BytesRef;

/** A page of what was found; {@code exact} says whether there are no more than {@code total} in all. */
public record Found(List<Hit> hits, long total, boolean exact) {

    /** A document that was found, with the values that it is sorted by; the last of them is its id. */
    public record Hit(List<Object> values) {

        public String id() {
            return ((BytesRef) values.getLast()).utf8ToString();
        }
    }
}
