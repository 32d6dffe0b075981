package app.tidings.local.store;

import de.bwaldvogel.mongo.MongoCollection;
import de.bwaldvogel.mongo.backend.CollectionOptions;
import de.bwaldvogel.mongo.backend.CursorRegistry;
import de.bwaldvogel.mongo.backend.Index;
import de.bwaldvogel.mongo.backend.IndexKey;
import de.bwaldvogel.mongo.backend.KeyValue;
import de.bwaldvogel.mongo.backend.h2.H2Database;
import de.bwaldvogel.mongo.bson.Document;
import java.util.List;
import org.h2.mvstore.MVMap;
import org.h2.mvstore.MVStore;

/** A database whose maps hold BSON. The names of the maps are those of {@link H2Database}, which drops them. */
final class StoreDatabase extends H2Database {

    private final MVStore file;

    StoreDatabase(String name, MVStore file, CursorRegistry cursors) {
        this.file = file; // before super, which opens the collections
        super(name, file, cursors);
    }

    @Override
    protected MongoCollection<Object> openOrCreateCollection(String collectionName, CollectionOptions options) {
        var name = getFullCollectionNamespace(collectionName);
        MVMap<Object, Document> documents =
                file.openMap("databases." + name, new MVMap.Builder<Object, Document>().valueType(new BsonDocuments()));
        MVMap<String, Object> meta = file.openMap("meta." + name);
        return new StoreCollection(this, collectionName, options, documents, meta, cursorRegistry);
    }

    @Override
    protected Index<Object> openOrCreateUniqueIndex(
            String collectionName, String indexName, List<IndexKey> keys, boolean sparse) {
        MVMap<KeyValue, Object> positions = file.openMap(
                getFullCollectionNamespace(collectionName) + "._index_" + indexName,
                new MVMap.Builder<KeyValue, Object>().keyType(new BsonKeys()));
        return new StoreIndex(positions, indexName, keys, sparse);
    }
}
