package app.tidings.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import app.tidings.platform.fixture.FixtureTest;
import app.tidings.platform.testing.TestStore;
import com.mongodb.client.MongoDatabase;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicReference;
import org.bson.Document;
import org.junit.jupiter.api.Test;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** A GET or HEAD of any route, by whoever may do anything, leaves the store as it was: a link in a page can harm nothing. */
class ReadingChangesNothingIT {

    /** What a replica writes of itself while it runs. */
    private static final List<String> ALIVE = List.of("replicas", "buckets", "leases");

    private static final Duration QUIET = Duration.ofSeconds(2);

    @Test
    void ofAnyRoute() {
        try (var service = IngestTest.start(
                IngestApplication.builder(), TestStore.freshDatabaseName(), "--tidings.mongo.uri=" + TestStore.uri())) {
            var store = service.getBean(MongoDatabase.class);
            var port = service.getEnvironment().getRequiredProperty("local.server.port", Integer.class);
            var id = aSourceThatIsNotPolled(port);
            var mappings = service.getBean("requestMappingHandlerMapping", RequestMappingHandlerMapping.class);
            var before = quietState(store);

            for (var path : paths(mappings)) {
                for (var method : List.of("GET", "HEAD")) {
                    var asked = path.replace("{id}", id).replaceAll("\\{\\w+}", "1") + "?publication=weekly";
                    FixtureTest.call(port, method, asked, IngestTest.API_TOKEN, null);
                    assertThat(state(store)).as(method + " " + asked).isEqualTo(before);
                }
            }
        }
    }

    private static String aSourceThatIsNotPolled(int port) {
        var body =
                "{\"publication\":\"weekly\",\"name\":\"One\",\"feedUrl\":\"https://a.invalid/\",\"standing\":{\"type\":\"archived\"}}";
        var added = FixtureTest.call(port, "POST", "/api/v1/sources", IngestTest.API_TOKEN, body);
        assertThat(added.getStatusCode().value()).isEqualTo(201);
        return String.valueOf(added.getHeaders().getLocation()).replace("/api/v1/sources/", "");
    }

    /** Every path that the service knows, also those that only other methods are for. */
    private static List<String> paths(RequestMappingHandlerMapping mappings) {
        var paths = new ArrayList<String>();
        mappings.getHandlerMethods().keySet().forEach(info -> paths.addAll(info.getPatternValues()));
        assertThat(paths).hasSizeGreaterThan(20);
        return paths.stream().distinct().toList();
    }

    /** The state once nothing has changed for a while: what other tests told on the broker is taken in first. */
    private static Map<String, List<Document>> quietState(MongoDatabase store) {
        var last = new AtomicReference<>(state(store));
        await().atMost(IngestTest.LONG).during(QUIET).until(() -> {
            var now = state(store);
            return now.equals(last.getAndSet(now));
        });
        return last.get();
    }

    private static Map<String, List<Document>> state(MongoDatabase store) {
        var state = new TreeMap<String, List<Document>>();
        for (var name : store.listCollectionNames().into(new ArrayList<>())) {
            if (!ALIVE.contains(name)) {
                state.put(name, store.getCollection(name).find().into(new ArrayList<>()));
            }
        }
        state.values().removeIf(List::isEmpty);
        return state;
    }
}
