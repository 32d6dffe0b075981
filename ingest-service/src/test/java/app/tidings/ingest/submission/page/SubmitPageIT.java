package app.tidings.ingest.submission.page;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import app.tidings.contracts.Credit;
import app.tidings.contracts.Ids;
import app.tidings.contracts.ItemEvent.ItemDeclined;
import app.tidings.contracts.ItemEvent.ItemPublished;
import app.tidings.contracts.LinkEvent;
import app.tidings.ingest.submission.SubmissionTest;
import app.tidings.platform.page.TestWords;
import app.tidings.platform.testing.ReadTopic;
import java.net.URI;
import java.net.URLEncoder;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.client.RestTestClient.ResponseSpec;

/** The form and the receipt, as a browser without script sees them. */
class SubmitPageIT extends SubmissionTest {

    private static final String HOSTILE = "\"><script>alert(1)</script>";

    @Test
    void leadsFromTheFormToTheReceipt() {
        var weekly = told();
        var form = form(page(get("/submit/" + weekly)));
        form.putAll(Map.of("url", page, "title", "潮汐", "name", "小明 " + HOSTILE, "contact", "xm@mail.example"));

        var to = path(post("/submit/" + weekly + "?lang=zh", form));
        var receipt = page(get(to));

        assertThat(to).startsWith("/submissions/v1.").endsWith("?lang=zh");
        assertThat(receipt.select("h1").text()).isEqualTo("收到了");
        assertThat(receipt.select(".facts").text()).contains(page, "潮汐", "小明");
        assertThat(receipt.select("script")).isEmpty();
        assertThat(receipt.outerHtml()).doesNotContain("xm@mail.example");
        assertThat(credits(told(weekly, page, 1).getFirst()))
                .extracting(Credit::name)
                .containsExactly("小明 \">");
    }

    @Test
    void makesOneSubmissionOfAFormThatIsSentTwice() {
        var weekly = told();
        var form = form(page(get("/submit/" + weekly)));
        form.put("url", page);

        post("/submit/" + weekly, form);
        post("/submit/" + weekly, form);

        api().get()
                .uri("/api/v1/submissions?publication=" + weekly)
                .exchange()
                .expectBody()
                .jsonPath("$.submissions.length()")
                .isEqualTo(1);
    }

    @Test
    void saysBesideTheFieldWhatIsWrongAndKeepsTheOthers() {
        var weekly = told();
        var form = new LinkedHashMap<String, String>(
                Map.of("url", "javascript:alert(1)", "title", HOSTILE, "note", HOSTILE, "contact", "x", "link", page));

        var wrong =
                page(post("/submit/" + weekly + "?lang=en", form).expectStatus().isBadRequest());

        assertThat(wrong.select("script")).isEmpty();
        assertThat(wrong.select("[autofocus]").attr("name")).isEqualTo("url");
        assertThat(wrong.select("input[name=title]").attr("value")).isEqualTo(HOSTILE);
        assertThat(wrong.select("textarea").text()).isEqualTo(HOSTILE);
        for (var field : List.of("url", "name", "contact")) {
            var input = requireNonNull(wrong.getElementById(field));
            assertThat(input.attr("aria-invalid")).isEqualTo("true");
            assertThat(requireNonNull(wrong.getElementById(input.attr("aria-describedby")))
                            .text())
                    .as(field)
                    .isNotBlank();
        }
    }

    @Test
    void keepsWhatWasTypedWhereTooMuchWasSubmitted() {
        var weekly = told();
        for (var i = 0; i < 8; i++) {
            post("/submit/" + weekly, Map.of("url", page + "?n=" + i));
        }

        var over = page(post("/submit/" + weekly + "?lang=en", Map.of("url", page, "title", "潮汐", "note", "Good"))
                .expectStatus()
                .isEqualTo(429));

        assertThat(over.select("[role=alert]").text()).contains("in an hour");
        assertThat(over.select("input[name=url]").attr("value")).isEqualTo(page);
        assertThat(over.select("input[name=title]").attr("value")).isEqualTo("潮汐");
        assertThat(over.select("textarea").text()).isEqualTo("Good");
    }

    @Test
    void refusesTooLongTextOfAForm() {
        var weekly = told();
        var form = Map.of("url", page, "note", "x".repeat(20_000));

        var wrong = page(post("/submit/" + weekly, form).expectStatus().isBadRequest());

        assertThat(requireNonNull(wrong.getElementById("note-error")).text()).isEqualTo("太长了，请短一点");
        post("/submit/" + weekly, Map.of("url", page, "note", "x".repeat(100_000)))
                .expectStatus()
                .is4xxClientError();
    }

    @Test
    void keepsNothingOfAMachineThatFillsInEverything() {
        var weekly = told();

        var to = path(post("/submit/" + weekly, Map.of("url", page, "website", "https://spam.example")));

        assertThat(to).startsWith("/submissions/v1.");
        assertThat(ReadTopic.events(LinkEvent.TOPIC, Ids.link(weekly, page))).isEmpty();
        assertThat(database.getCollection("submissions").countDocuments()).isEqualTo(submissionsOfOthers());
    }

    private long submissionsOfOthers() {
        return database.getCollection("submissions")
                .countDocuments(new org.bson.Document("submission.url", new org.bson.Document("$ne", page)));
    }

    @ParameterizedTest
    @CsvSource({"Origin, https://evil.example", "Sec-Fetch-Site, cross-site", "Origin, http://127.0.0.1.evil.example"})
    void takesNothingFromTheFormOfAnotherSite(String header, String value) {
        var weekly = told();

        stranger()
                .post()
                .uri("/submit/" + weekly)
                .header(header, value)
                .contentType(MediaType.APPLICATION_FORM_URLENCODED)
                .body("url=" + page)
                .exchange()
                .expectStatus()
                .isForbidden();

        assertThat(ReadTopic.events(LinkEvent.TOPIC, Ids.link(weekly, page))).isEmpty();
    }

    @Test
    void takesOurOwnFormThoughTheBrowserHidesWhereItStands() {
        var weekly = told();

        stranger()
                .post()
                .uri("/submit/" + weekly)
                .header("Origin", "null")
                .header("Sec-Fetch-Site", "same-origin")
                .contentType(MediaType.APPLICATION_FORM_URLENCODED)
                .body("url=" + page)
                .exchange()
                .expectStatus()
                .isSeeOther();
    }

    @Test
    void fillsInWhatTheBookmarkletNamesAndChangesNothing() {
        var weekly = told();
        var query = "?url=%s&title=%s&name=x".formatted(encoded(page), encoded(HOSTILE));

        var form = page(get("/submit/" + weekly + query));

        assertThat(form.select("input[name=url]").attr("value")).isEqualTo(page);
        assertThat(form.select("input[name=title]").attr("value")).isEqualTo(HOSTILE);
        assertThat(form.select("input[name=name]").attr("value")).isEmpty();
        assertThat(form.select("script")).isEmpty();
        assertThat(form.select("nav a").attr("href")).contains("lang=en", "url=", "title=");
        assertThat(ReadTopic.events(LinkEvent.TOPIC, Ids.link(weekly, page))).isEmpty();
    }

    @Test
    void offersABookmarkletUnderTheConfiguredAddressWhateverTheRequestSays() {
        var weekly = told();

        var page = page(stranger()
                .get()
                .uri("/submit/" + weekly)
                .header("X-Forwarded-Host", "evil.example")
                .header("Forwarded", "host=evil.example")
                .exchange());

        assertThat(page.select("a.bookmarklet").attr("href"))
                .isEqualTo(
                        "javascript:location.href='https://news.localhost/submit/%s?url='+encodeURIComponent(location.href)+'&title='+encodeURIComponent(document.title)"
                                .formatted(weekly));
        assertThat(page.outerHtml()).doesNotContain("evil.example");
    }

    @Test
    void showsWhereALinkWentAndWhyNot() {
        var weekly = told();
        var out = token(submitted(weekly, page + "1", "Ada"));
        var declined = token(submitted(weekly, page + "2", "Ada"));
        var issue = weekly + ":01JD3Z7G6W8M4B9N2Q5R6S7T8V";
        var pages = Map.of("zh", URI.create("https://news.localhost/weekly/zh/45"));
        CURATION.event(new ItemPublished(Ids.link(weekly, page + "1"), weekly, 2, issue, 45, pages, Instant.now()));
        CURATION.event(new ItemDeclined(Ids.link(weekly, page + "2"), weekly, 2, "太旧 " + HOSTILE, Instant.now()));
        awaitState(out, "published");
        awaitState(declined, "declined");

        var published = page(get("/submissions/" + out + "?lang=en"));
        var no = page(get("/submissions/" + declined));

        assertThat(published.select("h1").text()).isEqualTo("In issue 45");
        assertThat(published.select(".onward a").attr("href")).isEqualTo("https://news.localhost/weekly/zh/45");
        assertThat(published.select(".steps .done")).hasSize(4);
        assertThat(no.select("blockquote").text()).isEqualTo("太旧 " + HOSTILE);
        assertThat(no.select("script")).isEmpty();
    }

    @Test
    void erasesTheContactByTheButtonAlone() {
        var weekly = told();
        var to = path(post("/submit/" + weekly, Map.of("url", page, "contact", "c@mail.example")));

        for (var i = 0; i < 20; i++) {
            get(to).expectStatus().isOk();
        }
        assertThat(page(get(to)).select("button").text()).isEqualTo("删除我的邮箱");
        var after = page(post(to, Map.of()));

        assertThat(after.select("button")).isEmpty();
        assertThat(page(post(to, Map.of())).select("h1").text()).isEqualTo("收到了");
        api().get()
                .uri("/api/v1/submissions?publication=" + weekly)
                .exchange()
                .expectBody(String.class)
                .value(list -> assertThat(list).doesNotContain("mail.example"));
    }

    @Test
    void saysOfWhatIsNotThereThatItIsNot() {
        told("closed-weekly");

        assertThat(page(get("/submit/weekyl").expectStatus().isNotFound()).text())
                .contains("no such publication");
        assertThat(page(get("/submit/closed-weekly").expectStatus().isForbidden())
                        .text())
                .contains("暂不接受投稿");
        assertThat(page(get("/submissions/x").expectStatus().isNotFound()).text())
                .contains("no such receipt");
        assertThat(page(post("/submissions/x?lang=zh", Map.of()).expectStatus().isNotFound())
                        .text())
                .contains("没有这张回执");
    }

    /** Every control has a name, every page says its language, runs no script, and is no search engine's. */
    @Test
    void isMadeForKeyboardsAndReadersOfAllKinds() {
        var weekly = told();
        var receipt = "/submissions/" + token(submitted(weekly, page, "Ada"));
        for (var address : List.of("/submit/" + weekly, receipt, "/submissions/x")) {
            for (var language : List.of("zh", "en")) {
                var answer = get(address + "?lang=" + language);
                var page = page(answer);

                assertThat(page.select("html").attr("lang")).isEqualTo(language);
                assertThat(page.select("main h1")).hasSize(1);
                assertThat(page.title()).isEqualTo(page.select("h1").text());
                assertThat(page.select("script, [onclick], [style]")).isEmpty();
                assertThat(page.select("meta[name=robots]").attr("content")).isEqualTo("noindex");
                assertThat(page.select("input:not([type=hidden]), textarea"))
                        .allSatisfy(input -> assertThat(page.select("label[for=%s]".formatted(input.id()))
                                                .hasText()
                                        || requireNonNull(input.parent()).nameIs("label"))
                                .as(input.outerHtml())
                                .isTrue());
                answer.expectHeader().valueEquals("Referrer-Policy", "no-referrer");
                answer.expectHeader().valueEquals("X-Content-Type-Options", "nosniff");
                answer.expectHeader()
                        .value(
                                "Content-Security-Policy",
                                policy -> assertThat(policy).contains("default-src 'none'", "frame-ancestors 'none'"));
                answer.expectHeader()
                        .value("Cache-Control", control -> assertThat(control).contains("no-store"));
            }
        }
        get("/assets/reader.css").expectStatus().isOk();
    }

    @Test
    void saysTheSameInBothLanguages() {
        TestWords.sayTheSame(ContributorWords.BOTH);
    }

    /** What a browser would send of a form as it is. */
    private static Map<String, String> form(Document page) {
        return page.select("form [name]").stream()
                .collect(Collectors.toMap(
                        input -> input.attr("name"), input -> input.val(), (one, _) -> one, LinkedHashMap::new));
    }

    private ResponseSpec get(String path) {
        return stranger().get().uri(URI.create(address(path))).exchange();
    }

    private ResponseSpec post(String path, Map<String, String> form) {
        var body = form.entrySet().stream()
                .map(field -> encoded(field.getKey()) + "=" + encoded(field.getValue()))
                .collect(Collectors.joining("&"));
        return stranger()
                .post()
                .uri(URI.create(address(path)))
                .contentType(MediaType.APPLICATION_FORM_URLENCODED)
                .body(body)
                .exchange();
    }

    private static String path(ResponseSpec answer) {
        return requireNonNull(answer.expectStatus()
                .isSeeOther()
                .returnResult(Void.class)
                .getResponseHeaders()
                .getFirst(HttpHeaders.LOCATION));
    }

    private static Document page(ResponseSpec answer) {
        return Jsoup.parse(String.valueOf(answer.returnResult(String.class).getResponseBody()));
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, UTF_8);
    }
}
