package app.tidings.notify.subscriber;

import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Updates.addToSet;
import static com.mongodb.client.model.Updates.combine;
import static com.mongodb.client.model.Updates.inc;
import static com.mongodb.client.model.Updates.setOnInsert;

import app.tidings.notify.ledger.LedgerPage;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.FindOneAndUpdateOptions;
import com.mongodb.client.model.ReturnDocument;
import com.mongodb.client.model.UpdateOptions;
import java.util.List;
import org.bson.Document;
import org.springframework.stereotype.Repository;

/**
 * Collections {@code lists}, which counts the places given away, and {@code listPages}, who has them; {@code _id} is
 * {@code publication:language} and {@code publication:language:page}. A place that is reserved and never entered stays
 * empty: a kill wastes places and never gives one away twice.
 */
@Repository
public class Lists {

    private static final String TAKEN = "taken";

    private final MongoCollection<Document> lists;
    private final MongoCollection<Document> pages;

    Lists(MongoDatabase database) {
        this.lists = database.getCollection("lists");
        this.pages = database.getCollection("listPages");
    }

    public static String id(String publicationId, String language) {
        return publicationId + ":" + language;
    }

    /** The language of a list of the publication; empty for a list of another. */
    static String languageOf(String list, String publicationId) {
        return list.startsWith(publicationId + ":") ? list.substring(publicationId.length() + 1) : "";
    }

    /** Gives away the next place; returns its page. */
    int reserve(String list) {
        var counted = lists.findOneAndUpdate(
                eq("_id", list),
                combine(inc(TAKEN, 1), setOnInsert("v", 1)),
                new FindOneAndUpdateOptions().upsert(true).returnDocument(ReturnDocument.AFTER));
        if (counted == null) {
            throw new IllegalStateException("the store did not return list " + list);
        }
        return pageOf(counted.getInteger(TAKEN));
    }

    /** Enters a subscriber on the page of a place that was reserved. */
    void enter(String list, int page, String subscriberId) {
        pages.updateOne(
                eq("_id", list + ":" + page),
                combine(addToSet("readers", subscriberId), setOnInsert("v", 1)),
                new UpdateOptions().upsert(true));
    }

    /** How many pages the list has; they are numbered from 1. */
    public int pages(String list) {
        var found = lists.find(eq("_id", list)).first();
        return found == null ? 0 : pageOf(found.getInteger(TAKEN));
    }

    /** Who has a place on the page. */
    public List<String> readers(String list, int page) {
        var found = pages.find(eq("_id", list + ":" + page)).first();
        return found == null ? List.of() : found.getList("readers", String.class);
    }

    private static int pageOf(int place) {
        return (place - 1) / LedgerPage.MAX_ROWS + 1;
    }
}
