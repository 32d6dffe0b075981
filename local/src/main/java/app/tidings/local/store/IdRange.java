package app.tidings.local.store;

import static java.util.Spliterator.ORDERED;
import static java.util.Spliterators.spliteratorUnknownSize;

import de.bwaldvogel.mongo.bson.Document;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
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

    /**
     * The texts in it in their order, each when it is asked for, and the bounds themselves whether they are wanted or not. Keys of other
     * types lie before all texts or behind them.
     */
    Iterable<Object> keys(MVMap<Object, Document> documents) {
        return () -> StreamSupport.stream(spliteratorUnknownSize(documents.keyIterator(from), ORDERED), false)
                .filter(String.class::isInstance)
                .takeWhile(key -> to == null || ((String) key).compareTo(to) <= 0)
                .iterator();
    }
}
