package app.tidings.local.store;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.gt;
import static com.mongodb.client.model.Filters.gte;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Filters.lt;
import static com.mongodb.client.model.Filters.lte;
import static com.mongodb.client.model.Filters.or;
import static com.mongodb.client.model.Sorts.ascending;
import static com.mongodb.client.model.Sorts.descending;
import static com.mongodb.client.model.Updates.combine;
import static com.mongodb.client.model.Updates.inc;
import static com.mongodb.client.model.Updates.set;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import app.tidings.local.FreePorts;
import app.tidings.platform.testing.ChildJvm;
import com.mongodb.ErrorCategory;
import com.mongodb.MongoException;
import com.mongodb.MongoWriteException;
import com.mongodb.client.FindIterable;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.FindOneAndUpdateOptions;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.ReturnDocument;
import com.mongodb.client.model.UpdateOptions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StoreIT {

    private static final int ROUNDS = Integer.getInteger("tidings.test.store-kills", 6);

    @TempDir
    private Path directory;

    @Test
    void keepsEveryAcknowledgedWriteAndItsUniqueKeysOverKills() throws Exception {
        long seed = Long.getLong("tidings.test.seed", System.nanoTime());
        System.err.println("StoreIT seed " + seed);
        var random = new Random(seed);
        var acknowledged = new ConcurrentLinkedQueue<String>();
        for (int round = 0; round < ROUNDS; round++) {
            writeUntilKilled("r" + round, 200 + random.nextInt(3_000), acknowledged);
            try (var store = Store.open(directory, 0);
                    var client = MongoClients.create(store.uri())) {
                assertThatAllAreThere(client, acknowledged);
                assertThatKeysAndDocumentsAgree(things(client));
            }
        }
    }

    @Test
    void answersEachWriterWithItsOwnStepOfACounter() throws Exception {
        try (var store = Store.open(directory, 0);
                var client = MongoClients.create(store.uri());
                var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var step = inc("n", 1);
            var afterwards = new FindOneAndUpdateOptions().upsert(true).returnDocument(ReturnDocument.AFTER);
            var calls = IntStream.range(0, 2_000)
                    .<Callable<@Nullable Document>>mapToObj(
                            i -> () -> things(client).findOneAndUpdate(eq("_id", "counter"), step, afterwards))
                    .toList();

            var answers = threads.invokeAll(calls).stream()
                    .map(Future::resultNow)
                    .map(each -> requireNonNull(each).getInteger("n"))
                    .toList();

            assertThat(answers).doesNotHaveDuplicates();
        }
    }

    @Test
    void keepsEveryAcknowledgedStepOfACounterOverAKill() {
        int acknowledged = 0;
        int port = FreePorts.one();
        try (var child = ChildJvm.start(StoreProcess.class, directory.toString(), "" + port);
                var client = MongoClients.create("mongodb://127.0.0.1:" + port)) {
            for (; acknowledged < 500; acknowledged++) {
                things(client).updateOne(eq("_id", "counter"), inc("n", 1), new UpdateOptions().upsert(true));
            }
            child.kill();
        }
        try (var store = Store.open(directory, 0);
                var client = MongoClients.create(store.uri())) {
            assertThat(things(client).find(eq("_id", "counter")).first()).containsEntry("n", acknowledged);
        }
    }

    @Test
    void staysSmallUnderUpdatesOfTheSameDocuments() throws IOException {
        try (var store = Store.open(directory, 0);
                var client = MongoClients.create(store.uri())) {
            var things = things(client);
            var body = "x".repeat(600);
            for (int i = 0; i < 20_000; i++) {
                things.updateOne(
                        eq("_id", "t" + i % 500),
                        combine(set("body", body), inc("n", 1)),
                        new UpdateOptions().upsert(true));
            }
            assertThat(fileSize()).isLessThan(24L * 1024 * 1024);
        }
    }

    @Test
    void opensACompactedFileWithAllItHeld() throws IOException {
        try (var store = Store.open(directory, 0);
                var client = MongoClients.create(store.uri())) {
            var things = indexed(client);
            for (int i = 0; i < 4_000; i++) {
                things.insertOne(thing("c" + (i * 7919) % 4_000, "x".repeat(2_000)));
            }
        }
        long before = fileSize();
        try (var store = Store.open(directory, 0);
                var client = MongoClients.create(store.uri())) {
            assertThat(before).isGreaterThan(16L * 1024 * 1024);
            assertThat(fileSize()).isLessThan(before);
            assertThat(things(client).countDocuments()).isEqualTo(4_000);
            assertThatKeysAndDocumentsAgree(things(client));
        }
    }

    @Test
    void findsByIdAndUniqueKeyWhateverElseTheFilterAsks() {
        try (var store = Store.open(directory, 0);
                var client = MongoClients.create(store.uri())) {
            var things = indexed(client);
            things.insertMany(IntStream.range(0, 20_000)
                    .mapToObj(i -> thing("i" + i, "").append("n", i % 2))
                    .toList());

            assertThat(idsOf(things, and(eq("_id", "i7"), eq("n", 1)))).containsExactly("i7");
            assertThat(idsOf(things, and(eq("_id", "i7"), eq("n", 0)))).isEmpty();
            assertThat(idsOf(things, and(eq("n", 1), and(in("_id", "i7", "i8", "i9"), gte("n", 1)))))
                    .containsExactlyInAnyOrder("i7", "i9");
            assertThat(idsOf(things, new Document("key", "key of i8").append("n", 0)))
                    .containsExactly("i8");
            assertThat(nanosOfHundred(things, and(eq("_id", "i7"), eq("n", 1))))
                    .isLessThan(nanosOfHundred(things, eq("n", 2)) / 3);
        }
    }

    @Test
    void findsPagesByIdWhateverElseTheFilterAsks() {
        try (var store = Store.open(directory, 0);
                var client = MongoClients.create(store.uri())) {
            var things = things(client);
            things.insertOne(new Document("_id", 7));
            things.insertMany(IntStream.range(0, 300)
                    .mapToObj(i ->
                            new Document("_id", "%s:%03d".formatted(i < 100 ? "a" : "b", i)).append("even", i % 2 == 0))
                    .toList());
            var b = and(gte("_id", "b:"), lt("_id", "b;"));

            assertThat(ids(things.find(b).sort(ascending("_id")).limit(2))).containsExactly("b:100", "b:101");
            assertThat(ids(things.find(and(b, gt("_id", "b:101"))).limit(2))).containsExactly("b:102", "b:103");
            assertThat(ids(things.find(and(b, eq("even", false)))
                            .sort(ascending("_id"))
                            .skip(1)
                            .limit(2)))
                    .containsExactly("b:103", "b:105");
            assertThat(ids(things.find(b).sort(descending("_id")).limit(2))).containsExactly("b:299", "b:298");
            assertThat(ids(things.find(b).sort(descending("even", "_id")).limit(2)))
                    .containsExactly("b:298", "b:296");
            assertThat(ids(things.find(gt("_id", "b:298")))).containsExactly("b:299");
            assertThat(ids(things.find(lte("_id", "a:001")))).containsExactly("a:000", "a:001");
            assertThat(ids(things.find(and(gt("_id", "b"), lt("_id", "a"))))).isEmpty();
            assertThat(ids(things.find(b))).hasSize(200).isSorted();
            assertThat(ids(things.find(b).limit(Integer.MAX_VALUE).skip(198))).containsExactly("b:298", "b:299");
            assertThat(ids(things.find(and(b, or(eq("_id", "b:110"), eq("_id", "a:010"))))))
                    .containsExactly("b:110");
            assertThat(ids(things.find(gt("_id", "b:297")).sort(descending("$natural"))))
                    .containsExactly("b:299", "b:298");
            assertThat(things.updateMany(b, set("seen", true)).getModifiedCount())
                    .isEqualTo(200);
            assertThat(things.deleteMany(lt("_id", "b:150")).getDeletedCount()).isEqualTo(150);
        }
    }

    private static List<String> ids(FindIterable<Document> found) {
        return found.map(each -> each.getString("_id")).into(new ArrayList<>());
    }

    @Test
    void refusesADirectoryThatIsOpenAlready() {
        try (var _ = Store.open(directory, 0)) {
            assertThatExceptionOfType(IllegalStateException.class)
                    .isThrownBy(() -> Store.open(directory, 0))
                    .withMessageContaining("another process has the store in " + directory);
        }
    }

    private void writeUntilKilled(String round, int writes, Collection<String> acknowledged) throws Exception {
        int port = FreePorts.one();
        try (var child = ChildJvm.start(StoreProcess.class, directory.toString(), "" + port);
                var client = MongoClients.create("mongodb://127.0.0.1:" + port + "/?serverSelectionTimeoutMS=5000");
                var writers = Executors.newVirtualThreadPerTaskExecutor()) {
            var things = indexed(client);
            var wanted = new CountDownLatch(writes);
            for (int writer = 0; writer < 4; writer++) {
                var prefix = round + "-" + writer + "-";
                writers.execute(() -> insertUntilRefused(things, prefix, acknowledged, wanted));
            }
            wanted.await();
            child.kill();
        }
    }

    private static void insertUntilRefused(
            MongoCollection<Document> things, String prefix, Collection<String> acknowledged, CountDownLatch wanted) {
        try {
            for (int i = 0; true; i++) {
                things.insertOne(thing(prefix + i, "x".repeat(500)));
                acknowledged.add(prefix + i);
                wanted.countDown();
            }
        } catch (MongoException e) {
            while (wanted.getCount() > 0) {
                wanted.countDown();
            }
        }
    }

    private static void assertThatAllAreThere(MongoClient client, Collection<String> acknowledged) {
        var lost = new HashSet<>(acknowledged);
        things(client).find().forEach(each -> lost.remove(each.getString("_id")));
        assertThat(lost).isEmpty();
    }

    private static void assertThatKeysAndDocumentsAgree(MongoCollection<Document> things) {
        for (var each : things.find()) {
            var id = each.getString("_id");
            assertThat(things.find(eq("_id", id)).first()).isEqualTo(each);
            assertThat(things.find(eq("key", "key of " + id)).first()).isEqualTo(each);
        }
        var first = requireNonNull(things.find().first());
        var twin = thing("twin", "").append("key", first.getString("key"));
        assertThatExceptionOfType(MongoWriteException.class)
                .isThrownBy(() -> things.insertOne(twin))
                .matches(e -> ErrorCategory.fromErrorCode(e.getCode()) == ErrorCategory.DUPLICATE_KEY);
    }

    private static List<String> idsOf(MongoCollection<Document> things, Bson filter) {
        return things.find(filter).map(each -> each.getString("_id")).into(new ArrayList<>());
    }

    private static long nanosOfHundred(MongoCollection<Document> things, Bson filter) {
        long start = System.nanoTime();
        for (int i = 0; i < 100; i++) {
            idsOf(things, filter);
        }
        return System.nanoTime() - start;
    }

    private static MongoCollection<Document> indexed(MongoClient client) {
        things(client).createIndex(Indexes.ascending("key"), new IndexOptions().unique(true));
        return things(client);
    }

    private static MongoCollection<Document> things(MongoClient client) {
        return client.getDatabase("tidings_test").getCollection("things");
    }

    private static Document thing(String id, String body) {
        return new Document("_id", id).append("key", "key of " + id).append("body", body);
    }

    private long fileSize() throws IOException {
        return Files.size(directory.resolve("store.mv"));
    }
}
