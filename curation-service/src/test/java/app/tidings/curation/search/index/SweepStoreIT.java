package app.tidings.curation.search.index;

import static app.tidings.curation.item.TestItems.anItem;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Updates.combine;
import static com.mongodb.client.model.Updates.inc;
import static com.mongodb.client.model.Updates.set;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import app.tidings.contracts.ItemEvent.ItemShortlisted;
import app.tidings.curation.CurationApi;
import app.tidings.curation.CurationTest;
import app.tidings.curation.TestLinks;
import app.tidings.curation.item.Items;
import app.tidings.curation.search.document.Fields;
import app.tidings.curation.search.index.FeedIndex.Stored;
import app.tidings.curation.search.index.Found.Hit;
import app.tidings.curation.search.index.SearchIndex.Wanted;
import app.tidings.platform.testing.SendRecords;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.Sort;
import org.apache.lucene.search.SortField;
import org.apache.lucene.search.TermQuery;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;

/** A second index over the same store, which nobody tells of anything. */
class SweepStoreIT extends CurationTest {

    private static final Duration OFTEN = Duration.ofMillis(100);

    @TempDir
    private Path folder;

    @Autowired
    private Items items;

    @Autowired
    private Stored stored;

    private SearchIndex index;
    private SweepStore sweep;

    @BeforeEach
    void start() {
        var settings = new SearchSettings(folder, OFTEN, OFTEN, OFTEN);
        index = new SearchIndex(new IndexFolder(folder));
        sweep = new SweepStore(index, new FeedIndex(index, stored, OFTEN), stored, settings);
        sweep.start();
    }

    @AfterEach
    void stop() {
        sweep.stop();
        index.close();
    }

    private List<String> inState(String state) {
        var query = new TermQuery(new Term(Fields.STATE, state));
        var sort = new Sort(new SortField(Fields.ID, SortField.Type.STRING));
        return index.search(new Wanted(query, sort, null, 10_000)).hits().stream()
                .map(Hit::id)
                .toList();
    }

    private void writeBehindItsBack(String id, String state) {
        database.getCollection("items").updateOne(eq("_id", id), combine(set("item.state", state), inc("version", 1L)));
    }

    @Test
    void fillsANewIndexAndKeepsItUp() {
        var id = items.keepFirst(anItem().build()).id();
        await().atMost(LONG).untilAsserted(() -> assertThat(inState("NEW")).contains(id));
        await().atMost(LONG).until(index::isComplete);

        writeBehindItsBack(id, "SHORTLISTED");

        await().atMost(LONG)
                .untilAsserted(() -> assertThat(inState("SHORTLISTED")).contains(id));
        assertThat(inState("NEW")).doesNotContain(id);
    }

    @Test
    void forgetsWhatTheStoreHasLost() {
        var id = items.keepFirst(anItem().build()).id();
        await().atMost(LONG).untilAsserted(() -> assertThat(inState("NEW")).contains(id));

        database.getCollection("items").deleteOne(eq("_id", id));

        await().atMost(LONG).untilAsserted(() -> assertThat(inState("NEW")).doesNotContain(id));
    }

    @Test
    void buildsItAnewWhenItsFilesAreGone() throws IOException {
        var before = items.keepFirst(anItem().build()).id();
        await().atMost(LONG).untilAsserted(() -> assertThat(inState("NEW")).contains(before));

        try (var files = Files.list(folder.resolve("part-1"))) {
            for (var file : files.toList()) {
                Files.delete(file);
            }
        }
        var after = items.keepFirst(anItem().build()).id();

        await().atMost(LONG)
                .ignoreExceptionsInstanceOf(SearchIndex.Away.class)
                .untilAsserted(() -> assertThat(inState("NEW")).contains(before, after));
        await().atMost(LONG).until(index::isComplete);
    }

    @Test
    void hearsOfWhatAnotherReplicaWrote() {
        var api = new CurationApi(api());
        var item = items.keepFirst(anItem().build());
        await().atMost(LONG)
                .untilAsserted(
                        () -> assertThat(api.get("/api/v1/items?limit=1")).containsEntry("indexing", false));

        writeBehindItsBack(item.id(), "SHORTLISTED");
        SendRecords.toSharedBroker().event(new ItemShortlisted(item.id(), TestLinks.PUBLICATION, 2, TestLinks.NOW));

        await().atMost(LONG)
                .untilAsserted(() -> assertThat(
                                String.valueOf(api.get("/api/v1/items?state=SHORTLISTED&sort=newest&limit=200")))
                        .contains(item.id()));
    }
}
