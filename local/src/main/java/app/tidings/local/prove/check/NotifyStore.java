package app.tidings.local.prove.check;

import app.tidings.local.prove.sink.Sink;
import app.tidings.notify.ledger.LedgerPage;
import app.tidings.notify.ledger.Row;
import app.tidings.notify.ledger.RowState;
import app.tidings.notify.sending.SenderIdentity;
import app.tidings.notify.subject.Subject;
import app.tidings.platform.mongo.Documents;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.bson.Document;

/** Reads what notify has written down, past notify itself. */
public final class NotifyStore {

    private final MongoCollection<Document> subjects;
    private final MongoCollection<Document> ledger;
    private final MongoCollection<Document> subscribers;
    private final MongoCollection<Document> addresses;
    private final SenderIdentity sender;

    /** In notify's database, whose mails are sent in that name. */
    public NotifyStore(MongoDatabase database, SenderIdentity sender) {
        this.subjects = database.getCollection("subjects");
        this.ledger = database.getCollection("ledger");
        this.subscribers = database.getCollection("subscribers");
        this.addresses = database.getCollection("addresses");
        this.sender = sender;
    }

    /** The address of every subscriber. */
    public Map<String, String> addresses() {
        var known = new HashMap<String, String>();
        subscribers
                .find()
                .projection(new Document("address", 1))
                .forEach(each -> known.put(each.getString("_id"), each.getString("address")));
        return known;
    }

    /**
     * A sending with its rows, and what came of each of them.
     *
     * @param expected ids of those who were confirmed when it was approved
     * @param known addresses of subscribers
     * @param mails how often each mail came
     */
    public Sending sending(
            String subjectId, Set<String> expected, Map<String, String> known, Map<Sink.Mail, Integer> mails) {
        var subject = Documents.toRecord(
                Optional.ofNullable(
                                subjects.find(new Document("_id", subjectId)).first())
                        .orElseThrow(() -> new IllegalStateException("notify never took " + subjectId)),
                Subject.class);
        var rows = new ArrayList<Row>();
        for (var page = 1; page <= subject.pages(); page++) {
            page(subject.page(page)).forEach(rows::add);
        }
        var deliveries = rows.stream()
                .map(row -> {
                    var mail = new Sink.Mail(
                            sender.messageId(subjectId, Subject.CHANNEL, row.reader()),
                            known.getOrDefault(row.reader(), ""));
                    return new Delivery(
                            row.reader(), name(row.state()), row.attempts(), mail, mails.getOrDefault(mail, 0));
                })
                .toList();
        return new Sending(subjectId, subject.phase() == Subject.Phase.DONE, subject.count(), deliveries, expected);
    }

    private Stream<Row> page(String id) {
        return Optional.ofNullable(ledger.find(new Document("_id", id)).first())
                .map(page -> Documents.toRecords(page.getList("rows", Document.class), Row.class))
                .orElse(List.of())
                .stream();
    }

    /** The state of a reader's row on a page of the list, as the ledger names it; {@code none} where there is no row. */
    public String rowState(String subjectId, int listPage, String reader) {
        return page(LedgerPage.id(subjectId, Subject.CHANNEL, listPage))
                .filter(row -> row.reader().equals(reader))
                .map(row -> name(row.state()))
                .findFirst()
                .orElse(Leaving.NO_ROW);
    }

    /** The id of the subscriber whose address has that key. */
    public Optional<String> subscriber(String addressKey) {
        return Optional.ofNullable(
                        addresses.find(new Document("_id", addressKey)).first())
                .map(each -> each.getString("subscriber"));
    }

    private static String name(RowState state) {
        return Stream.of(RowState.class.getAnnotation(JsonSubTypes.class).value())
                .filter(each -> each.value().equals(state.getClass()))
                .map(JsonSubTypes.Type::name)
                .findFirst()
                .orElseThrow();
    }
}
