package app.tidings.local.store;

import de.bwaldvogel.mongo.bson.Document;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.h2.mvstore.MVMap;
import org.jspecify.annotations.Nullable;

/**
 * What a filter asks of {@code _id} as a range of texts: documents lie in that order, so that a page of them is found where it
 * begins, as in MongoDB, and not by a walk through all.
 *
 * @param from the first that may be in it; null if there is no first
 * @param to the last that may be in it; null if there is no last
 */
record IdRange(@Nullable String from, @Nullable String to) {

    private static final Set<String> LOWER = Set.of("$gt", "$gte");
    private static final Set<String> UPPER = Set.of("$lt", "$lte");

    /**
     * The range of a filter; empty where it has none.
     *
     * @param conjunction all the documents that must match at the same time
     */
    static Optional<IdRange> of(List<Document> conjunction) {
        var from = texts(conjunction, LOWER).max(Comparator.naturalOrder());
        var to = texts(conjunction, UPPER).min(Comparator.naturalOrder());
        return from.isEmpty() && to.isEmpty()
                ? Optional.empty()
                : Optional.of(new IdRange(from.orElse(null), to.orElse(null)));
    }

    private static Stream<String> texts(List<Document> conjunction, Set<String> operators) {
        return conjunction.stream()
                .map(each -> each.get("_id"))
                .filter(Document.class::isInstance)
                .map(Document.class::cast)
                .flatMap(asked -> operators.stream().map(asked::get))
                .filter(String.class::isInstance)
                .map(String.class::cast);
    }

    /** The texts in it in their order, each when it is asked for, and the bounds themselves whether they are wanted or not. */
    Iterable<Object> keys(MVMap<Object, Document> documents) {
        return () -> new Keys(documents.keyIterator(from), to);
    }

    /** Keys of other types lie before all texts or behind them. */
    private static final class Keys implements Iterator<Object> {

        private final Iterator<Object> all;
        private final @Nullable String to;
        private @Nullable String next;

        Keys(Iterator<Object> all, @Nullable String to) {
            this.all = all;
            this.to = to;
            this.next = read();
        }

        private @Nullable String read() {
            while (all.hasNext()) {
                if (all.next() instanceof String text) {
                    return to == null || text.compareTo(to) <= 0 ? text : null;
                }
            }
            return null;
        }

        @Override
        public boolean hasNext() {
            return next != null;
        }

        @Override
        public Object next() {
            if (next == null) {
                throw new NoSuchElementException();
            }
            var key = Objects.requireNonNull(next);
            next = read();
            return key;
        }
    }
}
