package app.tidings.ingest.link;

import static app.tidings.ingest.AtOnce.atOnce;
import static app.tidings.ingest.link.TestLinks.NOW;
import static app.tidings.ingest.link.TestLinks.aLink;
import static app.tidings.ingest.source.TestSources.aSource;
import static app.tidings.platform.testing.ReadTopic.events;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import app.tidings.contracts.Ids;
import app.tidings.contracts.LinkEvent;
import app.tidings.ingest.IngestTest;
import app.tidings.ingest.entry.TakeEntries;
import app.tidings.ingest.feed.FeedEntry;
import app.tidings.ingest.feed.FeedText;
import app.tidings.ingest.outcome.Outcome.Counts;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.bson.Document;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

class LinksIT extends IngestTest {

    @Autowired
    Links links;

    @Autowired
    TakeEntries takeEntries;

    @Test
    void keepFirstHasOneWinnerAndOneEvent() throws Exception {
        for (var round = 0; round < 10; round++) {
            var url = "https://a.example/" + UUID.randomUUID();

            var refused = atOnce(
                    () -> links.keepFirst(List.of(aLink(url, "one"))).size(),
                    () -> links.keepFirst(List.of(aLink(url, "two"))).size());

            assertThat(refused).containsExactlyInAnyOrder(0, 1);
            var standing = links.find(aLink(url, "one").id()).orElseThrow().link();
            await().atMost(LONG)
                    .untilAsserted(() ->
                            assertThat(events(LinkEvent.TOPIC, standing.id())).containsExactly(standing.event()));
        }
    }

    @Test
    void keepFirstOfManyReturnsThoseThatAreThere() {
        var old = aLink();
        var other = aLink();
        links.keepFirst(List.of(old, other));
        var fresh = Stream.generate(TestLinks::aLink).limit(30).toList();
        var all = new ArrayList<>(fresh);
        all.add(7, old);
        all.add(19, other);

        assertThat(links.keepFirst(all)).containsExactly(old, other);

        assertThat(fresh)
                .allSatisfy(link ->
                        assertThat(links.find(link.id()).orElseThrow().link()).isEqualTo(link));
        await().atMost(LONG)
                .untilAsserted(() -> assertThat(fresh)
                        .allSatisfy(link ->
                                assertThat(events(LinkEvent.TOPIC, link.id())).containsExactly(link.event())));
    }

    @Test
    void replaceIfNextHasOneWinner() throws Exception {
        for (var round = 0; round < 10; round++) {
            var link = aLink();
            links.keepFirst(List.of(link));
            var url = link.url().toString();

            var winners = atOnce(
                    () -> links.replaceIfNext(link.seenAgain(aLink(url, "two"), NOW)),
                    () -> links.replaceIfNext(link.seenAgain(aLink(url, "three"), NOW)));

            assertThat(winners).containsExactlyInAnyOrder(true, false);
            assertThat(links.find(link.id()).orElseThrow().link().sightings()).hasSize(2);
        }
    }

    @Test
    void markTakenNeverGoesBack() {
        var link = aLink();
        links.keepFirst(List.of(link));

        links.markTaken(link.id(), 3);
        links.markTaken(link.id(), 1);

        assertThat(links.find(link.id()).orElseThrow().taken()).isEqualTo(3);
    }

    @Test
    void markTakenMakesNoLinkOfWhatIsUnknown() {
        links.markTaken("weekly:unknown", 1);

        assertThat(links.find("weekly:unknown")).isEmpty();
    }

    @Test
    void twoSourcesThatShowTheSameAtOnceMakeOneLinkWithBothSightings() throws Exception {
        var one = aSource();
        var other = aSource();
        var feed = IntStream.range(0, 20)
                .mapToObj(i -> entry("https://a.example/" + UUID.randomUUID(), NOW))
                .toList();

        var counts = atOnce(
                () -> takeEntries.run(one, feed, NOW).counts(),
                () -> takeEntries.run(other, feed, NOW).counts());

        assertThat(counts)
                .extracting(Counts::found)
                .satisfies(found -> assertThat(found.get(0) + found.get(1)).isEqualTo(20));
        assertThat(counts)
                .extracting(Counts::seenAgain)
                .satisfies(again -> assertThat(again.get(0) + again.get(1)).isEqualTo(20));
        for (var entry : feed) {
            var sightings = standing(entry).sightings();
            assertThat(sightings)
                    .extracting(sighting -> sighting.sourceId())
                    .containsExactlyInAnyOrder(one.id(), other.id());
        }
    }

    @Test
    void theSameSourceAgainWritesNothing() {
        var source = aSource();
        var entry = entry("https://a.example/" + UUID.randomUUID(), NOW);
        takeEntries.run(source, List.of(entry), NOW);
        var id = standing(entry).id();
        await().atMost(LONG)
                .until(() -> raw("links", id).get("outbox", Document.class).isEmpty());
        var link = raw("links", id);
        var open = raw("untaken", id);

        var taken = takeEntries.run(source, List.of(entry, entry), NOW.plusSeconds(60));

        assertThat(taken.counts()).isEqualTo(new Counts(2, 0, 0, 2, 0, 0, 0, 0));
        assertThat(raw("links", id)).isEqualTo(link);
        assertThat(raw("untaken", id)).isEqualTo(open);
    }

    @Test
    void whatWasTooOldOnceIsTooOldAtEveryLaterPoll() {
        var source = aSource();
        var old =
                entry("https://a.example/" + UUID.randomUUID(), source.addedAt().minusSeconds(30 * 86_400 + 1));
        var young =
                entry("https://a.example/" + UUID.randomUUID(), source.addedAt().minusSeconds(30 * 86_400));

        var first = takeEntries.run(source, List.of(old, young), NOW);
        var later = takeEntries.run(source, List.of(old, young), NOW.plusSeconds(86_400));

        assertThat(first.counts()).isEqualTo(new Counts(2, 1, 0, 0, 1, 0, 0, 0));
        assertThat(later.counts()).isEqualTo(new Counts(2, 0, 0, 1, 1, 0, 0, 0));
    }

    @Test
    void fiftySourcesAreEnough() {
        var entry = entry("https://a.example/" + UUID.randomUUID(), NOW);
        for (var i = 0; i < 52; i++) {
            takeEntries.run(aSource(), List.of(entry), NOW);
        }

        assertThat(standing(entry).sightings()).hasSize(50);
        assertThat(standing(entry).version()).isEqualTo(50);
    }

    private Link standing(FeedEntry entry) {
        return links.find(Ids.link("weekly", String.valueOf(entry.address())))
                .orElseThrow()
                .link();
    }

    private Document raw(String collection, String id) {
        return database.getCollection(collection)
                .find(new Document("_id", id))
                .into(new ArrayList<>())
                .getFirst();
    }

    private static FeedEntry entry(String url, Instant published) {
        var text = new FeedText("Text", false);
        return new FeedEntry(null, url, url, text, text, null, published, null);
    }
}
