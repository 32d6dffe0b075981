package app.tidings.ingest.link;

import static app.tidings.ingest.feed.TestFeeds.item;
import static app.tidings.ingest.feed.TestFeeds.rss;
import static app.tidings.platform.testing.ReadTopic.events;
import static app.tidings.platform.testing.ReadTopic.records;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;
import static org.awaitility.Awaitility.await;

import app.tidings.contracts.Event;
import app.tidings.contracts.Ids;
import app.tidings.contracts.ItemEvent;
import app.tidings.contracts.ItemEvent.ItemEnriched;
import app.tidings.contracts.ItemEvent.ItemMerged;
import app.tidings.contracts.ItemEvent.ItemShortlisted;
import app.tidings.contracts.LinkEvent;
import app.tidings.contracts.LinkEvent.LinkFound;
import app.tidings.contracts.LinkEvent.LinkSeenAgain;
import app.tidings.contracts.Sighting;
import app.tidings.ingest.FeedServer;
import app.tidings.ingest.IngestTest;
import app.tidings.ingest.SourceApi;
import app.tidings.platform.testing.SendRecords;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Updates;
import java.net.URI;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.bson.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

class LinkStreamIT extends IngestTest {

    private static final SendRecords SEND = SendRecords.toSharedBroker();

    private final FeedServer web = new FeedServer();
    private final String publication = aPublication();
    private final String address = "https://a.example/" + UUID.randomUUID();
    private final String linkId = Ids.link(publication, address);
    private SourceApi sources;

    @Autowired
    SweepUntaken sweepUntaken;

    @BeforeEach
    void signIn() {
        sources = new SourceApi(api());
    }

    @AfterEach
    void close() {
        web.close();
    }

    @Test
    void aLinkIsFoundOnTheWireOnceThoughItsFeedIsPolledTwice() {
        var id = pollOnce("/one", "潮汐");
        web.onFeed("/one", rss(item("潮汐（改）", address), item("Another", "https://a.example/other")));

        sources.poll(id);

        var found = (LinkFound) sent(1).getFirst();
        assertThat(found.title()).isEqualTo("潮汐");
        assertThat(found.url()).isEqualTo(URI.create(address));
        assertThat(found.sightings())
                .extracting(Sighting::sourceId, Sighting::shownUrl)
                .containsExactly(tuple(id, URI.create(address + "?utm_source=rss")));
    }

    @Test
    void aLinkThatAnotherSourceShowsIsSeenAgainOnceWithBothSightings() {
        var one = pollOnce("/one", "First");
        var other = pollOnce("/two", "Second");
        web.onFeed("/two", rss(item("Second, again", address)));
        sources.poll(other);

        assertThat(sent(2).getLast()).isInstanceOfSatisfying(LinkSeenAgain.class, again -> {
            assertThat(again.version()).isEqualTo(2);
            assertThat(again.title()).isEqualTo("First");
            assertThat(again.sightings()).extracting(Sighting::sourceId).containsExactly(one, other);
        });
    }

    @Test
    void aTitleThatWasCutInsideACharacterArrives() {
        var feed = """
                {"version": "https://jsonfeed.org/version/1.1", "title": "潮汐",
                 "items": [{"id": "1", "url": "%s", "title": "Half \\ud83d"}]}""".formatted(address);
        web.onFeed("/json", feed);
        sources.awaitPoll(sources.add(publication, web.url("/json")), each -> true);

        assertThat(sent(1)).singleElement().extracting("title").isEqualTo("Half");
    }

    @Test
    void aTakenLinkIsNotSentAgainHoweverOftenThatIsSaid() {
        pollOnce("/one", "First");
        var link = sent(1).getFirst();
        assertThat(untaken()).isNotEmpty();

        SEND.event(enriched(1));
        SEND.event(enriched(1));
        SEND.event(new ItemShortlisted(linkId, publication, 2, Instant.now()));

        await().atMost(LONG).untilAsserted(() -> assertThat(untaken()).isEmpty());
        assertThat(view()).containsEntry("taken", true).containsEntry("takenVersion", 1);
        sweepUntaken.run();
        assertThat(sent(1)).containsExactly(link);
    }

    @Test
    void aLinkWhoseItemWasMergedIsTaken() {
        pollOnce("/one", "First");
        sent(1);
        var other = Ids.link(publication, "https://other.example/");

        SEND.event(new ItemMerged(linkId, publication, 3, 1, other, "title", Instant.now()));

        await().atMost(LONG).untilAsserted(() -> assertThat(untaken()).isEmpty());
        assertThat(view()).containsEntry("taken", true).containsEntry("takenVersion", 1);
    }

    @Test
    void aLinkThatIsNotTakenIsSentAgainWithTheSameIdWhenItIsDue() {
        pollOnce("/one", "First");
        sent(1);
        assertThat(view()).containsEntry("taken", false);
        database.getCollection("untaken").updateOne(Filters.eq("_id", linkId), Updates.set("due", new Date(0)));

        sweepUntaken.run();

        var both = sent(2);
        assertThat(both.getFirst()).isEqualTo(both.getLast());
        assertThat(records(LinkEvent.TOPIC, linkId))
                .extracting(record ->
                        new String(record.headers().lastHeader("ce_id").value(), UTF_8))
                .containsOnly(Ids.event(linkId, 1, "link-found"));
    }

    @Test
    void anOlderVersionTakenLeavesTheNewerOneToBeTaken() {
        pollOnce("/one", "First");
        pollOnce("/two", "Second");
        sent(2);

        SEND.event(enriched(1));

        await().atMost(LONG).untilAsserted(() -> assertThat(view()).containsEntry("takenVersion", 1));
        assertThat(view()).containsEntry("taken", false);
        assertThat(untaken()).isNotEmpty();
    }

    @Test
    void whatWasOpenedForAWriteThatNeverCameIsClosed() {
        var lost = publication + ":lost";
        database.getCollection("untaken")
                .insertOne(new Document("_id", lost)
                        .append("version", 1L)
                        .append("due", new Date(0))
                        .append("waitMillis", 1L)
                        .append("n", 1L));

        sweepUntaken.run();

        assertThat(database.getCollection("untaken").countDocuments(Filters.eq("_id", lost)))
                .isZero();
        assertThat(records(LinkEvent.TOPIC, lost)).isEmpty();
    }

    @Test
    void aMalformedRecordIsParkedWithItsReasonWhileGoodOnesGoOn() {
        pollOnce("/one", "First");
        sent(1);

        SEND.record(ItemEvent.TOPIC, linkId, Map.of("ce_type", "item-enriched"), "{broken".getBytes(UTF_8));
        SEND.event(enriched(1));

        await().atMost(LONG).untilAsserted(() -> assertThat(view()).containsEntry("taken", true));
        await().atMost(LONG)
                .untilAsserted(() -> assertThat(
                                database.getCollection("deadLetters").find(Filters.eq("topic", ItemEvent.TOPIC)))
                        .anySatisfy(letter -> assertThat(letter.getString("reason"))
                                .isEqualTo("checksum does not match topic, key, type and value")));
    }

    private String pollOnce(String path, String title) {
        web.onFeed(path, rss(item(title, address + "?utm_source=rss")));
        var id = sources.add(publication, web.url(path));
        sources.awaitPoll(id, each -> true);
        return id;
    }

    private List<Event> sent(int count) {
        await().atMost(LONG)
                .untilAsserted(() -> assertThat(events(LinkEvent.TOPIC, linkId)).hasSize(count));
        await().atMost(LONG)
                .untilAsserted(() -> assertThat(
                                database.getCollection("pending").find(Filters.eq("_id", "links/" + linkId)))
                        .isEmpty());
        return events(LinkEvent.TOPIC, linkId);
    }

    private List<Document> untaken() {
        return database.getCollection("untaken").find(Filters.eq("_id", linkId)).into(new ArrayList<>());
    }

    private Map<String, Object> view() {
        return new SourceApi(api()).link(linkId);
    }

    private ItemEnriched enriched(long linkVersion) {
        return new ItemEnriched(
                linkId,
                publication,
                1,
                linkVersion,
                URI.create(address),
                "First",
                null,
                null,
                "article",
                null,
                null,
                List.of(),
                Instant.parse("2026-11-22T10:00:00Z"));
    }
}
