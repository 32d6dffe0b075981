package app.tidings.platform.outbox;

import com.mongodb.client.model.Updates;
import java.util.List;
import org.bson.Document;
import org.bson.conversions.Bson;

/**
 * Events that are about to be written into their aggregate's document, to be combined with the change itself. They lie in
 * the field {@code outbox} by type, so that an unsent event is replaced by a newer one of its type.
 */
public final class Unsent {

    static final String FIELD = "outbox";

    /** In an entry: the value of its event, or else the id of the body that holds it. */
    static final String VALUE = "value";

    static final String BODY = "body";

    /** In an entry: which write it came with. */
    static final String WRITE = "write";

    private final List<Document> entries;

    Unsent(List<Document> entries) {
        this.entries = entries;
    }

    /** The part of an update that adds the events. */
    public Bson set() {
        return Updates.combine(
                entries.stream().map(entry -> Updates.set(path(entry), entry)).toList());
    }

    /** The part of an upsert that adds the events only where the document is new. */
    public Bson setOnInsert() {
        return Updates.combine(entries.stream()
                .map(entry -> Updates.setOnInsert(path(entry), entry))
                .toList());
    }

    private static String path(Document entry) {
        return FIELD + "." + entry.getString("type");
    }
}
