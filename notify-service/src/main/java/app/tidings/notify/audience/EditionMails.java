package app.tidings.notify.audience;

import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Updates.combine;
import static com.mongodb.client.model.Updates.setOnInsert;

import app.tidings.platform.mongo.Documents;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.UpdateOptions;
import java.util.ArrayList;
import java.util.Optional;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.springframework.stereotype.Repository;

/** Collection {@code editionMails}: the mail of each edition that is sent, never changed; {@code _id} is the edition. */
@Repository
public class EditionMails {

    private final MongoCollection<Document> collection;

    EditionMails(MongoDatabase database) {
        this.collection = database.getCollection("editionMails");
    }

    /** Stores the mail unless one of the edition is there already. */
    void keepFirst(EditionMail mail) {
        var insert = new ArrayList<Bson>();
        insert.add(setOnInsert("v", 1));
        Documents.toDocument(mail).forEach((name, value) -> {
            if (!name.equals("_id")) {
                insert.add(setOnInsert(name, value));
            }
        });
        collection.updateOne(eq("_id", mail.subjectId()), combine(insert), new UpdateOptions().upsert(true));
    }

    public Optional<EditionMail> find(String subjectId) {
        return Optional.ofNullable(collection.find(eq("_id", subjectId)).first())
                .map(found -> Documents.toRecord(found, EditionMail.class));
    }
}
