package app.tidings.ingest.held;

import static app.tidings.ingest.SourceApi.list;
import static app.tidings.ingest.SourceApi.object;
import static app.tidings.ingest.SourceApi.part;
import static app.tidings.ingest.SourceApi.text;
import static app.tidings.ingest.feed.TestFeeds.rss;
import static com.mongodb.client.model.Filters.eq;
import static org.assertj.core.api.Assertions.assertThat;

import app.tidings.contracts.Ids;
import app.tidings.ingest.SourcesTest;
import app.tidings.ingest.link.TestLinks;
import app.tidings.ingest.source.TestSources;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.bson.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.client.RestTestClient.ResponseSpec;

class HeldEntriesIT extends SourcesTest {

    private static final String OLD = "https://old.example/%d";
    private static final String NEW = "https://new.example/posts/%d";
    private static final String GUID = "urn:entry:%d";

    private String source;

    @Autowired
    private HeldEntries heldEntries;

    @BeforeEach
    void readOnce() {
        web.onFeed("/feed", feed(1, OLD, GUID, "Story"));
        source = sources.add(publication, web.url("/feed"));
        assertThat(counts(sources.awaitPoll(source, each -> true)))
                .containsEntry("found", 10)
                .containsEntry("held", 0);
    }

    @Test
    void knowsTheEntriesOfASiteThatMoved() {
        assertThat(counts(poll(feed(1, NEW, GUID, "Story")))).containsEntry("known", 10);
        assertThat(counts(poll(feed(1, NEW, GUID, "Story") + " "))).containsEntry("known", 10);
        assertThat(links()).isEqualTo(10);
    }

    @Test
    void knowsEntriesUnderNewNames() {
        assertThat(counts(poll(feed(1, OLD, "tag:%d", "Story")))).containsEntry("known", 10);
        assertThat(links()).isEqualTo(10);
    }

    @Test
    void knowsEntriesWithoutDateUnderNewNamesAndAddresses() {
        assertThat(counts(poll(feed(1, NEW, "tag:%d", "Story")))).containsEntry("known", 10);
        assertThat(links()).isEqualTo(10);
    }

    @Test
    void takesOrdinaryNews() {
        assertThat(counts(poll(feed(6, OLD, GUID, "Story"))))
                .containsEntry("found", 5)
                .containsEntry("known", 5)
                .containsEntry("held", 0);
    }

    @Test
    void letsAnEditorDecideWhereNearlyAllIsNewAtOnce() {
        var flooded = poll(feed(50, NEW, "tag:%d", "Report"));

        assertThat(counts(flooded)).containsEntry("found", 0).containsEntry("held", 10);
        assertThat(counts(poll(feed(50, NEW, "tag:%d", "Report") + " ")))
                .containsEntry("known", 10)
                .containsEntry("held", 0);
        assertThat(links()).isEqualTo(10);
        assertThat(list(held(), "entries")).hasSize(10);
        assertThat(list(object(get("/api/v1/sources/held?limit=200")), "sources")
                        .toString())
                .contains("sourceId=%s".formatted(source))
                .contains("entries=10");
    }

    @Test
    void isWhyTheSourceIsSilent() {
        poll(feed(50, NEW, "tag:%d", "Report"));

        var why = object(get("/api/v1/sources/%s/why".formatted(source)));
        assertThat(why).containsEntry("state", "held").containsEntry("code", "held");
        assertThat(text(why, "sentence")).endsWith("10 entries wait for an editor");
        assertThat(list(object(get("/api/v1/sources/health?state=held&publication=" + publication)), "sources"))
                .hasSize(1);

        decide("dismiss", "");
        assertThat(object(get("/api/v1/sources/%s/why".formatted(source)))).containsEntry("code", "fine");
    }

    @Test
    void isForgottenWithItsSource() {
        poll(feed(50, NEW, "tag:%d", "Report"));

        api().delete()
                .uri("/api/v1/sources/" + source)
                .exchange()
                .expectStatus()
                .isNoContent();

        get("/api/v1/sources/%s/held".formatted(source)).expectStatus().isNotFound();
        for (var collection : List.of("heldEntries", "memories")) {
            assertThat(database.getCollection(collection).find(eq("_id", source)))
                    .as(collection)
                    .isEmpty();
        }
    }

    @Test
    void makesLinksOfWhatAnEditorAccepts() {
        poll(feed(50, NEW, "tag:%d", "Report"));

        assertThat(decide("accept", "")).isEqualTo(Map.of("found", 10, "seenAgain", 0, "dismissed", 0, "held", 0));

        assertThat(links()).isEqualTo(20);
        get("/api/v1/sources/%s/held".formatted(source)).expectStatus().isNotFound();
        assertThat(counts(poll(feed(50, NEW, "tag:%d", "Report") + " "))).containsEntry("known", 10);
        assertThat(counts(poll(feed(80, NEW, "tag:%d", "Essay")))).containsEntry("found", 10);
    }

    @Test
    void decidesNothingWhereALinkIsNamedThatDoesNotWait() {
        poll(feed(50, NEW, "tag:%d", "Report"));
        var one = ((Map<?, ?>) list(object(get("/api/v1/sources/%s/held".formatted(source))), "entries")
                .getFirst());

        var answer = object(api().post()
                .uri("/api/v1/sources/%s/held/accept?link=%s,none".formatted(source, one.get("link")))
                .exchange()
                .expectStatus()
                .isNotFound());

        assertThat(text(answer, "detail")).endsWith("nothing was decided: none");
        assertThat(list(object(get("/api/v1/sources/%s/held".formatted(source))), "entries"))
                .hasSize(10);
    }

    @Test
    void asksNoMoreForWhatAnEditorDismissed() {
        poll(feed(50, NEW, "tag:%d", "Report"));

        assertThat(decide("dismiss", "")).isEqualTo(Map.of("found", 0, "seenAgain", 0, "dismissed", 10, "held", 0));

        assertThat(counts(poll(feed(50, NEW, "tag:%d", "Report") + " ")))
                .containsEntry("known", 10)
                .containsEntry("held", 0);
        assertThat(links()).isEqualTo(10);
    }

    @Test
    void letsTheRestWaitWhereAnEditorChooses() {
        poll(feed(50, NEW, "tag:%d", "Report"));
        var chosen = Ids.link(publication, "https://new.example/posts/50");

        assertThat(decide("accept", "?link=" + chosen))
                .containsEntry("found", 1)
                .containsEntry("held", 9);

        assertThat(links()).isEqualTo(11);
        assertThat(list(held(), "entries")).hasSize(9);
        assertThat(counts(poll(feed(55, NEW, "tag:%d", "Report")))).containsEntry("found", 5);
        assertThat(list(held(), "entries")).hasSize(9);
    }

    @Test
    void hasRoomForAThousandAndGivesTheRestBack() {
        var links = Stream.generate(TestLinks::aLink)
                .limit(HeldEntries.MAX_LINKS + 1)
                .toList();
        var one = TestSources.aSource();

        assertThat(heldEntries.add(one, links.subList(0, 600), TestSources.NOW)).isEmpty();
        assertThat(heldEntries.add(one, links, TestSources.NOW)).containsExactly(links.getLast());
        assertThat(heldEntries.add(one, links.subList(0, 600), TestSources.NOW)).isEmpty();

        assertThat(heldEntries.find(one.id()).orElseThrow().links()).hasSize(HeldEntries.MAX_LINKS);
    }

    @Test
    void saysThatNothingWaits() {
        get("/api/v1/sources/%s/held".formatted(source)).expectStatus().isNotFound();
        api().post()
                .uri("/api/v1/sources/{id}/held/accept", source)
                .exchange()
                .expectStatus()
                .isNotFound();
        get("/api/v1/sources/held?limit=0").expectStatus().isBadRequest();
        anybody()
                .post()
                .uri("/api/v1/sources/{id}/held/accept", source)
                .exchange()
                .expectStatus()
                .isUnauthorized();
    }

    private Map<String, Object> poll(String feed) {
        web.onFeed("/feed", feed);
        return sources.poll(source);
    }

    private static Map<String, Object> counts(Map<String, Object> poll) {
        return part(poll, "counts");
    }

    private Map<String, Object> held() {
        return object(get("/api/v1/sources/%s/held".formatted(source)));
    }

    private Map<String, Object> decide(String how, String query) {
        return object(api().post()
                .uri("/api/v1/sources/%s/held/%s%s".formatted(source, how, query))
                .exchange()
                .expectStatus()
                .isOk());
    }

    private ResponseSpec get(String uri) {
        return api().get().uri(uri).exchange();
    }

    private long links() {
        return database.getCollection("links").countDocuments(new Document("link.publicationId", publication));
    }

    /** Ten entries, the first of that number. */
    private static String feed(int first, String link, String guid, String title) {
        return rss(IntStream.range(first, first + 10)
                .mapToObj(i -> """
                        <item>
                          <title>%s %d of the tides</title>
                          <link>%s</link>
                          <guid isPermaLink="false">%s</guid>
                          <description>What %s %d has to say</description>
                        </item>""".formatted(title, i, link.formatted(i), guid.formatted(i), title, i))
                .toArray(String[]::new));
    }
}
