package app.tidings.platform.testing;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoDatabase;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.test.context.DynamicPropertyRegistry;

/** The store of the tests: started once per JVM on first use; each asker gets a database of its own. */
public final class TestStore {

    private static final AtomicInteger DATABASES = new AtomicInteger();

    private TestStore() {}

    /** The connection string, without a database. */
    public static String uri() {
        return Running.URI;
    }

    /** A database name that nobody else in this JVM has. */
    public static String freshDatabaseName() {
        return "test_" + ProcessHandle.current().pid() + "_" + DATABASES.incrementAndGet();
    }

    /** An empty database under a {@link #freshDatabaseName()}. */
    public static MongoDatabase freshDatabase() {
        return client().getDatabase(freshDatabaseName());
    }

    /** A client of the store, shared by the whole JVM; nobody closes it. */
    public static MongoClient client() {
        return Client.SHARED;
    }

    /** Gives a Spring test {@code tidings.mongo.uri} and a fresh {@code tidings.mongo.database}. */
    public static void register(DynamicPropertyRegistry registry) {
        var database = freshDatabaseName();
        registry.add("tidings.mongo.uri", TestStore::uri);
        registry.add("tidings.mongo.database", () -> database);
    }

    private static final class Running {
        @SuppressWarnings("resource") // lives as long as this JVM
        static final String URI = Containers.WANTED ? Containers.startStore() : new EmbeddedStore().uri();
    }

    private static final class Client {
        static final MongoClient SHARED = MongoClients.create(uri());
    }
}
