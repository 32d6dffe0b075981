package app.tidings.ingest.source;

import static app.tidings.ingest.SourceApi.list;
import static app.tidings.ingest.SourceApi.part;
import static app.tidings.ingest.SourceApi.text;
import static app.tidings.ingest.feed.TestFeeds.item;
import static app.tidings.ingest.feed.TestFeeds.rss;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import app.tidings.ingest.SourceApi;
import app.tidings.ingest.SourcesTest;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.client.RestTestClient.ResponseSpec;

class SourceApiIT extends SourcesTest {

    @BeforeEach
    void offerAFeed() {
        web.onFeed("/feed", rss(item("One", "https://a.example/1")));
    }

    @Test
    void addsASourceOnceHoweverOftenItIsAsked() {
        var wanted = Map.of("publication", publication, "name", "潮汐", "feedUrl", web.url("/feed#x"));
        var first = post("/api/v1/sources", wanted).expectStatus().isCreated();
        var location = first.returnResult(String.class).getResponseHeaders().getLocation();

        post("/api/v1/sources", Map.of("publication", publication, "name", "Other", "feedUrl", web.url("/feed")))
                .expectStatus()
                .isOk()
                .expectBody()
                .jsonPath("$.name")
                .isEqualTo("潮汐");

        assertThat(location).isNotNull();
        api().get().uri(String.valueOf(location)).exchange().expectStatus().isOk();
    }

    @Test
    void saysWhatOfASourceThatIsThereAlreadyWasNotApplied() {
        var id = sources.add(publication, web.url("/feed"));
        var wanted = Map.of(
                "publication",
                publication,
                "name",
                "Other",
                "feedUrl",
                web.url("/feed"),
                "intervalMinutes",
                60,
                "tags",
                List.of("python"));

        assertThat(SourceApi.object(
                        post("/api/v1/sources", wanted).expectStatus().isOk()))
                .containsEntry("id", id)
                .containsEntry("alreadyThere", true)
                .containsEntry("notApplied", List.of("name", "tags"))
                .containsEntry("tags", List.of());
        assertThat(SourceApi.object(post("/api/v1/sources", wanted(web.url("/second")))))
                .containsEntry("alreadyThere", false)
                .containsEntry("notApplied", List.of());
    }

    private Map<String, Object> wanted(String feedUrl) {
        return Map.of("publication", publication, "name", "N", "feedUrl", feedUrl);
    }

    @Test
    void findsASourceByTheAddressThatItHasNowAndByItsFirst() {
        var id = sources.add(publication, web.url("/feed"));
        put(id, Map.of("name", "N", "version", 1, "feedUrl", web.url("/moved")))
                .expectStatus()
                .isOk();

        assertThat(SourceApi.object(post("/api/v1/sources", wanted(web.url("/moved")))))
                .containsEntry("id", id);
        assertThat(SourceApi.object(post("/api/v1/sources", wanted(web.url("/feed")))))
                .containsEntry("id", id)
                .containsEntry("notApplied", List.of("connector"));
    }

    @Test
    void refusesTheAddressOfAnotherSourceAndNamesIt() {
        var id = sources.add(publication, web.url("/feed"));
        var other = sources.add(publication, web.url("/other"));
        var change = Map.of("name", "N", "version", 1, "feedUrl", web.url("/other"));

        put(id, change)
                .expectStatus()
                .isEqualTo(409)
                .expectBody()
                .jsonPath("$.detail")
                .value(String.class, detail -> assertThat(detail).contains(other));

        archive(other);
        put(id, change).expectStatus().isOk();
        assertThat(SourceApi.object(post("/api/v1/sources", wanted(web.url("/other")))))
                .containsEntry("id", id);
    }

    @Test
    void bringsAnArchivedSourceBackThatIsAddedAgain() {
        var id = sources.add(publication, web.url("/feed"));
        archive(id);

        assertThat(SourceApi.object(post("/api/v1/sources", wanted(web.url("/feed")))))
                .containsEntry("id", id)
                .containsEntry("alreadyThere", true)
                .containsEntry("standing", Map.of("type", "active"));
        sources.poll(id);
    }

    private void archive(String id) {
        post("/api/v1/sources/" + id + "/archive", Map.of()).expectStatus().isOk();
    }

    @Test
    void saysWhichTypeABodyIsToHave() {
        api().post()
                .uri("/api/v1/sources")
                .header("Content-Type", "multipart/form-data")
                .body("x".getBytes(UTF_8))
                .exchange()
                .expectStatus()
                .isEqualTo(415)
                .expectBody()
                .jsonPath("$.detail")
                .value(
                        String.class,
                        detail -> assertThat(detail).contains("not read here", "Content-Type: application/json"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            {"name": "N", "feedUrl": "https://a.example/"}                          | publication is not an id
            {"publication": "w", "feedUrl": "https://a.example/"}                   | name is missing
            {"publication": "w", "name": "N"}                                       | feedUrl is missing
            {"publication": "w", "name": "N", "feedUrl": "gopher://a.example/"}     | feedUrl is not an address that can be fetched
            {"publication": "w", "name": "N", "feedUrl": "https://a.example/", "intervalMinutes": 0} | intervalMinutes is not from 1
            {"publication": "w", "name": "N", "feedUrl": "https://a.example/", "intervalMinutes": "x"} | wrong type: /intervalMinutes
            {"publication": "w", "name": "N", "feedUrl": "https://a.example/", "admin": true} | there is no field /admin; there are: connector, feedUrl, folder, intervalMinutes, keepNewest, language
            {"publication": "w", "name": "N", "connector": {"kind": "oracle"}}        | /connector/kind is none of: feed, html-page
            {"publication": "w", "name": "N", "connector": {"feedUrl": "https://a.example/"}} | /connector/kind is none of: feed
            {"publication": "w", "name": "N", "feedUrl": "https://a.example/", "standing": {"type": "asleep"}} | /standing/type is none of: active, paused, snoozed, archived
            {"publication": "w", "name": "N", "connector": {"kind": "feed"}}          | feedUrl is missing
            {"publication": "w", "name": "N", "connector": {"kind": "feed", "feedUrl": "a b"}} | feedUrl is not an address that can be fetched
            {"publication": "w", "name": "N", "feedUrl": "https://a.example/", "connector": {"kind": "feed", "feedUrl": "https://a.example/"}} | feedUrl and connector say the same
            {"publication": "w", "name": "N", "feedUrl": "https://a.example/", "weight": 101} | weight is not from 1 to 100
            {"publication": "w", "name": "N", "feedUrl": "https://a.example/", "request": {"proxy": "http://10.0.0.1:3128"}} | request.proxy is none of those that the operator allows
            {"publication": "w", "name": "N", "feedUrl": "https://a.example/", "standing": {"type": "snoozed"}} | snoozed without a time
            {"publication": {"$ne": 1}, "name": "N", "feedUrl": "https://a.example/"} | wrong type: /publication
            {"publication": "w",                                                    | not valid JSON at line 1
            []                                                                      | the body itself
            """)
    void refusesBadInputAndSaysWhatIsWrong(String body, String problem) {
        var answer = api().post()
                .uri("/api/v1/sources")
                .contentType(MediaType.APPLICATION_JSON)
                .body(body)
                .exchange();

        answer.expectStatus().isBadRequest().expectHeader().contentType(MediaType.APPLICATION_PROBLEM_JSON);
        answer.expectBody()
                .jsonPath("$.detail")
                .value(String.class, detail -> assertThat(detail).contains(problem));
    }

    @Test
    void listsInPages() {
        var ids = IntStream.range(0, 5)
                .mapToObj(i -> sources.add(publication, web.url("/missing-" + i)))
                .sorted()
                .toList();

        var first = page("/api/v1/sources?publication={p}&limit=3", publication);
        var second = page("/api/v1/sources?publication={p}&limit=3&cursor={c}", publication, text(first, "next"));

        assertThat(idsOf(first)).isEqualTo(ids.subList(0, 3));
        assertThat(idsOf(second)).isEqualTo(ids.subList(3, 5));
        assertThat(second).containsEntry("next", null);
        api().get().uri("/api/v1/sources?limit=0").exchange().expectStatus().isBadRequest();
        api().get().uri("/api/v1/sources?cursor=zzz").exchange().expectStatus().isBadRequest();
    }

    @Test
    void changesWhatWasReadAndRefusesWhatWasChangedMeanwhile() {
        var id = sources.add(publication, web.url("/feed"));
        var change = Map.of("name", "New name", "intervalMinutes", 90, "version", 1);

        put(id, change).expectStatus().isOk().expectBody().jsonPath("$.version").isEqualTo(2);

        put(id, change)
                .expectStatus()
                .isEqualTo(409)
                .expectBody()
                .jsonPath("$.detail")
                .isEqualTo(
                        "the source was changed meanwhile and is of version 2 now; read it again and repeat your change");
        put(id, Map.of("name", " ", "version", 2)).expectStatus().isBadRequest();
        put(id, Map.of("name", "N")).expectStatus().isBadRequest();
        assertThat(sources.get(id)).containsEntry("name", "New name").containsEntry("intervalMinutes", 90);
    }

    @Test
    void pollsASourceWhoseIntervalWasChangedAtOnceAndThenByTheNewOne() {
        var id = sources.add(publication, web.url("/feed"));
        var first = text(sources.awaitPoll(id, each -> true), "at");

        put(id, Map.of("name", "N", "intervalMinutes", 5, "version", 1))
                .expectStatus()
                .isOk();

        sources.awaitPoll(id, poll -> !text(poll, "at").equals(first));
        var next = Instant.parse(text(sources.get(id), "nextPollAt"));
        assertThat(Duration.between(Instant.now(), next)).isLessThan(Duration.ofMinutes(10));
    }

    @Test
    void keepsWhatIsSetAndShowsNoSecretAgain() {
        var request =
                Map.of("headers", Map.of("Authorization", "Bearer s3cret", "x-plain", "p"), "cookie", "sid=s3cret");
        var wanted = Map.of(
                "publication",
                publication,
                "name",
                "N",
                "connector",
                feed("/feed"),
                "tags",
                List.of("python"),
                "weight",
                70,
                "request",
                request,
                "standing",
                Map.of("type", "paused", "reason", "later"));
        var shown =
                SourceApi.object(post("/api/v1/sources", wanted).expectStatus().isCreated());
        var id = text(shown, "id");

        assertThat(shown)
                .containsEntry("connector", feed("/feed"))
                .containsEntry("feedUrl", web.url("/feed"))
                .containsEntry("tags", List.of("python"))
                .containsEntry("weight", 70)
                .containsEntry("standing", Map.of("type", "paused", "reason", "later"))
                .containsEntry("nextPollAt", null)
                .doesNotContainValue("s3cret");
        assertThat(part(shown, "request"))
                .containsEntry("headers", Map.of("authorization", "set", "x-plain", "p"))
                .containsEntry("cookie", "set");

        var back = Map.of("name", "M", "request", part(shown, "request"), "version", 1);
        var changed = SourceApi.object(put(id, back).expectStatus().isOk());

        assertThat(changed)
                .containsEntry("connector", feed("/feed"))
                .containsEntry("tags", List.of())
                .containsEntry("weight", 50)
                .containsEntry("standing", Map.of("type", "active"));
        sources.awaitPoll(id, each -> true);
        assertThat(web.requests("/feed").getFirst().headers())
                .containsEntry("Authorization", List.of("Bearer s3cret"))
                .containsEntry("Cookie", List.of("sid=s3cret"));
    }

    private Map<String, Object> feed(String path) {
        return Map.of("kind", "feed", "feedUrl", web.url(path));
    }

    @Test
    void refusesToKeepASecretThatIsNone() {
        var wanted = Map.of(
                "publication",
                publication,
                "name",
                "N",
                "feedUrl",
                web.url("/feed"),
                "request",
                Map.of("cookie", "set"));

        post("/api/v1/sources", wanted).expectStatus().isBadRequest();
    }

    @Test
    void takesNoSecretAlongToAnotherHost() {
        var wanted = Map.of(
                "publication",
                publication,
                "name",
                "N",
                "feedUrl",
                web.url("/feed"),
                "request",
                Map.of("cookie", "sid=s3cret"));
        var id = text(
                SourceApi.object(post("/api/v1/sources", wanted).expectStatus().isCreated()), "id");
        var kept = Map.of("cookie", "set");
        var elsewhere = Map.of("name", "N", "version", 1, "feedUrl", "https://thief.example/", "request", kept);

        put(id, elsewhere).expectStatus().isBadRequest();

        put(id, Map.of("name", "N", "version", 1, "feedUrl", web.url("/other"), "request", kept))
                .expectStatus()
                .isOk();
    }

    @Test
    void pollsAPausedSourceOnlyOnRequestAndAnArchivedOneNever() {
        var id = sources.add(publication, web.url("/feed"));
        sources.awaitPoll(id, each -> true);
        put(id, Map.of("name", "N", "version", 1, "standing", Map.of("type", "paused", "reason", "")))
                .expectStatus()
                .isOk();

        sources.poll(id);

        put(id, Map.of("name", "N", "version", 2, "standing", Map.of("type", "archived")))
                .expectStatus()
                .isOk();
        post("/api/v1/sources/" + id + "/poll", Map.of()).expectStatus().isEqualTo(409);
    }

    @Test
    void cleansANameOfWhatNobodySees() {
        var wanted = Map.of("publication", publication, "name", "a\u0001b\u202e\nc\ud83d", "feedUrl", web.url("/feed"));

        post("/api/v1/sources", wanted)
                .expectStatus()
                .isCreated()
                .expectBody()
                .jsonPath("$.name")
                .isEqualTo("ab c");

        var id = text(SourceApi.object(post("/api/v1/sources", wanted)), "id");
        put(id, Map.of("name", "d\u0001", "version", 1))
                .expectStatus()
                .isOk()
                .expectBody()
                .jsonPath("$.name")
                .isEqualTo("d");
        put(id, Map.of("name", "\u0001\u202e", "version", 2)).expectStatus().isBadRequest();
        assertThat(exported()).contains("title=\"d\"");
    }

    @Test
    void removesASource() {
        var id = sources.add(publication, web.url("/feed"));

        delete(id).expectStatus().isNoContent();

        delete(id).expectStatus().isNotFound();
        api().get().uri("/api/v1/sources/{id}", id).exchange().expectStatus().isNotFound();
        post("/api/v1/sources/" + id + "/poll", Map.of()).expectStatus().isNotFound();
        put(id, Map.of("name", "N", "version", 1)).expectStatus().isNotFound();
    }

    @Test
    void saysThatALinkIsNotThere() {
        api().get()
                .uri("/api/v1/links/weekly:none")
                .exchange()
                .expectStatus()
                .isNotFound()
                .expectBody()
                .jsonPath("$.detail")
                .isEqualTo("there is no link weekly:none");
    }

    private String exported() {
        return String.valueOf(api().get()
                .uri("/api/v1/sources/opml?publication={p}", publication)
                .exchange()
                .expectStatus()
                .isOk()
                .returnResult(String.class)
                .getResponseBody());
    }

    @ParameterizedTest
    @CsvSource({
        "GET, /api/v1/sources",
        "POST, /api/v1/sources",
        "GET, /api/v1/sources/x",
        "PUT, /api/v1/sources/x",
        "DELETE, /api/v1/sources/x",
        "POST, /api/v1/sources/x/poll",
        "GET, /api/v1/sources/opml?publication=x",
        "POST, /api/v1/sources/imports?publication=x",
        "GET, /api/v1/sources/imports/x",
        "GET, /api/v1/links/x"
    })
    void letsNobodyInWithoutAToken(String method, String path) {
        anybody()
                .method(HttpMethod.valueOf(method))
                .uri(path)
                .exchange()
                .expectStatus()
                .isUnauthorized();
    }

    private ResponseSpec delete(String id) {
        return api().delete().uri("/api/v1/sources/{id}", id).exchange();
    }

    private Map<String, Object> page(String uri, Object... variables) {
        return SourceApi.object(
                api().get().uri(uri, variables).exchange().expectStatus().isOk());
    }

    private static List<String> idsOf(Map<String, Object> page) {
        return list(page, "sources").stream()
                .map(each -> each instanceof Map<?, ?> source ? String.valueOf(source.get("id")) : "")
                .toList();
    }
}
