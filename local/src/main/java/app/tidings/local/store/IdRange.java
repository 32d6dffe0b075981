package app.tidings.local.store;

import de.bwaldvogel.mongo.bson.Document;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
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
 * @param alone whether the filter asks for nothing else
 */
record IdRange(@Nullable String from, @Nullable String to, boolean alone) {

    private static final String ID = "_id";
    private static final String AND = "$and";
    private static final Set<String> LOWER = Set.of("$gt", "$gte");
    private static final Set<String> UPPER = Set.of("$lt", "$lte");

    /**
     * The range of a filter; empty where it has none.
     *
     * @param conjunction all the documents that must match at the same time
     */
    static Optional<IdRange> of(List<Document> conjunction) {
        var bounds = conjunction.stream()
                .map(IdRange::bounds)
                .flatMap(Optional::stream)
                .toList();
        var from = texts(bounds, LOWER).max(Comparator.naturalOrder());
        var to = texts(bounds, UPPER).min(Comparator.naturalOrder());
        return from.isEmpty() && to.isEmpty()
                ? Optional.empty()
                : Optional.of(new IdRange(
                        from.orElse(null), to.orElse(null), conjunction.stream().allMatch(IdRange::asksForIdsAlone)));
    }

    private static Optional<Document> bounds(Document filter) {
        return filter.get(ID) instanceof Document asked && isOfBounds(asked) ? Optional.of(asked) : Optional.empty();
    }

    private static boolean isOfBounds(Document asked) {
        return !asked.isEmpty()
                && asked.entrySet().stream()
                        .allMatch(each -> (LOWER.contains(each.getKey()) || UPPER.contains(each.getKey()))
                                && each.getValue() instanceof String);
    }

    private static Stream<String> texts(Collection<Document> bounds, Set<String> operators) {
        return bounds.stream()
                .flatMap(each -> operators.stream().map(each::get))
                .filter(Objects::nonNull)
                .map(String.class::cast);
    }

    private static boolean asksForIdsAlone(Document filter) {
        return filter.keySet().stream()
                .allMatch(key ->
                        key.equals(AND) || (key.equals(ID) && bounds(filter).isPresent()));
    }

    /** So many of the texts in it at most, and the bounds themselves whether they are asked for or not, in their order. */
    List<Object> keys(MVMap<Object, Document> documents, int most) {
        var keys = new ArrayList<>();
        var all = documents.keyIterator(from);
        while (all.hasNext() && keys.size() < most) {
            var key = all.next();
            if (key instanceof String text) {
                if (to != null && text.compareTo(to) > 0) {
                    break;
                }
                keys.add(text);
            }
        }
        return keys;
    }
}
