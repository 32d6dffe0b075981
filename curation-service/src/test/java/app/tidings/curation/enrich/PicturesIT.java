package app.tidings.curation.enrich;

import static app.tidings.curation.TestLinks.aLink;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.list;
import static org.awaitility.Awaitility.await;
import static org.springframework.http.HttpMethod.PATCH;
import static org.springframework.http.HttpMethod.POST;

import app.tidings.contracts.ImageEvent;
import app.tidings.curation.CurationApi;
import app.tidings.curation.CurationTest;
import app.tidings.curation.image.TestImages;
import app.tidings.platform.testing.ReadTopic;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.bson.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The pictures of an item, from its page to the editor's choice. */
class PicturesIT extends CurationTest {

    private static final String PICTURES = "/api/v1/items/{id}/pictures";
    private static final String ITEM = "/api/v1/items/{id}";

    private final String path = "/" + UUID.randomUUID();

    private CurationApi api;

    @BeforeEach
    void connect() {
        api = new CurationApi(api());
    }

    @ParameterizedTest
    @CsvSource(quoteCharacter = '`', textBlock = """
            image/png,     <html>no image</html>,                     no-image
            image/svg+xml, <svg><script>alert(1)</script></svg>,      svg
            text/html,     <html>no image</html>,                     wrong-type
            """)
    void goOnWithoutOneAndSayWhy(String type, String body, String why) {
        WEB.onBytes(path + "/og.png", type, body.getBytes(UTF_8));

        var item = api.item(anItem("<meta property='og:image' content='%s/og.png'>".formatted(path)));

        assertThat(item).extractingByKey("quality", list(String.class)).contains("no-image", "image-" + why);
        assertThat(item).containsEntry("proposedImages", List.of()).containsEntry("enriched", true);
    }

    @Test
    void takeTheNextOneIfTheBestIsOfNoUse() {
        WEB.onBytes(path + "/text.png", "image/png", TestImages.plain("png", 600, 400));

        var id = anItem("<meta property='og:image' content='%s/none.png'>".formatted(path)
                + "<article><h2>Where time goes</h2><p><img src='%s/text.png' alt='image.png'></p>".formatted(path));

        assertThat(api.item(id)).extractingByKey("quality", list(String.class)).doesNotContain("no-image");
        assertThat(proposed(id)).containsEntry("alt", "Where time goes").containsEntry("width", 600);
        assertThat(pictures(id)).hasSize(2);
        assertThat(pictures(id).getFirst()).containsEntry("from", "PAGE").containsEntry("unusable", "http-404");
        assertThat(pictures(id).getLast())
                .containsEntry("altFrom", "HEADING")
                .containsEntry("sha256", proposed(id).get("sha256"));
    }

    @Test
    void leaveSmallOnesInTheTextAlone() {
        WEB.onBytes(path + "/small.png", "image/png", TestImages.plain("png", 299, 200));

        var id = anItem("<article><img src='%s/small.png'>".formatted(path));

        assertThat(api.item(id)).extractingByKey("quality", list(String.class)).contains("image-too-small");
    }

    @Test
    void areKeptOnceThoughTheyStandAtTwoAddresses() {
        var image = TestImages.plain("png", 640, 480);
        WEB.onBytes(path + "/one.png", "image/png", image);
        WEB.onBytes(path + "/two.png", "image/png", image);

        var one = anItem("<meta property='og:image' content='%s/one.png'>".formatted(path));
        var two = anItem("<meta property='og:image' content='%s/two.png'>".formatted(path));

        var sha256 = String.valueOf(proposed(one).get("sha256"));
        assertThat(proposed(two)).containsEntry("sha256", sha256);
        assertThat(database.getCollection("images").countDocuments(new Document("_id", sha256)))
                .isOne();
        await().atMost(LONG)
                .until(() -> !ReadTopic.events(ImageEvent.TOPIC, sha256).isEmpty());
        assertThat(ReadTopic.events(ImageEvent.TOPIC, sha256)).hasSize(1);
    }

    @Test
    void letTheEditorTakeAnotherOne() {
        WEB.onBytes(path + "/og.png", "image/png", TestImages.plain("png", 610, 400));
        WEB.onBytes(path + "/text.png", "image/png", TestImages.plain("png", 620, 400));
        var id = anItem("<meta property='og:image' content='%s/og.png'>".formatted(path)
                + "<article><img src='%s/text.png' alt='A queue seen from above'>".formatted(path));

        var kept = api.ok(POST, PICTURES, Map.of("url", WEB.url(path + "/text.png")), id);
        assertThat(api.ok(POST, PICTURES, Map.of("url", WEB.url(path + "/text.png")), id))
                .isEqualTo(kept);
        edit(id, Map.of("sha256", Objects.requireNonNull(kept.get("sha256")), "alt", "Seen from above"));

        assertThat(kept).containsEntry("alt", "A queue seen from above").containsEntry("width", 620);
        assertThat(shown(id)).containsEntry("alt", "Seen from above").containsEntry("width", 620);
    }

    @Test
    void areTakenWithTheProposedWordsUnlessTheEditorHasOthers() {
        WEB.onBytes(path + "/og.png", "image/png", TestImages.plain("png", 630, 400));
        var id = anItem("<meta property='og:image' content='%s/og.png'>".formatted(path)
                + "<meta property='og:image:alt' content='Two curves that cross'>");
        var sha256 = Objects.requireNonNull(proposed(id).get("sha256"));

        edit(id, Map.of("sha256", sha256));
        assertThat(shown(id)).containsEntry("alt", "Two curves that cross");

        edit(id, Map.of("sha256", sha256, "alt", ""));
        assertThat(shown(id)).containsEntry("alt", "");
    }

    @Test
    void areTheEditorsChoiceWhateverIsLookedUpAgain() {
        WEB.onBytes(path + "/og.png", "image/png", TestImages.plain("png", 650, 400));
        var id = anItem("<meta property='og:image' content='%s/og.png'>".formatted(path));
        var first = Objects.requireNonNull(proposed(id).get("sha256"));
        edit(id, Map.of("sha256", first, "alt", "My own words"));
        WEB.onBytes(path + "/og.png", "image/png", TestImages.plain("png", 660, 400));

        api.call(POST, ITEM + "/enrich", Map.of("steps", List.of("image")), id)
                .expectStatus()
                .is2xxSuccessful();

        await().atMost(LONG).untilAsserted(() -> assertThat(proposed(id)).containsEntry("width", 660));
        assertThat(shown(id)).containsEntry("alt", "My own words").containsEntry("sha256", first);
    }

    @Test
    void areFetchedOnlyFromThePageOfTheItem() {
        WEB.onBytes(path + "/og.png", "image/png", TestImages.plain("png", 680, 400));
        WEB.onBytes(path + "/other.png", "image/png", TestImages.plain("png", 670, 400));
        var id = anItem("<meta property='og:image' content='%s/og.png'>".formatted(path));

        var refused = CurationApi.answer(api.call(POST, PICTURES, Map.of("url", WEB.url(path + "/other.png")), id)
                .expectStatus()
                .isEqualTo(422));

        assertThat(refused).containsEntry("detail", "the item's page has no such picture; take one that GET shows");
        assertThat(WEB.askedFor(path + "/other.png")).isZero();
        api.call(POST, PICTURES, Map.of(), id).expectStatus().isBadRequest();
        api.call(POST, PICTURES, Map.of("url", "https://a.example/a.png"), "weekly:none")
                .expectStatus()
                .isNotFound();
    }

    private String anItem(String markup) {
        var words = "Our queue took two seconds for each message, and nobody had noticed, for nobody had measured it. ";
        return api.anItem(aLink(WEB.onPage(
                path + "/" + UUID.randomUUID(),
                "<title>How we made the queue fast</title>%s<p>%s</p>".formatted(markup, words.repeat(6)))));
    }

    private void edit(String id, Map<String, Object> image) {
        var version = CurationApi.version(api.item(id));
        api.ok(PATCH, ITEM, Map.of("version", version, "images", List.of(image)), id);
    }

    private Map<String, Object> proposed(String id) {
        return first(api.item(id), "proposedImages");
    }

    private Map<String, Object> shown(String id) {
        return first(api.item(id), "images");
    }

    private List<Map<String, Object>> pictures(String id) {
        return all(api.get(PICTURES, id), "pictures");
    }

    private static Map<String, Object> first(Map<String, Object> answer, String field) {
        return all(answer, field).getFirst();
    }

    @SuppressWarnings("unchecked") // as JSON was read
    private static List<Map<String, Object>> all(Map<String, Object> answer, String field) {
        return (List<Map<String, Object>>) Objects.requireNonNull(answer.get(field));
    }
}
