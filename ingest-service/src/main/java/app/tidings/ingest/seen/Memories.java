package app.tidings.ingest.seen;

import static com.mongodb.client.model.Filters.eq;

import app.tidings.ingest.source.SourcesChanged.SourceRemoved;
import app.tidings.platform.mongo.Documents;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.ReplaceOptions;
import java.util.HashSet;
import org.bson.Document;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Repository;

/**
 * Collection {@code memories}: one document of bounded size per source, {@code _id} being the source's. One replica at a
 * time polls a source; where two did, the later write stands, and links are still known by their ids.
 */
@Repository
public class Memories {

    private static final ReplaceOptions UPSERT = new ReplaceOptions().upsert(true);

    private final MongoCollection<Document> collection;

    Memories(MongoDatabase database) {
        this.collection = database.getCollection("memories");
    }

    /** What is remembered of the source; nothing where it was never read. */
    public Memory of(String sourceId) {
        var document = collection.find(eq("_id", sourceId)).first();
        return document == null
                ? Memory.NONE
                : Documents.toRecord(document.get("memory", Document.class), Memory.class);
    }

    /** Remembers a reading; writes nothing where it brought nothing that was not known. */
    public void keep(String sourceId, Recall recall, int entries, int fresh) {
        var before = recall.memory();
        var after = fresh == 0 ? recall.after() : recall.after().withNews(before, entries, fresh);
        if (after.usual() != before.usual() || !new HashSet<>(after.marks()).equals(new HashSet<>(before.marks()))) {
            write(sourceId, after);
        }
    }

    /** Remembers that much at once is usual at the source. */
    public void useToFloods(String sourceId) {
        write(sourceId, of(sourceId).usedToFloods());
    }

    /** A source that is added again begins anew. */
    @EventListener
    void on(SourceRemoved removed) {
        collection.deleteOne(eq("_id", removed.sourceId()));
    }

    private void write(String sourceId, Memory memory) {
        var document = new Document("v", 1).append("memory", Documents.toDocument(memory));
        collection.replaceOne(eq("_id", sourceId), document, UPSERT);
    }
}
