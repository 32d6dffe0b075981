package app.tidings.platform.mongo;

import com.mongodb.client.MongoDatabase;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Date;
import org.bson.Document;

/** The store's own clock: leases of several replicas are compared by it, never by a replica's clock. */
public final class StoreClock implements InstantSource {

    // the legacy name of "hello": every server answers it
    private static final Document GREETING = new Document("isMaster", 1);

    private final MongoDatabase database;

    public StoreClock(MongoDatabase database) {
        this.database = database;
    }

    @Override
    public Instant instant() {
        return database.runCommand(GREETING).get("localTime", Date.class).toInstant();
    }
}
