package app.tidings.local.store;

import de.bwaldvogel.mongo.MongoDatabase;
import de.bwaldvogel.mongo.backend.CollectionOptions;
import de.bwaldvogel.mongo.backend.CursorRegistry;
import de.bwaldvogel.mongo.backend.Index;
import de.bwaldvogel.mongo.backend.IndexKey;
import de.bwaldvogel.mongo.backend.QueryResult;
import de.bwaldvogel.mongo.backend.h2.H2Collection;
import de.bwaldvogel.mongo.bson.Document;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.h2.mvstore.MVMap;
import org.jspecify.annotations.Nullable;

/**
 * A collection whose stored documents never change: each is replaced by a changed copy. Where a filter pins all fields of a
 * unique index, the candidates come from that index, whatever else is asked: a compare-and-set on {@code _id} and a version
 * would otherwise walk through the whole collection. Where it asks for a range of {@code _id}, they come from the order of documents.
 */
final class StoreCollection extends H2Collection {

    private static final Document BY_ID = new Document("_id", 1);

    private final MVMap<Object, Document> documents;

    StoreCollection(
            MongoDatabase database,
            String name,
            CollectionOptions options,
            MVMap<Object, Document> documents,
            MVMap<String, Object> meta,
            CursorRegistry cursors) {
        this.documents = documents; // before super, which may look for documents
        super(database, name, options, documents, meta, cursors);
    }

    @Override
    protected QueryResult queryDocuments(
            Document filter,
            @Nullable Document order,
            int skip,
            int limit,
            int batchSize,
            @Nullable Document projection) {
        for (Index<Object> index : getIndexes()) {
            var pinned = pinned(filter, index);
            if (pinned != null && index.canHandle(pinned)) {
                return matchDocuments(filter, index.getPositions(pinned), order, skip, limit, batchSize, projection);
            }
        }
        var range = isNaturalDescending(order)
                ? Optional.<IdRange>empty()
                : IdRange.of(conjunction(filter).toList());
        if (range.isPresent()) {
            var asked =
                    BY_ID.equals(order) ? null : order; // they come so, and the last of a page is the last that is read
            return matchDocuments(filter, range.get().keys(documents), asked, skip, limit, batchSize, projection);
        }
        return super.queryDocuments(filter, order, skip, limit, batchSize, projection);
    }

    /**
     * Gives copies away: the library changes a found document in place and answers with it, so another writer's change
     * would show in an answer that is still being written to the wire.
     */
    @Override
    protected QueryResult createQueryResult(List<Document> matched, int batchSize) {
        return super.createQueryResult(
                matched.stream().map(Document::cloneDeeply).toList(), batchSize);
    }

    /** The part of the filter that speaks of the index's fields, or nothing when it is silent about one of them. */
    private static @Nullable Document pinned(Document filter, Index<Object> index) {
        var pinned = new Document();
        for (var key : index.getKeys().stream().map(IndexKey::getKey).toList()) {
            var part = conjunction(filter).filter(each -> each.containsKey(key)).findFirst();
            if (part.isEmpty()) {
                return null;
            }
            pinned.put(key, part.get().get(key));
        }
        return pinned;
    }

    /** All the documents that must match at the same time: the filter and, however deep, what its $and lists. */
    private static Stream<Document> conjunction(Document filter) {
        var nested = filter.get("$and") instanceof List<?> parts
                ? parts.stream().filter(Document.class::isInstance).map(Document.class::cast)
                : Stream.<Document>empty();
        return Stream.concat(Stream.of(filter), nested.flatMap(StoreCollection::conjunction));
    }
}
