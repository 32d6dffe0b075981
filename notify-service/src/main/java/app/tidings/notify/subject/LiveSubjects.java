package app.tidings.notify.subject;

import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Updates.combine;
import static com.mongodb.client.model.Updates.set;
import static com.mongodb.client.model.Updates.setOnInsert;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.UpdateOptions;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;

/**
 * Collection {@code liveSubjects}: the subjects whose sending is not over, and nothing else. Senders find their work here,
 * and somebody who unsubscribes is taken out of what stands here.
 */
@Repository
public class LiveSubjects {

    private final MongoCollection<Document> collection;
    private volatile Runnable hint = () -> {};

    /**
     * A subject that is being sent.
     *
     * @param list the list of readers that it goes to; none for a mail to one reader
     */
    public record Live(String subjectId, @Nullable String list, Instant since) {}

    LiveSubjects(MongoDatabase database) {
        this.collection = database.getCollection("liveSubjects");
    }

    /** Tells whom to tell that a subject was opened here, so that it need not be looked for. */
    public void onOpen(Runnable newHint) {
        this.hint = newHint;
    }

    public void open(Live live) {
        collection.updateOne(
                eq("_id", live.subjectId()),
                combine(set("list", live.list()), setOnInsert("v", 1), setOnInsert("since", Date.from(live.since()))),
                new UpdateOptions().upsert(true));
        hint.run();
    }

    public void close(String subjectId) {
        collection.deleteOne(eq("_id", subjectId));
    }

    public List<Live> all() {
        return collection
                .find()
                .map(each -> new Live(
                        each.getString("_id"),
                        each.getString("list"),
                        each.getDate("since").toInstant()))
                .into(new ArrayList<>());
    }
}
