package app.tidings.curation.search;

import static app.tidings.curation.CurationApi.answer;
import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.http.HttpMethod.GET;

import app.tidings.curation.CurationApi;
import app.tidings.curation.CurationTest;
import app.tidings.curation.TestLinks;
import app.tidings.curation.publication.TestPublications;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.http.MediaType;

class PastSearchIT extends CurationTest {

    private static final String SEARCH = "/api/v1/issues?publication=tidings-weekly&q={q}";

    private final String mine = "w" + UUID.randomUUID().toString().replace("-", "");
    private final int number = ThreadLocalRandom.current().nextInt(90_000, 100_000);
    private final String address = TestLinks.anAddress();

    private CurationApi api;

    private String issue(int number) {
        return """
            # 潮汐周刊#%1$d：灯塔与缆绳 %2$s

            各位好，今天讲**锚链**和%2$s。

            ## 🦄文章&教程

            1、[灯塔的第一课 %2$s](%3$s)（英文）

            讲了 <b>浮标</b> 与 Python 的*消息队列*。

            ## 🐼欢迎订阅

            每周一封。
            """.formatted(number, mine, address);
    }

    @BeforeEach
    void importAnIssue() {
        api = new CurationApi(api());
        imported("2023-05-13", number);
    }

    private void imported(String date, int number) {
        api().post()
                .uri("/api/v1/issues/imports?publication=tidings-weekly&file={d}-weekly.md", date)
                .contentType(MediaType.parseMediaType("text/markdown;charset=utf-8"))
                .body(issue(number))
                .exchange()
                .expectStatus()
                .isOk();
    }

    private List<Map<String, Object>> places(String more, String words) {
        return placesOf(api.get(SEARCH + more, mine + " " + words));
    }

    @SuppressWarnings("unchecked")
    private static List<Map<String, Object>> placesOf(Map<String, Object> answer) {
        return (List<Map<String, Object>>) Objects.requireNonNull(answer.get("places"));
    }

    @Test
    void findsAnEntryAndShowsWhereItStood() {
        assertThat(places("&language=zh", "消息队列"))
                .singleElement()
                .satisfies(place -> assertThat(place)
                        .containsEntry("number", number)
                        .containsEntry("date", "2023-05-13")
                        .containsEntry("section", "articles")
                        .containsEntry("url", address)
                        .containsEntry("language", "zh")
                        .containsEntry("title", "灯塔的第一课 " + mine)
                        .containsEntry("markedTitle", "灯塔的第一课 <mark>" + mine + "</mark>"));
    }

    @Test
    void marksThePlaceAndEscapesTheRest() {
        var text = String.valueOf(places("", "消息队列 python").getFirst().get("markedText"));

        assertThat(text).contains("<mark>消息队列</mark>", "<mark>Python</mark>").doesNotContain("<b>", "*");
    }

    @Test
    void findsHeadlinesAndBlocks() {
        assertThat(places("", "缆绳"))
                .singleElement()
                .satisfies(place -> assertThat(place)
                        .containsEntry("title", "灯塔与缆绳 " + mine)
                        .containsEntry("section", null));
        assertThat(places("", "锚链"))
                .singleElement()
                .satisfies(place -> assertThat(place).containsEntry("block", "intro"));
    }

    @ParameterizedTest
    @CsvSource({"&language=en", "&section=projects", "&since=2023-05-14", "&until=2023-05-12"})
    void leavesOutWhatIsNotAskedFor(String filter) {
        assertThat(places(filter, "")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"&language=ZH", "&section=articles", "&since=2023-05-13", "&until=2023-05-13"})
    void findsWhatIsAskedFor(String filter) {
        assertThat(places(filter, "消息队列")).hasSize(1);
    }

    @Test
    void leavesOutOtherPublications() {
        var other = TestPublications.another(database);

        assertThat(placesOf(api.get("/api/v1/issues?publication={other}&q={q}", other, mine)))
                .isEmpty();
    }

    @Test
    void saysWhichPublicationsThereAre() {
        api.call(GET, "/api/v1/issues?publication=week1y&q={q}", null, mine)
                .expectStatus()
                .isBadRequest();
    }

    @Test
    void putsTheNewestIssueFirst() {
        imported("2023-05-20", number + 10_000);
        imported("2023-05-06", number + 20_000);

        assertThat(places("&sort=published", "消息队列"))
                .extracting(place -> place.get("date"))
                .containsExactly("2023-05-20", "2023-05-13", "2023-05-06");
    }

    @Test
    void goesThroughTheirPages() {
        var first = api.get(SEARCH + "&limit=2&sort=published", mine);
        var second = api.get(SEARCH + "&limit=2&sort=published&cursor={a}", mine, String.valueOf(first.get("next")));

        assertThat(first).containsEntry("total", 3).containsEntry("totalIsExact", true);
        assertThat(placesOf(first)).hasSize(2);
        assertThat(placesOf(second)).hasSize(1).doesNotContainAnyElementsOf(placesOf(first));
    }

    @Test
    void saysWhatMayBeAskedFor() {
        assertThat(answer(api.call(GET, SEARCH + "&sort=stars", null, mine)
                        .expectStatus()
                        .isBadRequest()))
                .containsEntry("detail", "sort is one of relevance, published");
    }

    @Test
    void listsIssuesWhereNothingIsLookedFor() {
        assertThat(api.get("/api/v1/issues?publication=tidings-weekly")).containsKey("issues");
    }

    @Test
    void showsNobodyAnythingWithoutAToken() {
        new CurationApi(anybody())
                .call(GET, "/api/v1/issues?q=x", null)
                .expectStatus()
                .isUnauthorized();
    }
}
