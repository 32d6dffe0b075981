package app.tidings.curation.replay;

import static app.tidings.curation.CurationApi.version;
import static app.tidings.curation.TestLinks.PUBLICATION;
import static app.tidings.curation.TestLinks.aLinkFrom;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.springframework.http.HttpMethod.PATCH;
import static org.springframework.http.HttpMethod.POST;

import app.tidings.contracts.ItemEvent;
import app.tidings.contracts.ItemEvent.ItemEnriched;
import app.tidings.contracts.Sighting;
import app.tidings.curation.CurationApi;
import app.tidings.curation.CurationTest;
import app.tidings.curation.TestLinks;
import app.tidings.curation.image.TestImages;
import app.tidings.curation.item.Item;
import app.tidings.curation.item.Items;
import app.tidings.curation.item.Sighted;
import app.tidings.curation.replay.Replay.Range;
import app.tidings.curation.replay.WalkReplay.Queue;
import app.tidings.platform.jobs.Jobs;
import app.tidings.platform.jobs.Jobs.Job;
import app.tidings.platform.jobs.Workers;
import app.tidings.platform.jobs.Workers.Plan;
import app.tidings.platform.mongo.StoreClock;
import app.tidings.platform.testing.ReadTopic;
import java.net.URI;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.bson.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

class ReplayIT extends CurationTest {

    private static final String ONE = "/api/v1/items/{id}/enrich";
    private static final String RANGE = "/api/v1/items/enrich";
    private final String source = "source-" + UUID.randomUUID();
    private final String path = "/" + UUID.randomUUID();
    private final String oldTitle = "Fast queues of " + source;
    private final String newTitle = "Slow queues of " + source;

    @Autowired
    private Replays replays;

    @Autowired
    private EnrichRequests requests;

    @Autowired
    private Jobs replayJobs;

    @Autowired
    private Items items;

    @Autowired
    private StoreClock clock;

    private CurationApi api;

    @BeforeEach
    void connect() {
        api = new CurationApi(api());
    }

    @Test
    void tellsWhatIsFoundNowAndLeavesWhatPeopleWrote() {
        var id = anItem(path);
        var edit = Map.of("version", version(api.item(id)), "stars", 7, "credits", List.of(Map.of("name", "Ada")));
        api.ok(PATCH, "/api/v1/items/{id}", edit, id);
        api.write(id, "zh", "标题", "评论。");
        WEB.onPage(path, page(newTitle, path));

        again(id);

        assertThat(api.item(id))
                .containsEntry("title", newTitle)
                .containsEntry("stars", 7)
                .extracting("texts", "credits")
                .asString()
                .contains("标题", "评论。", "Ada");
        assertThat(titlesTold(id, 2)).containsExactly(oldTitle, newTitle);
    }

    @Test
    void tellsNothingWhenNothingChanged() {
        var id = anItem(path);
        var read = version(api.item(id));

        again(id);
        again(id);

        assertThat(WEB.askedFor(path)).isEqualTo(3);
        assertThat(version(api.item(id))).isEqualTo(read);
    }

    @Test
    void takesOnlyTheStepsThatAreAskedFor() {
        var id = anItem(path);
        WEB.onPage(path, page(newTitle, path));

        again(id, "language", "summary");
        assertThat(WEB.askedFor(path)).isEqualTo(1);
        assertThat(api.item(id)).containsEntry("title", oldTitle);

        again(id, "image");
        assertThat(WEB.askedFor(path)).isEqualTo(2);
        assertThat(api.item(id)).containsEntry("title", newTitle).containsEntry("quality", List.of());
        assertThat(String.valueOf(api.item(id).get("excerpt"))).startsWith("The speed of");
    }

    @Test
    void keepsThePictureWhoseHostIsAwayForNow() {
        WEB.onBytes(path + ".png", "image/png", TestImages.plain("png", 700, 400));
        var image = "<meta property=og:image content='%s.png'>".formatted(path);
        var id = api.anItem(aLinkFrom(source, WEB.onPage(path, page(oldTitle, path) + image)));
        var proposed = api.item(id).get("proposedImages");
        WEB.on(path + ".png", exchange -> exchange.sendResponseHeaders(503, -1));
        WEB.onPage(path, page(newTitle, path) + image);

        assertThat(ended(api.ok(POST, RANGE, Map.of("publication", PUBLICATION, "source", source))))
                .containsEntry("missed", 1);

        assertThat(WEB.askedFor(path + ".png")).isEqualTo(2);
        assertThat(proposed).asString().contains("width=700");
        assertThat(api.item(id))
                .containsEntry("title", newTitle)
                .containsEntry("proposedImages", proposed)
                .containsEntry("quality", List.of());
    }

    @Test
    void keepsWhatItKnowsOfAPageThatIsGone() {
        var id = anItem(path);
        var read = version(api.item(id));
        for (var status : List.of(404, 503)) {
            WEB.on(path, exchange -> exchange.sendResponseHeaders(status, -1));

            again(id);

            assertThat(version(api.item(id))).isEqualTo(read);
        }
    }

    @Test
    void refusesAStepThatThereIsNot() {
        var refused = api.call(POST, ONE, Map.of("steps", List.of("magic")), anItem(path));

        assertThat(CurationApi.answer(refused.expectStatus().isBadRequest()))
                .containsEntry(
                        "detail",
                        "there is no step magic; there are: page, text, language, kind, repository, summary, image");
        api.call(POST, ONE, null, "tidings-weekly:none").expectStatus().isNotFound();
    }

    @Test
    void goesThroughTheItemsOfASource() {
        var changed = List.of(anItem(path), anItem(path + "2"));
        var gone = anItem(path + "3");
        WEB.onPage(path, page(newTitle, path));
        WEB.onPage(path + "2", page(newTitle, path + "2"));
        WEB.on(path + "3", exchange -> exchange.sendResponseHeaders(410, -1));
        var range = Map.of("publication", PUBLICATION, "source", source);

        var counted = api.ok(POST, RANGE, Map.of("publication", PUBLICATION, "source", source, "dryRun", true));
        assertThat(counted).containsEntry("items", 3);
        assertThat(WEB.askedFor(path)).isEqualTo(1);

        assertThat(ended(api.ok(POST, RANGE, range)))
                .containsEntry("items", 3)
                .containsEntry("done", 3)
                .containsEntry("changed", 2)
                .containsEntry("missed", 1);
        assertThat(changed).allSatisfy(id -> assertThat(api.item(id)).containsEntry("title", newTitle));
        assertThat(api.item(gone)).containsEntry("title", oldTitle);
        assertThat(ended(api.ok(POST, RANGE, range))).containsEntry("changed", 0);
    }

    @Test
    void goesOnWhereAKilledReplicaLeftOff() {
        var id = anItem(path);
        WEB.onPage(path, page(newTitle, path));
        var replay = Replay.of(
                UUID.randomUUID().toString(),
                new Range(PUBLICATION, source, null, null),
                List.copyOf(EnrichStep.all()),
                Instant.now());
        replays.add(replay);
        requests.add(id, replay.steps(), replay.id()); // killed here: the item is asked for, and nothing says so

        replayJobs.open(replay.id());

        assertThat(ended(api.get(RANGE + "/{id}", replay.id())))
                .containsEntry("items", 1)
                .containsEntry("done", 1)
                .containsEntry("changed", 1);
    }

    @Test
    void endsThoughAKillLeftAnItemWithoutItsJob() {
        var id = anItem(path);
        var elsewhere = new Range(PUBLICATION, "nobody-" + source, null, null);
        var replay = Replay.of(UUID.randomUUID().toString(), elsewhere, List.of(EnrichStep.PAGE), Instant.now());
        replays.add(replay);
        requests.add(id, replay.steps(), replay.id());

        replayJobs.open(replay.id());

        assertThat(ended(api.get(RANGE + "/{id}", replay.id()))).containsEntry("items", 0);
    }

    @Test
    void asksForNoMoreAtATimeHoweverManyRangesRun() {
        var publication = "weekly-" + UUID.randomUUID();
        "abcdefg".chars().forEach(each -> items.keepFirst(anItemOf(publication, Character.toString(each))));
        var jobs = new Jobs(database, "jobsOf" + publication.replace('-', 'x'), clock);
        var nobody = new Workers("nobody", jobs, new Plan(1, LONG, LONG, LONG), _ -> {});
        var walk = new WalkReplay(items, requests, replays, new Queue(jobs, nobody, 4), InstantSource.system());
        var ranges = IntStream.range(0, 3)
                .mapToObj(i -> Replay.of(
                        i + publication,
                        new Range(publication, null, null, null),
                        List.of(EnrichStep.LANGUAGE),
                        Instant.now()))
                .peek(replays::add)
                .map(Replay::id)
                .toList();

        for (var i = 0; i < 3; i++) {
            ranges.forEach(each -> walk.run(new Job(each, 1, 0, 0)));
        }

        assertThat(jobs.count()).isLessThanOrEqualTo(4);
        assertThat(ranges).allSatisfy(each -> assertThat(requests.count(each)).isPositive());
        ranges.forEach(each -> replays.end(each, Replay.State.STOPPED, Instant.now()));
    }

    private static Item anItemOf(String publication, String letter) {
        var url = URI.create("https://notes.example/" + letter);
        var shown = new Sighting("s1", "A feed", url, null, TestLinks.NOW, null, null, null);
        return Item.takenIn(
                publication + ":" + letter.repeat(26),
                url,
                new Sighted(1, "A title", null, List.of(shown), null),
                TestLinks.NOW);
    }

    @Test
    void canBeStopped() {
        anItem(path);
        var replay = Replay.of(
                UUID.randomUUID().toString(), new Range(PUBLICATION, source, null, null), List.of(), Instant.now());
        replays.add(replay);

        var stopped = api.ok(POST, RANGE + "/{id}/stop", null, replay.id());
        replayJobs.open(replay.id());

        await().atMost(LONG).until(() -> !isOpen("replayJobs", replay.id()));
        assertThat(stopped).containsEntry("state", "STOPPED").containsKey("endedAt");
        assertThat(api.get(RANGE + "/{id}", replay.id())).containsEntry("examined", 0);
    }

    @Test
    void refusesARangeOfNothing() {
        var since =
                Map.of("publication", PUBLICATION, "since", "2026-01-02T00:00:00Z", "until", "2026-01-02T00:00:00Z");

        api.call(POST, RANGE, since).expectStatus().isBadRequest();
        api.call(POST, RANGE, Map.of("publication", "none")).expectStatus().isEqualTo(422);
        api.call(POST, RANGE + "/none/stop", null).expectStatus().isNotFound();
    }

    private String anItem(String at) {
        return api.anItem(aLinkFrom(source, WEB.onPage(at, page(oldTitle, at))));
    }

    /** A page that no other page is like, so that nobody takes their items for the same. */
    private static String page(String title, String at) {
        var words = new Random(at.hashCode());
        var text = IntStream.range(0, 12)
                .mapToObj(_ -> "The speed of %s and the %s was not what we had %s for."
                        .formatted(word(words), word(words), word(words)))
                .collect(Collectors.joining(" "));
        return "<html lang=en><title>%s</title><article><p>%s</p></article>".formatted(title, text);
    }

    private static String word(Random words) {
        return words.ints(8, 'a', 'z').mapToObj(Character::toString).collect(Collectors.joining());
    }

    private void again(String id, String... steps) {
        api.ok(POST, ONE, steps.length == 0 ? null : Map.of("steps", List.of(steps)), id);
        await().atMost(LONG).until(() -> requests.find(id).isEmpty() && !isOpen("enrichJobs", id));
    }

    private Map<String, Object> ended(Map<String, Object> begun) {
        var id = Objects.requireNonNull(begun.get("id"));
        return await().atMost(LONG)
                .until(() -> api.get(RANGE + "/{id}", id), found -> "DONE".equals(found.get("state")));
    }

    private boolean isOpen(String collection, String id) {
        return database.getCollection(collection).find(new Document("_id", id)).first() != null;
    }

    private List<String> titlesTold(String id, int count) {
        return await().atMost(LONG)
                .until(
                        () -> ReadTopic.events(ItemEvent.TOPIC, id).stream()
                                .filter(ItemEnriched.class::isInstance)
                                .map(event -> ((ItemEnriched) event).title())
                                .toList(),
                        titles -> titles.size() >= count);
    }
}
