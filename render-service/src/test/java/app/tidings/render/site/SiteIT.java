package app.tidings.render.site;

import static app.tidings.render.TestManuscripts.aSmallIssue;
import static app.tidings.render.TestManuscripts.anEntry;
import static app.tidings.render.TestManuscripts.anIssue;
import static app.tidings.render.TestManuscripts.approved;
import static app.tidings.render.TestManuscripts.numbered;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import app.tidings.contracts.ImageEvent.ImageKept;
import app.tidings.contracts.Manuscript.Part;
import app.tidings.render.RenderTest;
import app.tidings.render.TestImages;
import java.time.LocalDate;
import java.util.List;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SiteIT extends RenderTest {

    private static final ImageKept IMAGE = TestImages.anImage(0x1C1E21);
    private static final String FULL = "tidings-weekly:01KAG7Z0000000000000000053:zh:full";

    @BeforeEach
    void publish() {
        if (http().get("/tidings-weekly/zh/53").status() == 200) {
            return;
        }
        var illustrated = anIssue(
                List.of(new Part(
                        "articles",
                        List.of(anEntry().images(List.of(TestImages.of(IMAGE))).build()))),
                List.of());
        SEND.event(IMAGE);
        SEND.event(approved(numbered(aSmallIssue(), 1, LocalDate.of(2024, 11, 23))));
        SEND.event(approved(numbered(illustrated, 52, LocalDate.of(2025, 11, 15))));
        SEND.event(approved(numbered(aSmallIssue(), 53, LocalDate.of(2025, 11, 22))));
        await().atMost(LONG).untilAsserted(() -> {
            for (var page : List.of("zh/1", "en/1", "zh/52", "en/52", "zh/53", "en/53")) {
                assertThat(http().get("/tidings-weekly/" + page).status()).isEqualTo(200);
            }
        });
    }

    @Test
    void showsAnIssue() {
        var answer = http().get("/tidings-weekly/en/53");

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.header("Content-Type")).isEqualTo("text/html;charset=UTF-8");
        assertThat(Jsoup.parse(answer.body()).title()).isEqualTo("Tidings Weekly #53: Why queues grow");
    }

    @Test
    void leadsToTheNeighboursAndToTheIssueOfAYearAgo() {
        var page = Jsoup.parse(http().get("/tidings-weekly/zh/53").body());

        assertThat(page.select("a[rel=prev]").attr("href")).isEqualTo("/tidings-weekly/zh/52");
        assertThat(page.select(".year-ago a").attr("href")).isEqualTo("/tidings-weekly/zh/1");
        assertThat(Jsoup.parse(http().get("/tidings-weekly/zh/52").body())
                        .select("a[rel=next]")
                        .attr("href"))
                .isEqualTo("/tidings-weekly/zh/53");
        assertThat(http().get("/tidings-weekly/zh/53").body()).doesNotContain("<!--");
    }

    @Test
    void listsIssuesNewestFirstByYear() {
        var page = Jsoup.parse(http().get("/tidings-weekly/zh/").body());

        assertThat(page.select(".years h2").eachText()).containsSubsequence("2025", "2024");
        assertThat(page.select(".years a").eachAttr("href"))
                .containsSubsequence("/tidings-weekly/zh/53", "/tidings-weekly/zh/52", "/tidings-weekly/zh/1");
        assertThat(page.select("link[hreflang]").eachAttr("href"))
                .containsExactly("https://news.example/tidings-weekly/zh/", "https://news.example/tidings-weekly/en/");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "/tidings-weekly/"})
    void showsTheIndexInThePublicationsLanguage(String path) {
        var page = Jsoup.parse(http().get(path).body());

        assertThat(page.select("html").attr("lang")).isEqualTo("zh");
        assertThat(page.select("link[rel=canonical]").attr("href"))
                .isEqualTo("https://news.example/tidings-weekly/zh/");
    }

    @Test
    void movesToTheAddressWithASlash() {
        assertThat(http().get("/tidings-weekly").header("Location")).isEqualTo("/tidings-weekly/");
        assertThat(http().get("/tidings-weekly/zh").header("Location")).isEqualTo("/tidings-weekly/zh/");
        assertThat(http().get("/no-such-weekly").status()).isEqualTo(404);
    }

    @Test
    void servesMarkdown() {
        var answer = http().get("/tidings-weekly/zh/53.md");

        assertThat(answer.header("Content-Type")).isEqualTo("text/markdown;charset=utf-8");
        assertThat(answer.body()).startsWith("---\ntitle: '潮讯周刊#53：队列为什么会排长队'\npubDate: 2025-11-22\n---\n");
    }

    @Test
    void servesImagesForEverAndSealed() {
        var answer = http().get("/media/" + IMAGE.sha256());

        assertThat(answer.bytes()).isEqualTo(IMAGE.bytes());
        assertThat(answer.header("Content-Type")).isEqualTo("image/png");
        assertThat(answer.header("Cache-Control")).isEqualTo("max-age=31536000, public, immutable");
        assertThat(answer.header("Content-Security-Policy")).isEqualTo("default-src 'none'; sandbox");
        assertThat(answer.header("X-Content-Type-Options")).isEqualTo("nosniff");
    }

    @Test
    void servesTheStylesheet() {
        var answer = http().get("/assets/tidings.css");

        assertThat(answer.header("Content-Type")).startsWith("text/css");
        assertThat(answer.header("Cache-Control")).isEqualTo("max-age=3600, public");
        assertThat(answer.body()).contains("--tide: #0b5f77");
        assertThat(http().get("/assets/tidings.css", "If-None-Match: " + answer.header("ETag"))
                        .status())
                .isEqualTo(304);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"/", "/tidings-weekly/zh/", "/tidings-weekly/zh/53", "/tidings-weekly/zh/53.md", "/robots.txt"})
    void answersNotModifiedToWhoHasIt(String path) {
        var answer = http().get(path);

        var again = http().get(path, "If-None-Match: " + answer.header("ETag"));

        assertThat(answer.header("ETag")).matches("\"[0-9a-f]{64}\"");
        assertThat(again.status()).isEqualTo(304);
        assertThat(again.bytes()).isEmpty();
        assertThat(http().get(path, "If-None-Match: \"other\"").status()).isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"/", "/tidings-weekly/zh/", "/tidings-weekly/zh/53", "/tidings-weekly/zh/53.md", "/no/such/page"
            })
    void answersHeadLikeGetWithoutABody(String path) {
        var get = http().get(path);
        var head = http().send("HEAD", path);

        assertThat(head.status()).isEqualTo(get.status());
        assertThat(head.bytes()).isEmpty();
        assertThat(head.header("Content-Type")).isEqualTo(get.header("Content-Type"));
        assertThat(head.header("ETag")).isEqualTo(get.header("ETag"));
        assertThat(head.header("Content-Length")).isIn("", Integer.toString(get.bytes().length));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/",
                "/tidings-weekly/",
                "/tidings-weekly/zh/",
                "/tidings-weekly/zh/53",
                "/tidings-weekly/zh/53.md",
                "/assets/tidings.css",
                "/robots.txt",
                "/no-such-page",
                "/api/v1/editions?publication=tidings-weekly",
                "/api/v1/unlisted"
            })
    void carriesTheSecurityHeaders(String path) {
        for (var answer : List.of(http().get(path), http().browse(path), http().send("HEAD", path))) {
            assertThat(answer.header("X-Content-Type-Options")).isEqualTo("nosniff");
            assertThat(answer.header("X-Frame-Options")).isEqualTo("DENY");
            assertThat(answer.header("Referrer-Policy")).isEqualTo("no-referrer");
            assertThat(answer.header("Content-Security-Policy"))
                    .startsWith("default-src 'none'")
                    .doesNotContain("script-src", "unsafe");
        }
    }

    @Test
    void dependsOnNoHeaderButTheDeclaredOnes() {
        var plain = http().get("/tidings-weekly/zh/53");

        var strange = http().get(
                        "/tidings-weekly/zh/53",
                        "Accept-Language: en",
                        "User-Agent: <script>",
                        "Cookie: theme=dark",
                        "X-Forwarded-Host: evil.example",
                        "X-Forwarded-Proto: ftp",
                        "X-Original-URL: /admin",
                        "Forwarded: host=evil.example");

        assertThat(strange.bytes()).isEqualTo(plain.bytes());
    }

    @Test
    void tellsABrowserInBothLanguagesThatThereIsNoSuchPage() {
        var answer = http().browse("/tidings-weekly/zh/999");

        assertThat(answer.status()).isEqualTo(404);
        assertThat(answer.header("Content-Type")).isEqualTo("text/html;charset=UTF-8");
        assertThat(answer.header("Vary")).contains("Accept");
        assertThat(Jsoup.parse(answer.body()).select("section[lang=zh] h1").text())
                .isEqualTo("没有这个页面");
        assertThat(Jsoup.parse(answer.body()).select("section[lang=en] h1").text())
                .isEqualTo("There is no such page");
    }

    @Test
    void tellsAProgramSoInProblemDetails() {
        var answer = http().get("/tidings-weekly/zh/999", "Accept: application/json");

        assertThat(answer.status()).isEqualTo(404);
        assertThat(answer.header("Content-Type")).isEqualTo("application/problem+json");
        assertThat(answer.body()).contains("nothing is published under this address");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/tidings-weekly/zh/0",
                "/tidings-weekly/zh/-1",
                "/tidings-weekly/zh/053",
                "/tidings-weekly/zh/9999999999",
                "/tidings-weekly/zh/53.html",
                "/tidings-weekly/zh/53/",
                "/tidings-weekly/fr/",
                "/tidings-weekly/zh/%35%33%00",
                "/tidings-weekly/zh/..%2f53",
                "/tidings-weekly/..%2f..%2fetc%2fpasswd",
                "/../etc/passwd",
                "/..%5c..%5cwindows%5cwin.ini",
                "/%2e%2e/%2e%2e/etc/passwd",
                "/assets/../application.yml",
                "/assets/..%2fplatform.yml",
                "/assets/%2e%2e/platform.yml",
                "/assets/..%5cplatform.yml",
                "/assets//etc/passwd",
                "/assets/C:/windows/win.ini",
                "/assets/",
                "/static/assets/tidings.css",
                "/platform.yml",
                "/render-service.yml",
                "/WEB-INF/web.xml",
                "/media/../platform.yml",
                "/media/abc",
                "/media/gggg",
                "/TIDINGS-WEEKLY/zh/53",
                "/tidings_weekly/zh/53",
                "/actuator/health",
                "/tidings-weekly;x=1/zh/53"
            })
    void neverReachesAFileNorWhatIsNotPublished(String path) {
        var answer = http().browse(path);

        assertThat(answer.status()).isIn(400, 404);
        assertThat(answer.body()).doesNotContain("spring:", "root:", "--tide", "队列");
    }

    @Test
    void opensNothingOfTheApi() {
        for (var path : List.of(
                "/api",
                "/api/",
                "/api/v1",
                "/api/v1/editions?publication=tidings-weekly",
                "/api/v1/editions/" + FULL,
                "/api/v1/editions/" + FULL + "/artefacts/markdown",
                "/api/v1/render/dead-letters",
                "/%61pi/v1/render/dead-letters")) {
            assertThat(http().get(path).status()).as(path).isIn(400, 401);
            assertThat(http().send("HEAD", path).status()).as(path).isIn(400, 401);
        }
        assertThat(http().send("POST", "/tidings-weekly/zh/53").status()).isEqualTo(401);
        assertThat(http().send("DELETE", "/api/v1/editions").status()).isEqualTo(401);
    }

    @Test
    void givesOutArtefactsSealed() {
        var base = "/api/v1/editions/" + FULL + "/artefacts/";

        var markdown = api(base + "markdown");
        var mail = api(base + "email-html");

        assertThat(markdown.bytes())
                .isEqualTo(http().get("/tidings-weekly/zh/53.md").bytes());
        assertThat(markdown.header("Content-Security-Policy")).isEqualTo("default-src 'none'; sandbox");
        assertThat(mail.header("Content-Security-Policy")).endsWith("; sandbox").doesNotContain("script");
        assertThat(mail.body()).contains("tidings-unsubscribe-");
        assertThat(api(base + "pdf").status()).isEqualTo(404);
        assertThat(api(base + "..%2f..%2f").status()).isIn(400, 404);
    }

    @Test
    void sendsRobotsAwayFromTheApiAlone() {
        assertThat(http().get("/robots.txt").body()).isEqualTo("User-agent: *\nDisallow: /api/\n");
    }
}
