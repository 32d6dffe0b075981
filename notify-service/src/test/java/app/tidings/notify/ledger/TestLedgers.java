package app.tidings.notify.ledger;

import com.mongodb.client.MongoDatabase;

/** Ledgers for tests of other packages. */
public final class TestLedgers {

    private TestLedgers() {}

    public static Ledger of(MongoDatabase database) {
        return new Ledger(database);
    }
}
