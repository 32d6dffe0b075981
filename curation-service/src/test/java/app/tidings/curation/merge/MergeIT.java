package app.tidings.curation.merge;

import static app.tidings.curation.TestLinks.aLink;
import static app.tidings.curation.TestLinks.again;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Updates.unset;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.springframework.http.HttpMethod.GET;
import static org.springframework.http.HttpMethod.POST;

import app.tidings.contracts.ItemEvent;
import app.tidings.contracts.ItemEvent.ItemMerged;
import app.tidings.contracts.ItemEvent.ItemSplit;
import app.tidings.contracts.LinkEvent.LinkFound;
import app.tidings.curation.AtOnce;
import app.tidings.curation.CurationApi;
import app.tidings.curation.CurationTest;
import app.tidings.curation.TestLinks;
import app.tidings.curation.duplicate.Reading;
import app.tidings.curation.item.Item;
import app.tidings.curation.item.ItemState;
import app.tidings.curation.item.Items;
import app.tidings.curation.item.Page;
import app.tidings.curation.item.Step.Changed;
import app.tidings.curation.item.TestItems;
import app.tidings.platform.jobs.Jobs;
import app.tidings.platform.jobs.Jobs.Job;
import app.tidings.platform.mongo.StoreClock;
import app.tidings.platform.testing.ReadTopic;
import app.tidings.platform.testing.SendRecords;
import java.net.URI;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;

/** Items that lead to one article, from the web and by hand. */
class MergeIT extends CurationTest {

    private static final SendRecords INGEST = SendRecords.toSharedBroker();

    @Autowired
    private Items items;

    @Autowired
    private Readings readings;

    @Autowired
    private MergeItems merge;

    @Autowired
    private StoreClock clock;

    @Autowired
    @Qualifier("mergeJobs")
    private Jobs mergeJobs;

    private final String article = "/" + UUID.randomUUID();
    private CurationApi curation;

    @BeforeEach
    void article() {
        curation = new CurationApi(api());
        WEB.onPage(article, "<title>Lights</title>");
    }

    /** A link to a page of its own, which leads on to the article. */
    private LinkFound leadingOn() {
        return aLink(WEB.on("/" + UUID.randomUUID(), exchange -> {
            exchange.getResponseHeaders().set("Location", WEB.url(article));
            exchange.sendResponseHeaders(302, -1);
        }));
    }

    private LinkFound direct() {
        return aLink(WEB.url(article));
    }

    private void awaitMerged(String id, String into) {
        await().atMost(LONG)
                .untilAsserted(() -> assertThat(curation.item(id))
                        .containsEntry("state", "MERGED")
                        .containsEntry("mergedInto", into));
    }

    private List<Object> duplicates(String id) {
        return ((List<?>) requireNonNull(curation.item(id).get("duplicates")))
                .stream().<Object>map(each -> ((Map<?, ?>) each).get("id")).toList();
    }

    /** The ids of the newest items of a source. */
    private List<Object> listedOf(String source) {
        var path = "/api/v1/items?publication={publication}&source={source}&sort=newest&limit=200";
        var list = curation.ok(GET, path, null, TestLinks.PUBLICATION, source);
        return ((List<?>) requireNonNull(list.get("items")))
                .stream().<Object>map(each -> ((Map<?, ?>) each).get("id")).toList();
    }

    private static <E extends ItemEvent> List<E> told(String id, Class<E> type) {
        return ReadTopic.events(ItemEvent.TOPIC, id).stream()
                .filter(type::isInstance)
                .map(type::cast)
                .toList();
    }

    private int call(String id, String what, @Nullable Object body) {
        return curation.call(POST, "/api/v1/items/{id}/" + what, body, id)
                .returnResult(String.class)
                .getStatus()
                .value();
    }

    private void mergeByHand(String id, String into) {
        curation.ok(POST, "/api/v1/items/{id}/merge", Map.of("into", into), id);
    }

    @Test
    void anItemThatLeadsToAnothersArticleIsMergedIntoItWithItsSourcesAndCredits() {
        var first = curation.anItem(direct());
        var link = leadingOn();
        curation.anItem(link);
        awaitMerged(link.linkId(), first);

        INGEST.event(again(link, 2, "s7", "Ada"));

        await().atMost(LONG)
                .untilAsserted(() -> assertThat(curation.item(first).get("credits"))
                        .asString()
                        .contains("Ada"));
        assertThat(curation.item(first).get("sources")).asString().contains("id=s1", "id=s7");
        assertThat(duplicates(first)).containsExactly(link.linkId());
        await().atMost(LONG).untilAsserted(() -> assertThat(listedOf("s7")).contains(first));
        await().atMost(LONG)
                .untilAsserted(() -> assertThat(told(link.linkId(), ItemMerged.class))
                        .extracting(ItemMerged::linkVersion)
                        .containsSubsequence(1L, 2L));
        assertThat(told(link.linkId(), ItemMerged.class)).allSatisfy(each -> {
            assertThat(each.into()).isEqualTo(first);
            assertThat(each.evidence()).isEqualTo("redirect");
        });
        assertThat(told(first, ItemMerged.class)).isEmpty();
    }

    @Test
    void ofManyThatAreLookedUpAtOnceOneStandsForAll() {
        var links = IntStream.range(0, 6).mapToObj(each -> leadingOn()).toList();

        links.forEach(INGEST::event);

        await().atMost(LONG).untilAsserted(() -> {
            var standing = links.stream()
                    .map(LinkFound::linkId)
                    .filter(each ->
                            items.find(each).filter(item -> !item.isMerged()).isPresent())
                    .toList();
            assertThat(standing).hasSize(1);
            assertThat(duplicates(standing.getFirst())).hasSize(5);
        });
    }

    @ParameterizedTest
    @ValueSource(ints = {2, 4})
    void followsAnItemThatIsMergedIntoAnotherMeanwhile(int minute) {
        var first = read(1, null);
        var second = read(3, article);
        var third = read(minute, article);
        var meanwhile = new MergeItems(items, mergeJobs, InstantSource.system()) {

            private boolean once;

            @Override
            Optional<Item> survivor(Item item) {
                var standing = super.survivor(item);
                if (item.id().equals(second) && !once) {
                    once = true;
                    merge.mergeByHand(second, first);
                }
                return standing;
            }
        };

        new FindDuplicates(items, readings, meanwhile, mergeJobs).run(new Job(third, 1, 0, 0));

        assertThat(curation.item(third)).containsEntry("mergedInto", first);
        assertThat(duplicates(first)).containsExactlyInAnyOrder(second, third);
    }

    @Test
    void looksForDuplicatesOfWhatIsLikeAnotherOnly() {
        var jobs = new Jobs(database, "jobs" + article.replaceAll("\\W", ""), clock);
        var find = new FindDuplicates(items, readings, merge, jobs);
        var first = items.keepFirst(TestItems.anItem().enriched("en", "A.").build());
        var second = items.keepFirst(TestItems.anItem().enriched("en", "A.").build());

        find.keep(first, leading(first));
        assertThat(jobs.count()).isZero();

        find.keep(second, leading(second));
        assertThat(jobs.claimNext(LONG).map(Job::id)).contains(second.id());
    }

    @Test
    void waitsForTheOtherWhosePageIsAboutToBeKept() {
        var find = new FindDuplicates(items, readings, merge, mergeJobs);
        var early = read(1, article);
        var at = TestLinks.NOW.plus(Duration.ofMinutes(2));
        var late = items.keepFirst(TestItems.anItem().dated(at, at).build());
        readings.keepLatest(late.id(), leading(late));

        assertThat(find.run(new Job(early, 1, 0, 0))).isPresent();
        items.takeStep(late.id(), each -> new Changed(each.withPage(aPage(), at), null));

        assertThat(find.run(new Job(early, 1, 0, 0))).isEmpty();
        assertThat(curation.item(late.id())).containsEntry("mergedInto", early);
    }

    @Test
    void bringsTogetherTwoThatOnlyAThirdIsLike() {
        var title = "How the lamp of the northern harbour was mended in one night";
        var first = read(1, null);
        var second = read(2, article);
        var third = read(3, null);
        readings.keepLatest(first, Reading.of("https://lena.example/notes/lamp", title));
        readings.keepLatest(third, new Reading("https://omar.example/log/9", title, null, WEB.url(article), null));

        new FindDuplicates(items, readings, merge, mergeJobs).run(new Job(third, 1, 0, 0));

        assertThat(duplicates(first)).containsExactlyInAnyOrder(second, third);
    }

    private Reading leading(Item item) {
        return new Reading(item.url().toString(), "Lights", null, WEB.url(article), null);
    }

    private static Page aPage() {
        return TestItems.anItem().enriched("en", "A.").build().page().orElseThrow();
    }

    /** An item that was looked up; what was read of it is kept where its address led somewhere. */
    private String read(int minute, @Nullable String target) {
        var at = TestLinks.NOW.plus(Duration.ofMinutes(minute));
        var item = items.keepFirst(
                TestItems.anItem().dated(at, at).enriched("en", "A.").build());
        if (target != null) {
            readings.keepLatest(item.id(), new Reading(item.url().toString(), "Lights", null, WEB.url(target), null));
        }
        return item.id();
    }

    @Test
    void whatAnEditorHasWorkedOnStandsThoughItCameLater() {
        var early = items.keepFirst(TestItems.anItem().enriched("en", "A.").build());
        var late = items.keepFirst(TestItems.anItem()
                .enriched("en", "B.")
                .in(ItemState.SHORTLISTED)
                .build());

        var refused = merge.merge(late.id(), early.id(), "title");
        merge.merge(early.id(), late.id(), "title");

        assertThat(refused.toString()).contains("an editor has worked on both");
        assertThat(curation.item(early.id())).containsEntry("mergedInto", late.id());
        assertThat(curation.item(late.id())).containsEntry("state", "SHORTLISTED");
    }

    @Test
    void mergedTwiceItIsMergedOnce() throws Exception {
        var first = items.keepFirst(TestItems.anItem().enriched("en", "A.").build());
        var other = items.keepFirst(TestItems.anItem().enriched("en", "B.").build());
        Callable<Object> toFirst = () -> merge.mergeByHand(other.id(), first.id());

        AtOnce.run(List.of(toFirst, toFirst, toFirst));

        assertThat(duplicates(first.id())).containsExactly(other.id());
        await().atMost(LONG)
                .untilAsserted(
                        () -> assertThat(told(other.id(), ItemMerged.class)).isNotEmpty());
        assertThat(told(other.id(), ItemMerged.class))
                .extracting(ItemMerged::version)
                .containsOnly(other.version() + 1);
    }

    @Test
    void aChainEndsAtOneItemThatStandsForAll() {
        var one = curation.anItem();
        var two = curation.anItem();
        var three = curation.anItem();

        mergeByHand(one, two);
        mergeByHand(two, three);

        assertThat(curation.item(one)).containsEntry("mergedInto", three);
        assertThat(duplicates(three)).containsExactlyInAnyOrder(one, two);
        assertThat(call(three, "merge", Map.of("into", one))).isEqualTo(409);
    }

    @Test
    void whatAKillLeftUndoneTheJobDoes() {
        var survivor = items.keepFirst(TestItems.anItem().enriched("en", "A.").build());
        var item = items.keepFirst(TestItems.anItem().enriched("en", "B.").build());
        items.takeStep(item.id(), each -> MergePolicy.mergeByHand(each, survivor, TestLinks.NOW));
        assertThat(duplicates(survivor.id())).isEmpty();

        database.getCollection("mergeJobs").deleteMany(new Document("_id", item.id()));
        merge.settle(items.find(item.id()).orElseThrow());

        assertThat(duplicates(survivor.id())).containsExactly(item.id());
    }

    @Test
    void aSplitItemStandsForItselfAndIsNotMergedAgainByItself() {
        var first = curation.anItem(direct());
        var link = leadingOn();
        curation.anItem(link);
        awaitMerged(link.linkId(), first);

        var split = curation.ok(POST, "/api/v1/items/{id}/split", null, link.linkId());

        assertThat(split).containsEntry("state", "NEW").containsEntry("mergedInto", null);
        assertThat(duplicates(first)).isEmpty();
        await().atMost(LONG)
                .untilAsserted(() -> assertThat(told(link.linkId(), ItemSplit.class))
                        .extracting(ItemSplit::from)
                        .containsOnly(first));

        var third = leadingOn();
        curation.anItem(third);
        await().atMost(LONG)
                .until(() -> items.find(third.linkId()).orElseThrow().isMerged());
        await().atMost(LONG)
                .until(() ->
                        database.getCollection("mergeJobs").countDocuments(new Document("_id", link.linkId())) == 0);
        assertThat(curation.item(first)).containsEntry("mergedInto", null);
        assertThat(curation.item(link.linkId())).containsEntry("mergedInto", null);
        assertThat(call(link.linkId(), "split", null)).isEqualTo(200);

        mergeByHand(link.linkId(), first);
        assertThat(duplicates(first)).contains(link.linkId());
    }

    @Test
    void editorsAreToldWhatIsNotPossible() {
        var id = curation.aReadyItem();
        var other = curation.anItem();
        var issue = curation.aDraft();
        curation.place(issue, id, "articles");

        assertThat(call(id, "merge", Map.of("into", other))).isEqualTo(409);
        assertThat(call(other, "merge", Map.of("into", other))).isEqualTo(409);
        assertThat(call(
                        other,
                        "merge",
                        Map.of("into", TestItems.anItem().build().id())))
                .isEqualTo(404);
        assertThat(call(other, "merge", Map.of())).isEqualTo(400);
        assertThat(call(other, "split", null)).isEqualTo(409);
        assertThat(call(TestItems.anItem().build().id(), "split", null)).isEqualTo(404);

        mergeByHand(other, id);
        assertThat(call(other, "shortlist", null)).isEqualTo(409);
        assertThat(call(other, "decline", null)).isEqualTo(409);
        var entry = Map.of("itemId", other, "section", "articles");
        assertThat(curation.call(POST, "/api/v1/issues/{id}/entries", entry, issue)
                        .expectStatus()
                        .isEqualTo(409)
                        .expectBody(String.class)
                        .returnResult()
                        .getResponseBody())
                .contains("merged into " + id);
    }

    @Test
    void aTraceKeepsTheNewestItemsOnly() {
        var reading = Reading.of("https://trace.example/" + article, "What shines in the harbour after midnight");
        var ids = IntStream.range(0, 25)
                .mapToObj(each -> TestItems.anItem().build().id())
                .toList();

        ids.forEach(each -> readings.keepLatest(each, reading));
        readings.keepLatest(ids.getLast(), reading);

        assertThat(readings.alike(ids.getFirst())).hasSize(20).containsAll(ids.subList(5, 25));
    }

    @Test
    void anItemThatIsReadAgainLeavesWhatIsNew() {
        var address = "https://trace.example/" + article;
        var ids = List.of(
                TestItems.anItem().build().id(), TestItems.anItem().build().id());
        readings.keepLatest(ids.getFirst(), Reading.of(address, "What shines in the harbour all morning"));

        readings.keepLatest(ids.getFirst(), Reading.of(address + "2", "What shines in the harbour all morning"));

        readings.keepLatest(ids.getLast(), Reading.of(address + "2", "Another one"));
        assertThat(readings.alike(ids.getLast())).containsExactly(ids.getFirst());
    }

    @Test
    void anItemWhoseTracesWereNotKeptWithItsReadingIsComparedAllTheSame() {
        var reading = Reading.of("https://trace.example/" + article, "What shines in the harbour before midnight");
        var ids = List.of(
                TestItems.anItem().build().id(), TestItems.anItem().build().id());
        ids.forEach(each -> readings.keepLatest(each, reading));

        database.getCollection("readings").updateOne(eq("_id", ids.getFirst()), unset("traces"));

        assertThat(readings.alike(ids.getFirst())).containsExactly(ids.getLast());
    }

    @Test
    void whatWasReadIsKeptWithoutItsText() {
        var id = TestItems.anItem().build().id();
        var reading = new Reading(URI.create("https://trace.example/a").toString(), "Lights", "Text.", null, null);

        readings.keepLatest(id, reading);

        assertThat(readings.find(id)).contains(Reading.of("https://trace.example/a", "Lights"));
    }
}
