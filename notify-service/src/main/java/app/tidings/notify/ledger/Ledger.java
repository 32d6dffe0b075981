package app.tidings.notify.ledger;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Projections.include;
import static com.mongodb.client.model.Updates.combine;
import static com.mongodb.client.model.Updates.currentDate;
import static com.mongodb.client.model.Updates.inc;
import static com.mongodb.client.model.Updates.set;
import static com.mongodb.client.model.Updates.setOnInsert;

import app.tidings.platform.mongo.Documents;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.FindOneAndUpdateOptions;
import com.mongodb.client.model.ReturnDocument;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;

/**
 * Collection {@code ledger}: one document per page, {@code _id} is {@code subject:channel:number}. A change is decided by
 * the page's rules and written only if nobody wrote the page since it was read; the write touches the changed rows alone.
 */
@Repository
public class Ledger {

    private static final String STAMPED = "stamped";
    private static final String TALLY = "tally";
    private static final String RESENT = "resent";
    private static final String ROWS = "rows";

    private final MongoCollection<Document> collection;

    Ledger(MongoDatabase database) {
        this.collection = database.getCollection("ledger");
    }

    /** Stores the draft unless the page is there already; returns the one that stands. */
    public LedgerPage keepFirst(LedgerPage draft) {
        var stored = collection.findOneAndUpdate(
                eq("_id", draft.id()),
                combine(
                        setOnInsert("v", 1),
                        setOnInsert("version", 1L),
                        setOnInsert("draft", draft.draft()),
                        setOnInsert("epoch", draft.epoch()),
                        setOnInsert(RESENT, draft.resent()),
                        setOnInsert(ROWS, Documents.toDocuments(draft.rows())),
                        setOnInsert(TALLY, Documents.toDocument(draft.tally()))),
                new FindOneAndUpdateOptions().upsert(true).returnDocument(ReturnDocument.AFTER));
        if (stored == null) {
            throw new IllegalStateException("the store did not return page " + draft.id());
        }
        return toPage(stored);
    }

    public Optional<LedgerPage> find(String pageId) {
        return Optional.ofNullable(collection.find(eq("_id", pageId)).first()).map(Ledger::toPage);
    }

    /** The counts of those of the pages that exist. */
    public Map<String, Tally> tallies(Collection<String> pageIds) {
        var tallies = new HashMap<String, Tally>();
        collection
                .find(in("_id", pageIds))
                .projection(include(TALLY))
                .forEach(page -> tallies.put(page.getString("_id"), toTally(page)));
        return tallies;
    }

    /** Why rows of those of the pages that exist were refused or put off. */
    public Setbacks setbacks(Collection<String> pageIds) {
        var setbacks = new Setbacks();
        collection
                .find(in("_id", pageIds))
                .projection(include(ROWS))
                .forEach(page -> rows(page).forEach(setbacks::add));
        return setbacks;
    }

    /** Applies the rule to the page as it stands, again after each change of somebody else; nothing if there is none. */
    public Optional<LedgerPage> change(String pageId, UnaryOperator<LedgerPage> rule) {
        return changeIf(pageId, page -> Optional.of(rule.apply(page)));
    }

    /** Applies the rule as {@link #change} does, as long as the rule allows it. */
    public Optional<LedgerPage> changeIf(String pageId, Function<LedgerPage, Optional<LedgerPage>> rule) {
        for (var read = find(pageId); read.isPresent(); read = find(pageId)) {
            var changed = rule.apply(read.get());
            if (changed.isEmpty() || changed.get().equals(read.get())) {
                return changed;
            }
            var written = replaceIfVersion(read.get(), changed.get());
            if (written.isPresent()) {
                return written;
            }
        }
        return Optional.empty();
    }

    /** Writes the changed page if nobody wrote it since it was read; returns it as it stands then. */
    public Optional<LedgerPage> replaceIfVersion(LedgerPage read, LedgerPage changed) {
        var written = collection.findOneAndUpdate(
                and(eq("_id", read.id()), eq("version", read.version())),
                update(read, changed),
                new FindOneAndUpdateOptions().returnDocument(ReturnDocument.AFTER));
        return Optional.ofNullable(written).map(Ledger::toPage);
    }

    private static Bson update(LedgerPage read, LedgerPage changed) {
        var updates = new ArrayList<Bson>();
        updates.add(inc("version", 1L));
        updates.add(set("draft", changed.draft()));
        updates.add(set("epoch", changed.epoch()));
        updates.add(set("owner", changed.owner()));
        updates.add(set(RESENT, changed.resent()));
        updates.add(set(TALLY, Documents.toDocument(changed.tally())));
        if (changed.owner() != null && changed.stamped() == null) {
            updates.add(currentDate(STAMPED));
        }
        for (var i = 0; i < changed.rows().size(); i++) {
            if (!changed.rows().get(i).equals(read.rows().get(i))) {
                updates.add(
                        set(ROWS + "." + i, Documents.toDocument(changed.rows().get(i))));
            }
        }
        return combine(updates);
    }

    private static LedgerPage toPage(Document document) {
        return new LedgerPage(
                document.getString("_id"),
                document.getLong("version"),
                document.getBoolean("draft"),
                document.getLong("epoch"),
                document.getString("owner"),
                instant(document.getDate(STAMPED)),
                document.get(RESENT, 0L),
                rows(document));
    }

    private static List<Row> rows(Document page) {
        return Documents.toRecords(page.getList(ROWS, Document.class), Row.class);
    }

    private static @Nullable Instant instant(@Nullable Date date) {
        return date == null ? null : date.toInstant();
    }

    private static Tally toTally(Document page) {
        return Documents.toRecord(page.get(TALLY, Document.class), Tally.class);
    }
}
