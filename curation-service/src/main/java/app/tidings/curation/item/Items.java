package app.tidings.curation.item;

import static app.tidings.platform.mongo.Documents.toDocument;
import static app.tidings.platform.mongo.Documents.toRecord;
import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.empty;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.gt;
import static com.mongodb.client.model.Filters.gte;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Filters.lt;
import static com.mongodb.client.model.Updates.combine;
import static com.mongodb.client.model.Updates.inc;
import static com.mongodb.client.model.Updates.set;
import static com.mongodb.client.model.Updates.setOnInsert;

import app.tidings.contracts.ItemEvent;
import app.tidings.curation.item.Step.Changed;
import app.tidings.platform.jobs.Jobs;
import app.tidings.platform.mongo.StoreClock;
import app.tidings.platform.outbox.Outbox;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.cursor.TimeoutMode;
import com.mongodb.client.model.FindOneAndUpdateOptions;
import com.mongodb.client.model.Projections;
import com.mongodb.client.model.ReturnDocument;
import com.mongodb.client.model.Sorts;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.ObjLongConsumer;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Repository;

/** Collection {@code items}: one document per item, {@code _id} is the item's id. */
@Repository
public class Items {

    private static final String ITEM = "item";
    private static final String VERSION = "version";
    private static final int TRIES = 50;
    private static final int PAGE = 500;

    private final MongoDatabase database;
    private final MongoCollection<Document> collection;
    private final Outbox outbox;
    private final ApplicationEventPublisher written;

    /** Said in this process after each write of an item. */
    public record Written(String itemId) {}

    /**
     * Which items are asked for; what is null does not matter.
     *
     * @param after the last id of the page before
     */
    public record Query(
            @Nullable String publication,
            Set<ItemState> states,
            @Nullable String after,
            int limit) {

        private Bson filter() {
            var filters = new ArrayList<Bson>();
            if (publication != null) {
                filters.add(gte("_id", publication + ":"));
                filters.add(lt("_id", publication + ";")); // the character behind the colon
            }
            if (!states.isEmpty()) {
                filters.add(
                        in(ITEM + ".state", states.stream().map(ItemState::name).toList()));
            }
            if (after != null) {
                filters.add(gt("_id", after));
            }
            return filters.isEmpty() ? empty() : and(filters);
        }
    }

    Items(MongoDatabase database, Outbox outbox, ApplicationEventPublisher written) {
        this.database = database;
        this.collection = database.getCollection("items");
        this.outbox = outbox;
        this.written = written;
    }

    /** The items that wait to be looked up, in a small collection beside this one. */
    public Jobs enrichJobs(StoreClock clock) {
        return new Jobs(database, "enrichJobs", clock);
    }

    public Optional<Item> find(String id) {
        return Optional.ofNullable(collection.find(eq("_id", id)).first()).map(Items::toItem);
    }

    /** Those of the items that are there, in no order. */
    public List<Item> findAll(Collection<String> ids) {
        return collection.find(in("_id", ids)).map(Items::toItem).into(new ArrayList<>());
    }

    /** Goes through all items, telling the id and the version of each, which is so little that one pass with a cursor does. */
    public void eachVersion(ObjLongConsumer<String> taker) {
        collection
                .find()
                .projection(Projections.include(VERSION))
                .timeoutMode(TimeoutMode.ITERATION)
                .forEach(each -> taker.accept(each.getString("_id"), each.getLong(VERSION)));
    }

    /** Stores the item unless it is there already; returns the one that stands. */
    public Item keepFirst(Item item) {
        var standing = collection.findOneAndUpdate(
                eq("_id", item.id()),
                combine(setOnInsert(ITEM, body(item)), setOnInsert(VERSION, item.version()), setOnInsert("v", 1)),
                new FindOneAndUpdateOptions().upsert(true).returnDocument(ReturnDocument.AFTER));
        written.publishEvent(new Written(item.id()));
        return toItem(Objects.requireNonNull(standing, "an upsert leaves a document"));
    }

    /**
     * Takes the item a step further, from wherever it stands: whoever else writes it meanwhile, the rule is asked again.
     *
     * @return what the rule said in the end; empty when there is no such item
     */
    public Optional<Step> takeStep(String id, Function<Item, Step> rule) {
        for (var i = 0; i < TRIES; i++) {
            var step = find(id).map(rule);
            if (step.isEmpty() || !(step.get() instanceof Changed changed) || replaceIfVersion(changed)) {
                return step;
            }
        }
        throw new IllegalStateException("item %s is written all the time".formatted(id));
    }

    /**
     * As {@link #takeStep(String, Function)}, but asks the rule first about the item as it was just read: it is read again only if
     * somebody else wrote it since.
     */
    public Step takeStep(Item justRead, Function<Item, Step> rule) {
        var step = rule.apply(justRead);
        return step instanceof Changed changed && !replaceIfVersion(changed)
                ? takeStep(justRead.id(), rule).orElseThrow()
                : step;
    }

    private boolean replaceIfVersion(Changed changed) {
        return changed.event() == null
                ? replaceIfVersion(changed.item(), update(changed.item()))
                : replaceIfVersion(changed.item(), changed.event());
    }

    /** Writes the item and its event at once if nobody wrote it since it was read; says whether it did. */
    public boolean replaceIfVersion(Item item, ItemEvent event) {
        return outbox.write(
                collection,
                item.id(),
                List.of(event),
                unsent -> replaceIfVersion(item, combine(update(item), unsent.set())));
    }

    private boolean replaceIfVersion(Item item, Bson update) {
        var filter = and(eq("_id", item.id()), eq(VERSION, item.version()));
        var replaced = collection.updateOne(filter, update).getModifiedCount() == 1;
        if (replaced) {
            written.publishEvent(new Written(item.id()));
        }
        return replaced;
    }

    private static Bson update(Item item) {
        return combine(set(ITEM, body(item)), inc(VERSION, 1L));
    }

    /** Sends an event of the past again: same version, same id; the item stays as it is. */
    public void sendAgain(ItemEvent event) {
        outbox.write(
                collection,
                event.itemId(),
                List.of(event),
                unsent -> collection.updateOne(eq("_id", event.itemId()), unsent.set()));
    }

    /** A page of items in the order of their ids: a bounded scan, for there is no index but that of {@code _id}. */
    public List<Item> page(Query query) {
        return collection
                .find(query.filter())
                .sort(Sorts.ascending("_id"))
                .limit(query.limit())
                .map(Items::toItem)
                .into(new ArrayList<>());
    }

    /** Goes through all items of a publication, in the order of their ids, of which but a page is in memory at a time. */
    public void each(String publicationId, Consumer<Item> visitor) {
        String after = null;
        do {
            var page = page(new Query(publicationId, Set.of(), after, PAGE));
            page.forEach(visitor);
            after = page.size() < PAGE ? null : page.getLast().id();
        } while (after != null);
    }

    private static Document body(Item item) {
        var document = toDocument(item);
        document.remove("id");
        document.remove(VERSION);
        return document;
    }

    private static Item toItem(Document document) {
        var body = new Document(document.get(ITEM, Document.class))
                .append("id", document.getString("_id"))
                .append(VERSION, document.getLong(VERSION));
        return toRecord(body, Item.class);
    }
}
