package app.tidings.curation.search;

import static app.tidings.curation.CurationApi.answer;
import static app.tidings.curation.CurationApi.version;
import static app.tidings.curation.item.TestItems.anItem;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.springframework.http.HttpMethod.GET;
import static org.springframework.http.HttpMethod.PATCH;
import static org.springframework.http.HttpMethod.POST;

import app.tidings.curation.CurationApi;
import app.tidings.curation.CurationTest;
import app.tidings.curation.TestLinks;
import app.tidings.curation.item.ItemState;
import app.tidings.curation.item.Items;
import app.tidings.curation.item.TestItems;
import app.tidings.curation.item.TriagePolicy;
import app.tidings.curation.publication.TestPublications;
import app.tidings.curation.text.ItemTexts;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;

class ItemListIT extends CurationTest {

    private static final String LIST = "/api/v1/items?publication=tidings-weekly";

    /** A word that no other item has, so that each test has its own list. */
    private final String mine = "w" + UUID.randomUUID().toString().replace("-", "");

    @Autowired
    private Items items;

    @Autowired
    private ItemTexts texts;

    private CurationApi api;

    @BeforeEach
    void signIn() {
        api = new CurationApi(api());
        await().atMost(LONG)
                .untilAsserted(() -> assertThat(api.get(LIST + "&limit=1")).containsEntry("indexing", false));
    }

    private String keep(TestItems item) {
        return items.keepFirst(item.build()).id();
    }

    private String titled(String title) {
        return keep(anItem().written("zh", mine + " " + title, ""));
    }

    private List<String> listed(String query, Object... values) {
        return idsOf(api.get(LIST + query, values));
    }

    private List<String> found(String words) {
        return listed("&q={q}", mine + " " + words);
    }

    private static List<String> idsOf(Map<String, Object> page) {
        return list(page).stream().map(item -> String.valueOf(item.get("id"))).toList();
    }

    private static String marked(Map<String, Object> page, String id, String part) {
        var all = (Map<?, ?>) Objects.requireNonNull(page.get("marked"));
        var ofItem = (Map<?, ?>) Objects.requireNonNull(all.get(id));
        return String.valueOf(ofItem.get(part));
    }

    @SuppressWarnings("unchecked")
    private static List<Map<String, Object>> list(Map<String, Object> page) {
        return (List<Map<String, Object>>) Objects.requireNonNull(page.get("items"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            消息队列
            队列
            列
            异步消息队列的性能优化
            python
            Queues
            "queue is fast"
            “消息队列”
            "消息队列 Python"
            Python消息队列
            node
            Node.js
            C++
            ｐｙｔｈｏｎ
            队列 -爬虫
            """)
    void findsWordsInBothLanguages(String words) {
        var id = titled("异步消息队列 Python 的性能优化: a queue is fast, node.js and C++");

        assertThat(found(words)).containsExactly(id);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            列消
            "fast queue"
            queue -性能
            queue -"is fast"
            爬虫
            javascript
            """)
    void findsNothingElse(String words) {
        titled("异步消息队列 Python 的性能优化: a queue is fast");

        assertThat(found(words)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            "
            -
            AND OR NOT
            title:x^2~ [a TO b] {!x} \\
            *
            ((
            """)
    void takesWhateverPeopleType(String words) {
        api.call(GET, LIST + "&q={q}", null, words).expectStatus().isOk();
    }

    @Test
    void showsAWriteAtOnce() {
        var id = titled("x");

        api.ok(POST, "/api/v1/items/{id}/shortlist", null, id);

        assertThat(listed("&state=SHORTLISTED&q={q}", mine)).containsExactly(id);
        assertThat(listed("&state=NEW&q={q}", mine)).isEmpty();
        var edit = Map.of("version", version(api.item(id)), "texts", Map.of("en", Map.of("title", "Otters")));
        api.ok(PATCH, "/api/v1/items/{id}", edit, id);
        assertThat(found("otter")).containsExactly(id);
    }

    @Test
    void filtersBySeveralStates() {
        var declined = keep(anItem().written("zh", mine, "").declinedFor("no"));
        var published = keep(anItem().written("zh", mine, "").publishedIn("tidings-weekly:01", 7));
        titled("new");

        assertThat(listed("&state=DECLINED,PUBLISHED&q={q}", mine)).containsExactlyInAnyOrder(declined, published);
        assertThat(listed("&issue=7&section=articles&q={q}", mine)).containsExactly(published);
        assertThat(listed("&issue=tidings-weekly:01&q={q}", mine)).containsExactly(published);
        assertThat(listed("&section=projects&q={q}", mine)).isEmpty();
    }

    @Test
    void filtersByWhatThePageIs() {
        var id = keep(anItem().enriched("zh-Hans", mine));

        assertThat(listed("&language=zh&kind=article&source=s1&q={q}", mine)).containsExactly(id);
        assertThat(listed("&language=en&q={q}", mine)).isEmpty();
        assertThat(listed("&kind=project&q={q}", mine)).isEmpty();
        assertThat(listed("&source=s2&q={q}", mine)).isEmpty();
    }

    @Test
    void filtersByDate() {
        var id = titled("x"); // taken in at 2026-11-22T10:00:00Z

        assertThat(listed("&since=2026-11-22&until=2026-11-22&q={q}", mine)).containsExactly(id);
        assertThat(listed("&since=2026-11-22T10:00:00Z&q={q}", mine)).containsExactly(id);
        assertThat(listed("&until=2026-11-22T10:00:00Z&q={q}", mine)).isEmpty();
        assertThat(listed("&since=2026-11-23&q={q}", mine)).isEmpty();
    }

    @Test
    void findsTheTextOfThePageAndMarksIt() {
        var item = anItem().enriched("zh", "摘要").build();
        texts.keepUnlessPasted(item.id(), "前言。" + "很长的文字。".repeat(100) + "这里说到<b>海獭</b>的消息队列 " + mine + "。后记。", null);
        items.keepFirst(item);

        var page = api.get(LIST + "&q={q}", mine + " 消息队列");

        assertThat(idsOf(page)).containsExactly(item.id());
        assertThat(marked(page, item.id(), "text"))
                .contains("&lt;b&gt;海獭", "<mark>消息队列</mark>", "<mark>" + mine + "</mark>")
                .hasSizeLessThan(600);
    }

    @Test
    void marksTheTitle() {
        var id = titled("A <i>Queue</i> & more");

        var page = api.get(LIST + "&q={q}", mine + " queues");

        assertThat(marked(page, id, "title"))
                .isEqualTo("<mark>" + mine + "</mark> A &lt;i&gt;<mark>Queue</mark>&lt;&#x2F;i&gt; &amp; more");
    }

    @ParameterizedTest
    @CsvSource({"newest", "oldest", "published", "stars", "relevance", "id"})
    void goesThroughAListInPagesWhileItChanges(String sort) {
        var all = IntStream.range(0, 5)
                .mapToObj(each -> keep(anItem().written("zh", mine, "").withStars(each % 3)))
                .toList();
        var seen = new ArrayList<String>();

        String after = null;
        do {
            var page = page(sort, after);
            assertThat(idsOf(page)).hasSize(seen.size() < 4 ? 2 : 1);
            seen.addAll(idsOf(page));
            after = (String) page.get("next");
            items.takeStep(seen.getFirst(), each -> TriagePolicy.shortlist(each, TestLinks.NOW));
        } while (after != null);

        assertThat(seen).containsExactlyInAnyOrderElementsOf(all);
    }

    private Map<String, Object> page(String sort, @Nullable String after) {
        var query = LIST + "&limit=2&sort={s}&q={q}" + (after == null ? "" : "&cursor={a}");
        return after == null ? api.get(query, sort, mine) : api.get(query, sort, mine, after);
    }

    @Test
    void sortsByTime() {
        var before = TestLinks.NOW.minusSeconds(60);
        var first = keep(anItem().dated(before, TestLinks.NOW).written("zh", mine, ""));
        var second = keep(anItem().dated(TestLinks.NOW, before).written("zh", mine, ""));

        assertThat(listed("&sort=newest&q={q}", mine)).containsExactly(second, first);
        assertThat(listed("&sort=oldest&q={q}", mine)).containsExactly(first, second);
        assertThat(listed("&sort=published&q={q}", mine)).containsExactly(first, second);
    }

    @Test
    void putsATitleBeforeACommentAndThatBeforeAText() {
        var text = keep(anItem().enriched("zh", "说到 " + mine));
        var title = titled("");
        var comment = keep(anItem().written("zh", "x", "说到 " + mine));

        assertThat(listed("&q={q}", mine)).containsExactly(title, comment, text);
    }

    @Test
    void findsWhoAndWhere() {
        var id = keep(anItem().creditedTo("Ada " + mine));

        assertThat(listed("&q={q}", mine + " 127.0.0.1")).containsExactly(id);
        assertThat(listed("&q={q}", mine + " 127.0.0.2")).isEmpty();
    }

    @Test
    void leavesOutOtherPublications() {
        titled("x");

        assertThat(idsOf(api.get("/api/v1/items?publication={other}&q={q}", TestPublications.another(database), mine)))
                .isEmpty();
        assertThat(idsOf(api.get("/api/v1/items?q={q}", mine))).hasSize(1);
    }

    @Test
    void saysWhichPublicationsThereAre() {
        assertThat(answer(api.call(GET, "/api/v1/items?publication=week1y", null)
                                .expectStatus()
                                .isBadRequest())
                        .get("detail"))
                .asString()
                .startsWith("publication is one of ")
                .contains("tidings-weekly");
    }

    @Test
    void sortsByStars() {
        var few = keep(anItem().written("zh", mine, "").withStars(3));
        var none = titled("x");
        var many = keep(anItem().written("zh", mine, "").withStars(30));

        var page = api.get(LIST + "&sort=stars&q={q}", mine);

        assertThat(idsOf(page)).containsExactly(many, few, none);
        assertThat(page).containsEntry("total", 3).containsEntry("totalIsExact", true);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            state=LOST         | state is one or several of NEW, SHORTLISTED, PLACED, PUBLISHED, DECLINED, MERGED
            kind=book          | kind is one or several of article, project, specification, video, podcast, audio, paper, discussion, pdf
            sort=best          | sort is one of id, newest, oldest, published, stars, relevance
            since=yesterday    | since is a date such as 2026-11-22, or a time such as 2026-11-22T10:00:00Z
            since=2026-11-23&until=2026-11-22 | since must be before until
            limit=x            | limit must be from 1 to 200
            cursor=xyz         | cursor is of a list in another order; begin again without it
            cursor=x!z&sort=newest | cursor is not what a list gave as next
            """)
    void saysWhatMayBeAskedFor(String query, String problem) {
        assertThat(answer(api.call(GET, "/api/v1/items?" + query, null)
                        .expectStatus()
                        .isBadRequest()))
                .containsEntry("detail", problem);
    }

    @Test
    void refusesAQueryThatIsTooLong() {
        api.call(GET, LIST + "&q={q}", null, "词".repeat(201)).expectStatus().isBadRequest();
    }

    @Test
    void showsWhatIsMergedOnlyWhereThatIsAskedFor() {
        var id = keep(anItem().in(ItemState.MERGED).written("en", mine, ""));

        assertThat(listed("&q={q}", mine)).isEmpty();
        assertThat(listed("&state=MERGED,NEW&q={q}", mine)).containsExactly(id);
    }

    @Test
    void leavesOutWhatIsInAnotherState() {
        var id = keep(anItem().in(ItemState.PUBLISHED).written("en", mine, ""));

        assertThat(listed("&state=PUBLISHED&q={q}", mine)).containsExactly(id);
        assertThat(listed("&state=PLACED&q={q}", mine)).isEmpty();
    }
}
