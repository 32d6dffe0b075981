package app.tidings.render.site;

import static app.tidings.render.TestManuscripts.EN;
import static app.tidings.render.TestManuscripts.NOW;
import static app.tidings.render.TestManuscripts.ZH;
import static app.tidings.render.TestManuscripts.ZH_TEASER;
import static app.tidings.render.TestManuscripts.aProfile;
import static app.tidings.render.TestManuscripts.anEntry;
import static app.tidings.render.TestManuscripts.anIssue;
import static app.tidings.render.TestManuscripts.numbered;
import static app.tidings.render.TestManuscripts.with;
import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import app.tidings.contracts.Announce;
import app.tidings.contracts.ImageEvent.ImageKept;
import app.tidings.contracts.IssueEvent.IssueApproved;
import app.tidings.contracts.Manuscript;
import app.tidings.contracts.Manuscript.Part;
import app.tidings.contracts.Profile.EditionPlan;
import app.tidings.contracts.PublicationEvent.ProfileChanged;
import app.tidings.render.RawHttp.Answer;
import app.tidings.render.RenderTest;
import app.tidings.render.TestImages;
import app.tidings.render.artefact.Shelf.Issue;
import app.tidings.render.artefact.Shelves;
import com.mongodb.client.MongoDatabase;
import com.rometools.rome.feed.synd.SyndEntry;
import com.rometools.rome.feed.synd.SyndFeed;
import com.rometools.rome.io.FeedException;
import com.rometools.rome.io.SyndFeedInput;
import java.io.StringReader;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Date;
import java.util.List;
import java.util.Map;
import org.bson.Document;
import org.bson.types.Binary;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Feeds as readers get them, over HTTP, read by parsers that are not ours. */
class FeedIT extends RenderTest {

    private static final ImageKept IMAGE = TestImages.anImage(0x8A5A00);
    private static final String HOSTILE = "]]> <script>alert('1')</script> & &amp; 🦄";
    private static final Instant MIDNIGHT_IN_SHANGHAI = Instant.parse("2026-01-09T16:00:00Z");

    @Autowired
    MongoDatabase database;

    @Autowired
    Shelves shelves;

    @BeforeEach
    void publish() {
        SEND.event(IMAGE);
        SEND.event(approved("feed-weekly", 7, "从一个公式说起。"));
        SEND.event(new ProfileChanged(aProfile("empty-weekly", List.of(ZH)), NOW));
        SEND.event(
                new IssueApproved(issue("teaser-weekly", List.of(ZH, ZH_TEASER), "只给订阅者。"), 7, Announce.NOBODY, NOW));
        awaitStatus(
                "/feed-weekly/",
                "/feed-weekly/zh/7",
                "/feed-weekly/en/7",
                "/teaser-weekly/",
                "/teaser-weekly/zh/7",
                "/empty-weekly/");
    }

    /** Other tests count on there being one publication. */
    @AfterEach
    void unpublish() {
        for (var publication : List.of("feed-weekly", "empty-weekly", "teaser-weekly", "later-weekly")) {
            database.getCollection("publications").deleteOne(new Document("_id", publication));
        }
    }

    @ParameterizedTest
    @CsvSource({"feed.xml, rss_2.0", "atom.xml, atom_1.0"})
    void tellsOfAnIssueInXml(String file, String type) throws FeedException {
        var feed = rome(http().get("/feed-weekly/zh/" + file));
        var entry = entry(feed, "/feed-weekly/zh/7");

        assertThat(feed.getFeedType()).isEqualTo(type);
        assertThat(feed.getTitle()).isEqualTo("潮讯周刊");
        assertThat(entry.getTitle()).isEqualTo("潮讯周刊#7：" + HOSTILE);
        assertThat(entry.getPublishedDate()).isEqualTo(Date.from(MIDNIGHT_IN_SHANGHAI));
        var html = Jsoup.parse(entry.getContents().getFirst().getValue());
        assertThat(html.select("h3 a").text()).isEqualTo(HOSTILE);
        assertThat(html.select("p").text()).contains("从一个公式说起。");
        assertThat(html.select("script")).isEmpty();
        assertThat(html.select("img").attr("src")).isEqualTo("https://news.example/media/" + IMAGE.sha256());
    }

    @Test
    void tellsOfAnIssueInJson() {
        var feed = json(http().get("/feed-weekly/en/feed.json"));
        var item = feed.at("/items/0");

        assertThat(feed.at("/title").asString()).isEqualTo("Tidings Weekly");
        assertThat(item.at("/url").asString()).isEqualTo("https://news.example/feed-weekly/en/7");
        assertThat(item.at("/title").asString()).isEqualTo("Tidings Weekly #7: " + HOSTILE);
        assertThat(item.at("/content_html").asString()).contains("It starts with a formula.");
        assertThat(item.at("/image").asString()).isEqualTo("https://news.example/media/" + IMAGE.sha256());
        assertThat(OffsetDateTime.parse(item.at("/date_published").asString()).toInstant())
                .isEqualTo(MIDNIGHT_IN_SHANGHAI);
    }

    @ParameterizedTest
    @CsvSource({
        "feed.xml, application/rss+xml;charset=UTF-8",
        "atom.xml, application/atom+xml;charset=UTF-8",
        "feed.json, application/feed+json;charset=UTF-8"
    })
    void isServedLikeAPage(String file, String type) {
        var path = "/feed-weekly/zh/" + file;
        var answer = http().get(path);
        var head = http().send("HEAD", path);
        var again = http().get(path, "If-None-Match: " + answer.header("ETag"));

        assertThat(answer.header("Content-Type")).isEqualTo(type);
        assertThat(answer.header("Cache-Control")).isEqualTo("max-age=60, public");
        assertThat(answer.header("ETag")).matches("\"[0-9a-f]{64}\"");
        assertThat(head.status()).isEqualTo(200);
        assertThat(head.bytes()).isEmpty();
        assertThat(head.header("ETag")).isEqualTo(answer.header("ETag"));
        assertThat(again.status()).isEqualTo(304);
        assertThat(again.bytes()).isEmpty();
        assertThat(List.of(answer, head, again, http().get("/no-such-weekly/zh/" + file)))
                .allSatisfy(each -> {
                    assertThat(each.header("X-Content-Type-Options")).isEqualTo("nosniff");
                    assertThat(each.header("Referrer-Policy")).isEqualTo("no-referrer");
                    assertThat(each.header("Content-Security-Policy")).startsWith("default-src 'none'");
                });
    }

    @ParameterizedTest
    @ValueSource(strings = {"feed.xml", "atom.xml", "feed.json"})
    void dependsOnNothingButItsAddress(String file) {
        var plain = http().get("/feed-weekly/zh/" + file);

        var strange = http().get(
                        "/feed-weekly/zh/" + file,
                        "Accept: text/html",
                        "Accept-Language: en",
                        "X-Forwarded-Host: evil.example",
                        "Forwarded: host=evil.example",
                        "Cookie: a=b");

        assertThat(strange.status()).isEqualTo(200);
        assertThat(strange.bytes()).isEqualTo(plain.bytes());
        assertThat(plain.body()).contains("https://news.example/feed-weekly/zh/" + file);
    }

    @ParameterizedTest
    @ValueSource(strings = {"feed.xml", "atom.xml", "feed.json"})
    void isInThePublicationsLanguageWhereNoneIsAskedFor(String file) {
        assertThat(http().get("/feed-weekly/" + file).bytes())
                .isEqualTo(http().get("/feed-weekly/zh/" + file).bytes());
    }

    @ParameterizedTest
    @ValueSource(strings = {"feed.xml", "atom.xml", "feed.json"})
    void isThereBeforeTheFirstIssue(String file) throws FeedException {
        var answer = http().get("/empty-weekly/zh/" + file);

        assertThat(answer.status()).isEqualTo(200);
        if (file.endsWith("json")) {
            assertThat(json(answer).at("/items").isArray()).isTrue();
        } else {
            assertThat(rome(answer).getEntries()).isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/no-such-weekly/feed.xml",
                "/no-such-weekly/zh/atom.xml",
                "/feed-weekly/fr/feed.json",
                "/empty-weekly/en/feed.xml",
                "/feed-weekly/zh/rss.xml",
                "/feed-weekly/zh/feed.xml/",
                "/feed-weekly/zh/FEED.xml",
                "/feed-weekly/zh/feedxxml",
                "/feed.xml"
            })
    void isNowhereElse(String path) {
        assertThat(http().get(path).status()).isEqualTo(404);
        assertThat(http().browse(path).header("Content-Type")).startsWith("text/html");
    }

    @Test
    void showsOfATeaserWhatTheArchiveShows() {
        for (var file : List.of("feed.xml", "atom.xml", "feed.json")) {
            assertThat(http().get("/teaser-weekly/zh/" + file).body())
                    .contains("🦄")
                    .doesNotContain("只给订阅者。", "https://blog.example.org/queues");
        }
    }

    @Test
    void tellsOfALaterVersionUnderTheSameId() throws FeedException {
        SEND.event(approved("later-weekly", 7, "第一版。"));
        awaitStatus("/later-weekly/", "/later-weekly/zh/7");
        var before = http().get("/later-weekly/zh/atom.xml");
        var first = entry(rome(before), "/later-weekly/zh/7");

        SEND.event(approved("later-weekly", 8, "第二版。"));
        await().atMost(LONG)
                .untilAsserted(
                        () -> assertThat(http().get("/later-weekly/zh/atom.xml").body())
                                .contains("第二版。"));

        var after = http().get("/later-weekly/zh/atom.xml", "If-None-Match: " + before.header("ETag"));
        var second = entry(rome(after), "/later-weekly/zh/7");
        assertThat(after.status()).isEqualTo(200);
        assertThat(second.getUri()).isEqualTo(first.getUri()).startsWith("urn:uuid:");
        assertThat(second.getPublishedDate()).isEqualTo(first.getPublishedDate());
        assertThat(second.getUpdatedDate()).isAfterOrEqualTo(first.getUpdatedDate());
        assertThat(json(http().get("/later-weekly/zh/feed.json"))
                        .at("/items/0/id")
                        .asString())
                .isEqualTo(first.getUri());
    }

    @Test
    void hasAnIdOfItsOwnInEachLanguage() throws FeedException {
        var chinese = entry(rome(http().get("/feed-weekly/zh/feed.xml")), "/feed-weekly/zh/7");
        var english = entry(rome(http().get("/feed-weekly/en/feed.xml")), "/feed-weekly/en/7");

        assertThat(chinese.getUri()).isNotEqualTo(english.getUri());
    }

    @Test
    void holdsTheNewestThirty() throws FeedException {
        var seven = shelves.find("feed-weekly", "zh").find(7).orElseThrow();
        for (var number = 100; number < 131; number++) {
            var edition = "feed-weekly:%d:zh:full".formatted(number);
            shelves.keepNewest(
                    "feed-weekly",
                    "zh",
                    new Issue(
                            number,
                            "#" + number,
                            seven.date(),
                            edition,
                            1,
                            seven.page(),
                            seven.markdown(),
                            null)); // printed before that was noted
        }

        var feed = rome(http().get("/feed-weekly/zh/atom.xml"));
        database.getCollection("shelves").deleteOne(new Document("_id", "feed-weekly:zh"));
        shelves.keepNewest("feed-weekly", "zh", seven);

        assertThat(feed.getEntries()).hasSize(30);
        assertThat(feed.getEntries().getFirst().getTitle()).isEqualTo("#130");
        assertThat(feed.getEntries()).extracting(SyndEntry::getUri).doesNotHaveDuplicates();
        assertThat(feed.getEntries().getLast().getUpdatedDate()).isEqualTo(Date.from(MIDNIGHT_IN_SHANGHAI));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/feed-weekly/", "/feed-weekly/zh/", "/feed-weekly/zh/7"})
    void isLinkedFromThePages(String path) {
        var page = Jsoup.parse(http().get(path).body());

        assertThat(page.select("head link[rel=alternate][title]").eachAttr("type"))
                .containsExactly("application/rss+xml", "application/atom+xml", "application/feed+json");
        assertThat(page.select("head link[rel=alternate][title]").eachAttr("href"))
                .containsExactly(
                        "https://news.example/feed-weekly/zh/feed.xml",
                        "https://news.example/feed-weekly/zh/atom.xml",
                        "https://news.example/feed-weekly/zh/feed.json");
        assertThat(page.select(".masthead a[href=/feed-weekly/zh/feed.xml]").text())
                .isEqualTo("RSS");
        assertThat(page.select(".masthead a[href^=https://news.example/subscribe]")
                        .text())
                .isEqualTo("订阅");
        assertThat(page.select(".masthead a[href^=https://news.example/subscribe]")
                        .attr("href"))
                .endsWith("/subscribe?publication=feed-weekly&lang=zh");
    }

    @Test
    void isLinkedFromAPageThatWasPrintedBeforeThereWereFeeds() {
        var issue = shelves.find("feed-weekly", "en").find(7).orElseThrow();
        var artefacts = database.getCollection("artefacts");
        var stored =
                requireNonNull(artefacts.find(new Document("_id", issue.page())).first());
        var bytes = stored.get("bytes", Binary.class).getData();
        var old = new String(bytes, UTF_8).replace("<!--ways-->", "");
        artefacts.updateOne(
                new Document("_id", issue.page()),
                new Document("$set", new Document("bytes", new Binary(old.getBytes(UTF_8)))));

        var page = Jsoup.parse(http().get("/feed-weekly/en/7").body());
        artefacts.replaceOne(new Document("_id", issue.page()), stored);

        assertThat(page.select("head link[type=application/atom+xml]")).hasSize(1);
        assertThat(page.select(".neighbours .ways a").eachText()).containsExactly("Subscribe", "RSS");
        assertThat(page.select("body").html()).doesNotContain("<!--");
    }

    private static IssueApproved approved(String publication, long version, String comment) {
        return new IssueApproved(issue(publication, List.of(ZH, EN), comment), version, Announce.NOBODY, NOW);
    }

    private static Manuscript issue(String publication, List<EditionPlan> editions, String comment) {
        var entry = anEntry()
                .zh(HOSTILE, comment)
                .en(HOSTILE, "It starts with a formula.")
                .images(List.of(TestImages.of(IMAGE)))
                .build();
        var written = anIssue(List.of(new Part("articles", List.of(entry))), List.of());
        var named = new Manuscript(
                written.issueId(),
                written.number(),
                Map.of("zh", HOSTILE, "en", HOSTILE),
                written.date(),
                written.profile(),
                written.parts(),
                written.blocks());
        return numbered(with(named, aProfile(publication, editions)), 7, LocalDate.of(2026, 1, 10));
    }

    private void awaitStatus(String... paths) {
        await().atMost(LONG).untilAsserted(() -> {
            for (var path : paths) {
                assertThat(http().get(path).status()).as(path).isEqualTo(200);
            }
        });
    }

    private static SyndEntry entry(SyndFeed feed, String path) {
        return feed.getEntries().stream()
                .filter(each -> each.getLink().equals("https://news.example" + path))
                .findFirst()
                .orElseThrow();
    }

    private static SyndFeed rome(Answer answer) throws FeedException {
        assertThat(answer.status()).isEqualTo(200);
        return new SyndFeedInput().build(new StringReader(answer.body()));
    }

    private static JsonNode json(Answer answer) {
        assertThat(answer.status()).isEqualTo(200);
        return JsonMapper.shared().readTree(answer.bytes());
    }
}
