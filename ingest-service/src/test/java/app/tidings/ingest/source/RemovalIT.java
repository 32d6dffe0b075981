package app.tidings.ingest.source;

import static app.tidings.ingest.source.TestSources.NOW;
import static app.tidings.ingest.source.TestSources.aSource;
import static app.tidings.ingest.source.TestSources.unchanged;
import static app.tidings.platform.testing.ReadTopic.events;
import static com.mongodb.client.model.Filters.eq;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import app.tidings.contracts.SourceEvent;
import app.tidings.contracts.SourceEvent.SourceFailing;
import app.tidings.ingest.IngestTest;
import app.tidings.ingest.outcome.PollResults;
import app.tidings.ingest.outcome.PollResults.PollResult;
import app.tidings.platform.outbox.Outbox;
import app.tidings.platform.testing.TestStore;
import com.mongodb.client.MongoCollection;
import java.util.List;
import org.bson.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What was to be told of a source is told though the source is removed before that. */
class RemovalIT extends IngestTest {

    @Autowired
    private Sources sources;

    @Autowired
    private Outbox outbox;

    private final Source source = aSource();
    private final SourceEvent failing =
            new SourceFailing(source.id(), "weekly", 1, "A source", "timeout", "no answer", NOW, NOW);

    /** As a replica leaves it that is killed between its write and its relay, and that nobody has swept up yet. */
    @BeforeEach
    void leaveAnEventUnsent() {
        var own = TestStore.freshDatabase(); // no relay looks into it
        var written = new Sources(own, outbox);
        written.keepFirst(List.of(source), 0);
        var state = unchanged(source, NOW).dueAt(Standing.NEVER).under(1);
        new PollResults(own, outbox)
                .writeUnlessOutdated(List.of(new PollResult(source.id(), state, List.of(), List.of(failing))));
        all().insertOne(requireNonNull(own.getCollection("sources").find().first()));
    }

    private MongoCollection<Document> all() {
        return database.getCollection("sources");
    }

    @Test
    void tellsWhatWasUnsent() {
        assertThat(sources.remove(source.id())).map(Source::id).contains(source.id());

        await().atMost(LONG)
                .untilAsserted(() -> assertThat(events(SourceEvent.TOPIC, source.id()))
                        .isNotEmpty()
                        .containsOnly(failing));
        assertThat(sources.find(source.id())).isEmpty();
        assertThat(sources.remove(source.id())).isEmpty();
    }

    @Test
    void leavesTheSourceThereWhereItIsKilledBeforeTheDeletionAndIsRemovedLater() {
        var read = requireNonNull(all().find(eq("_id", source.id())).first());
        outbox.handOver(read, database.getCollection("removedSources"));

        await().atMost(LONG)
                .untilAsserted(() -> assertThat(events(SourceEvent.TOPIC, source.id()))
                        .isNotEmpty()
                        .containsOnly(failing));
        assertThat(sources.find(source.id())).isPresent();

        sources.remove(source.id());

        assertThat(sources.find(source.id())).isEmpty();
        await().atMost(LONG)
                .untilAsserted(() -> assertThat(events(SourceEvent.TOPIC, source.id()))
                        .isNotEmpty()
                        .containsOnly(failing));
    }
}
