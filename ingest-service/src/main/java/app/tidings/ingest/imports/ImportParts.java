package app.tidings.ingest.imports;

import static com.mongodb.client.model.Filters.eq;

import app.tidings.ingest.source.Source;
import app.tidings.platform.mongo.Documents;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import java.util.List;
import org.bson.Document;
import org.springframework.stereotype.Repository;

/**
 * Collection {@code importParts}: the sources of a list that is coming in, so many to a document; {@code _id} is the import's
 * with the number of the part, from 0. They are gone when the import is over.
 */
@Repository
class ImportParts {

    private final MongoCollection<Document> collection;

    ImportParts(MongoDatabase database) {
        this.collection = database.getCollection("importParts");
    }

    /** Keeps the sources in parts. */
    void keep(String importId, List<Source> sources) {
        for (var from = 0; from < sources.size(); from += Import.PART) {
            var part = sources.subList(from, Math.min(sources.size(), from + Import.PART));
            collection.insertOne(new Document("_id", id(importId, from / Import.PART))
                    .append("v", 1)
                    .append("sources", Documents.toDocuments(part)));
        }
    }

    /** The sources of a part; none where it is gone. */
    List<Source> find(String importId, int part) {
        var found = collection.find(eq("_id", id(importId, part))).first();
        return found == null ? List.of() : Documents.toRecords(found.getList("sources", Document.class), Source.class);
    }

    /** Removes all parts, from the last to the first, so that a kill leaves none behind one that is missing. */
    void remove(String importId) {
        var count = 0;
        while (collection.find(eq("_id", id(importId, count))).first() != null) {
            count++;
        }
        for (var part = count - 1; part >= 0; part--) {
            collection.deleteOne(eq("_id", id(importId, part)));
        }
    }

    private static String id(String importId, int part) {
        return importId + "/" + part;
    }
}
