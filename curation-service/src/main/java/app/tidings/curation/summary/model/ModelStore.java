package app.tidings.curation.summary.model;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.lt;
import static com.mongodb.client.model.Updates.combine;
import static com.mongodb.client.model.Updates.inc;
import static com.mongodb.client.model.Updates.set;
import static com.mongodb.client.model.Updates.setOnInsert;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.UpdateOptions;
import java.time.LocalDate;
import java.util.Optional;
import org.bson.Document;
import org.springframework.stereotype.Repository;

/**
 * Collections {@code modelDays}, how often the model was asked on each day (UTC) by all replicas together, and
 * {@code modelAnswers}, what it said, by the hash of all that it was asked: the same question is not paid for twice.
 */
@Repository
class ModelStore {

    private static final String CALLS = "calls";

    private final MongoCollection<Document> days;
    private final MongoCollection<Document> answers;

    ModelStore(MongoDatabase database) {
        this.days = database.getCollection("modelDays");
        this.answers = database.getCollection("modelAnswers");
    }

    /** Takes one of the day's calls, before it is made; false where none is left. */
    boolean takeOne(LocalDate day, int most) {
        var id = eq("_id", day.toString());
        days.updateOne(id, combine(setOnInsert(CALLS, 0), setOnInsert("v", 1)), new UpdateOptions().upsert(true));
        return days.updateOne(and(id, lt(CALLS, most)), inc(CALLS, 1)).getModifiedCount() == 1;
    }

    void keepAnswer(String hash, String answer) {
        answers.updateOne(
                eq("_id", hash), combine(set("answer", answer), setOnInsert("v", 1)), new UpdateOptions().upsert(true));
    }

    Optional<String> answer(String hash) {
        return Optional.ofNullable(answers.find(eq("_id", hash)).first()).map(each -> each.getString("answer"));
    }
}
