package app.tidings.curation.enrich;

import static app.tidings.curation.TestLinks.aLink;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import app.tidings.contracts.ItemEvent;
import app.tidings.contracts.ItemEvent.ItemEnriched;
import app.tidings.curation.CurationApi;
import app.tidings.curation.CurationTest;
import app.tidings.curation.page.TestPages;
import app.tidings.platform.jobs.Workers;
import app.tidings.platform.testing.ReadTopic;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Updates;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** An item whose page could not be reached for now is looked up again. */
class LookAgainIT extends CurationTest {

    private static final String AGAIN = "again-later";

    private final String path = "/" + UUID.randomUUID();

    @Autowired
    private Workers enrichWorkers;

    private CurationApi api;

    @BeforeEach
    void connect() {
        api = new CurationApi(api());
    }

    @Test
    void takesThePageOnceItIsThere() {
        var id = anItemWithoutPage(503);
        assertThat(quality(id)).contains("no-page", "http-503", AGAIN);
        WEB.onPage(path, TestPages.ENGLISH.replace("/pictures/queue.png", "/none.png"));

        makeDueOnceItWaits(id, 10);

        await().atMost(LONG)
                .untilAsserted(() -> assertThat(api.item(id)).containsEntry("title", "How we made the queue fast"));
        assertThat(quality(id)).containsExactly("no-image", "image-http-404");
        await().atMost(LONG).until(() -> job(id) == null);
        await().atMost(LONG)
                .untilAsserted(() -> assertThat(ReadTopic.events(ItemEvent.TOPIC, id))
                        .filteredOn(ItemEnriched.class::isInstance)
                        .extracting(event -> ((ItemEnriched) event).title())
                        .containsExactly("A title from the feed", "How we made the queue fast"));
    }

    @Test
    void waitsTwiceAsLongEachTimeAndGivesUpAfterFiveTries() {
        var id = anItemWithoutPage(429);

        for (var minutes : List.of(10, 20, 40, 80, 160)) {
            makeDueOnceItWaits(id, minutes);
        }

        await().atMost(LONG).until(() -> !quality(id).contains(AGAIN));
        assertThat(quality(id)).contains("no-page", "http-429");
        await().atMost(LONG).until(() -> job(id) == null);
        assertThat(WEB.askedFor(path)).isEqualTo(6);
    }

    @Test
    void leavesWhatPeopleWrote() {
        var id = anItemWithoutPage(500);
        api.write(id, "zh", "标题", "评论。");
        WEB.onPage(path, TestPages.CHINESE);

        makeDueOnceItWaits(id, 10);

        await().atMost(LONG).untilAsserted(() -> assertThat(api.item(id)).containsEntry("title", "把队列变快的三个办法"));
        assertThat(String.valueOf(api.item(id).get("texts"))).contains("标题", "评论。");
    }

    @Test
    void asksForNoPageAgainThatIsGone() {
        var id = anItemWithoutPage(404);

        assertThat(quality(id)).contains("http-404").doesNotContain(AGAIN);
        await().atMost(LONG).until(() -> job(id) == null);
    }

    private String anItemWithoutPage(int status) {
        return api.anItem(aLink(WEB.on(path, exchange -> exchange.sendResponseHeaders(status, -1))));
    }

    private List<Object> quality(String id) {
        return List.copyOf((List<?>) Objects.requireNonNull(api.item(id).get("quality")));
    }

    private boolean isDueIn(String id, Duration wait) {
        var job = job(id);
        return job != null
                && Duration.between(Instant.now(), job.getDate("due").toInstant())
                                .minus(wait)
                                .abs()
                                .compareTo(Duration.ofMinutes(1))
                        < 0;
    }

    private void makeDueOnceItWaits(String id, long minutes) {
        await().atMost(LONG).until(() -> isDueIn(id, Duration.ofMinutes(minutes)));
        jobs().updateOne(new Document("_id", id), Updates.set("due", new Date(0)));
        enrichWorkers.wake();
    }

    private @Nullable Document job(String id) {
        return jobs().find(new Document("_id", id)).first();
    }

    private MongoCollection<Document> jobs() {
        return database.getCollection("enrichJobs");
    }
}
