package app.tidings.bench.mails;

import app.tidings.contracts.Ids;
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
import java.time.Instant;
import java.util.ArrayList;
import java.util.Map;
import java.util.UUID;
import org.bson.Document;

/** Puts confirmed readers into notify's database, as documents of the shapes that notify itself writes. */
record SeedReaders(MongoDatabase database, AddressKeys keys, String publicationId, String language) {

    private static final int PAGES_A_WRITE = 16;

    /** So many readers, on as many pages of the list as they fill. */
    void run(int count, Instant now) {
        var list = Lists.id(publicationId, language);
        var pages = (count - 1) / LedgerPage.MAX_ROWS + 1;
        for (var from = 1; from <= pages; from += PAGES_A_WRITE) {
            write(list, from, Math.min(pages, from + PAGES_A_WRITE - 1), count, now);
        }
        database.getCollection("lists")
                .insertOne(new Document("_id", list).append("v", 1).append("taken", count));
    }

    private void write(String list, int first, int last, int count, Instant now) {
        var readers = new ArrayList<Document>();
        var addresses = new ArrayList<Document>();
        var places = new ArrayList<Document>();
        for (var page = first; page <= last; page++) {
            var ids = new ArrayList<String>();
            for (var i = (page - 1) * LedgerPage.MAX_ROWS; i < Math.min(count, page * LedgerPage.MAX_ROWS); i++) {
                var reader = reader(i, page, now);
                ids.add(reader.id());
                readers.add(Documents.toDocument(reader).append("v", 1));
                addresses.add(new Document("_id", keys.of(EmailAddress.of(reader.address())))
                        .append("subscriber", reader.id())
                        .append("v", 1));
            }
            places.add(new Document("_id", list + ":" + page)
                    .append("readers", ids)
                    .append("v", 1));
        }
        database.getCollection("subscribers").insertMany(readers);
        database.getCollection("addresses").insertMany(addresses);
        database.getCollection("listPages").insertMany(places);
    }

    private Subscriber reader(int number, int page, Instant now) {
        var origin = Ids.contentHash(new byte[0]).substring(0, 32);
        var wanted = new Subscription(
                State.CONFIRMED, language, false, 0, new Consent(now, "mail", origin), Map.of(language, page));
        return new Subscriber(
                UUID.randomUUID().toString(),
                1,
                "reader-%d@example.org".formatted(number),
                Map.of(publicationId, wanted),
                new Mailings(0, 0, null, null),
                false,
                now);
    }
}
