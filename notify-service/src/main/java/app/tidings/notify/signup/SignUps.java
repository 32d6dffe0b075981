package app.tidings.notify.signup;

import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Updates.set;

import app.tidings.platform.jobs.Jobs;
import app.tidings.platform.mongo.Documents;
import app.tidings.platform.mongo.StoreClock;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Projections;
import com.mongodb.client.model.UpdateOptions;
import java.util.ArrayList;
import java.util.Optional;
import java.util.UUID;
import org.bson.Document;
import org.springframework.stereotype.Repository;

/** Collection {@code signUps}: what was asked for and not worked yet; each is a job, and gone once it is done. */
@Repository
class SignUps {

    private static final String COLLECTION = "signUps";

    private final MongoCollection<Document> collection;
    private final Jobs jobs;

    SignUps(MongoDatabase database, StoreClock storeClock) {
        this.collection = database.getCollection(COLLECTION);
        this.jobs = new Jobs(database, COLLECTION, storeClock);
    }

    Jobs jobs() {
        return jobs;
    }

    /** Keeps it until it is worked. */
    void keep(SignUp signUp) {
        var id = UUID.randomUUID().toString();
        collection.updateOne(
                eq("_id", id), set("signUp", Documents.toDocument(signUp)), new UpdateOptions().upsert(true));
        jobs.open(id);
    }

    Optional<SignUp> find(String id) {
        return Optional.ofNullable(collection.find(eq("_id", id)).first())
                .map(found -> found.get("signUp", Document.class))
                .map(found -> Documents.toRecord(found, SignUp.class));
    }

    /** Opens the jobs of all that are kept: a kill may have come between the two writes of one. */
    void openAll() {
        collection
                .find()
                .projection(Projections.include("_id"))
                .map(each -> each.getString("_id"))
                .into(new ArrayList<>())
                .forEach(jobs::open);
    }
}
