package app.tidings.local.prove.reader;

import app.tidings.notify.ledger.LedgerPage;
import app.tidings.notify.subscriber.AddressKeys;
import app.tidings.notify.subscriber.EmailAddress;
import app.tidings.notify.subscriber.Lists;
import app.tidings.notify.subscriber.Subscriber;
import app.tidings.notify.subscriber.Subscriber.Mailings;
import app.tidings.notify.subscriber.Subscription;
import app.tidings.notify.subscriber.Subscription.Consent;
import app.tidings.notify.subscriber.Subscription.State;
import app.tidings.platform.mongo.Documents;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.UpdateOptions;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.bson.Document;

/**
 * Puts confirmed subscribers into notify's store as an import would: the same records that a sign-up leaves behind. To let
 * thousands fill in the form, get a mail and press a button would prove the form thousands of times, and the sending no
 * better; a few who do come by the front door show that these are like them. Notify must not run meanwhile.
 */
public final class SeedReaders {

    private static final int AT_ONCE = 1_000;

    private final MongoDatabase database;
    private final AddressKeys keys;
    private final Instant now;

    /** Into that database of notify, whose addresses are hashed with these keys. */
    public SeedReaders(MongoDatabase database, AddressKeys keys, Instant now) {
        this.database = database;
        this.keys = keys;
        this.now = now;
    }

    /** Adds a list of so many readers that nobody stands on yet. */
    public List<Reader> run(String publication, String language, int number) {
        var list = Lists.id(publication, language);
        var readers = new ArrayList<Reader>();
        for (var i = 0; i < number; i++) {
            var address = "reader-%d@%s.%s.example".formatted(i, language, publication);
            readers.add(new Reader(UUID.randomUUID().toString(), address, list));
        }
        for (var from = 0; from < number; from += AT_ONCE) {
            add(publication, language, readers, from, Math.min(number, from + AT_ONCE));
        }
        if (number > 0) {
            database.getCollection("lists")
                    .insertOne(new Document("_id", list).append("taken", number).append("v", 1));
        }
        return List.copyOf(readers);
    }

    private void add(String publication, String language, List<Reader> readers, int from, int to) {
        var addresses = new ArrayList<Document>();
        var subscribers = new ArrayList<Document>();
        for (var place = from; place < to; place++) {
            var reader = readers.get(place);
            var address = EmailAddress.of(reader.address());
            addresses.add(new Document("_id", keys.of(address))
                    .append("subscriber", reader.id())
                    .append("v", 1));
            subscribers.add(Documents.toDocument(subscriber(reader, publication, language, page(place)))
                    .append("v", 1));
        }
        database.getCollection("addresses").insertMany(addresses);
        database.getCollection("subscribers").insertMany(subscribers);
        enter(readers, from, to);
    }

    /** A page of the list may begin among those before, so it is added to. */
    private void enter(List<Reader> readers, int from, int to) {
        var pages = database.getCollection("listPages");
        for (var place = from; place < to; ) {
            var end = Math.min(to, page(place) * LedgerPage.MAX_ROWS);
            var ids = readers.subList(place, end).stream().map(Reader::id).toList();
            pages.updateOne(
                    new Document("_id", readers.get(place).list() + ":" + page(place)),
                    new Document("$addToSet", new Document("readers", new Document("$each", ids)))
                            .append("$setOnInsert", new Document("v", 1)),
                    new UpdateOptions().upsert(true));
            place = end;
        }
    }

    /** Pages are numbered from 1. */
    private static int page(int place) {
        return place / LedgerPage.MAX_ROWS + 1;
    }

    private Subscriber subscriber(Reader reader, String publication, String language, int page) {
        var subscription = new Subscription(
                State.CONFIRMED, language, false, 0, new Consent(now, "mail", "import"), Map.of(language, page));
        return new Subscriber(
                reader.id(),
                1,
                reader.address(),
                Map.of(publication, subscription),
                new Mailings(0, 0, null, null),
                false,
                now);
    }
}
