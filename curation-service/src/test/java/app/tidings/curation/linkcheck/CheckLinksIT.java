package app.tidings.curation.linkcheck;

import static app.tidings.curation.CurationApi.version;
import static app.tidings.curation.TestLinks.aLink;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.http.HttpMethod.GET;
import static org.springframework.http.HttpMethod.POST;
import static org.springframework.http.HttpMethod.PUT;

import app.tidings.curation.CurationApi;
import app.tidings.curation.CurationTest;
import app.tidings.curation.PageServer.Route;
import app.tidings.curation.issue.Issues;
import app.tidings.curation.item.Items;
import app.tidings.curation.linkcheck.CheckedLink.Verdict;
import app.tidings.platform.fetch.SafeFetcher;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

class CheckLinksIT extends CurationTest {

    private static final String CHECK = "/api/v1/issues/{id}/check-links";

    private static final Duration DAY = Duration.ofHours(24);

    @Autowired
    private Issues issues;

    @Autowired
    private Items items;

    @Autowired
    private LinkChecks checks;

    @Autowired
    private SafeFetcher fetcher;

    private final String path = "/" + UUID.randomUUID();
    private CurationApi api;

    @BeforeEach
    void connect() {
        api = new CurationApi(api());
    }

    @Test
    void tellsWhatBecameOfEachLink() {
        WEB.onPage(path + "/new", "<title>New</title>");
        WEB.onPage("/", "<title>Front</title>");
        var ok = WEB.onPage(path + "/ok", "<title>Ok</title>");
        var noHead = on(
                "no-head",
                exchange ->
                        exchange.sendResponseHeaders(exchange.getRequestMethod().equals("HEAD") ? 404 : 200, -1));
        var gone = on("gone", exchange -> exchange.sendResponseHeaders(410, -1));
        var moved = on("moved", exchange -> {
            exchange.getResponseHeaders().set("Location", path + "/new");
            exchange.sendResponseHeaders(301, -1);
        });
        var elsewhere = on("elsewhere", exchange -> {
            exchange.getResponseHeaders().set("Location", path + "/new");
            exchange.sendResponseHeaders(302, -1);
        });
        var front = on("front", exchange -> {
            exchange.getResponseHeaders().set("Location", "/");
            exchange.sendResponseHeaders(302, -1);
        });
        var closed = on("closed", exchange -> exchange.sendResponseHeaders(403, -1));
        var broken = on("broken", exchange -> exchange.sendResponseHeaders(500, -1));
        var nowhere = "http://no-such-host.invalid/page";

        var comment = "[a](%s) <%s> %s, [d](%s) [e](%s) [f](%s) [g](%s) [h](%s)"
                .formatted(noHead, gone, moved, elsewhere, front, closed, broken, nowhere);
        var issue = anIssue(ok, comment);

        assertThat(verdicts(api.ok(POST, CHECK, null, issue)))
                .containsExactlyInAnyOrderEntriesOf(Map.of(
                        ok, "OK",
                        noHead, "OK",
                        gone, "DEAD",
                        moved, "MOVED",
                        elsewhere, "OK",
                        front, "FRONT_PAGE",
                        closed, "REFUSED",
                        broken, "UNKNOWN",
                        nowhere, "DEAD"));
        assertThat(findings(issue))
                .anyMatch(each -> each.startsWith("link-dead: “Ok”: %s answers 410 (asked at 20".formatted(gone)))
                .anyMatch(each -> each.startsWith(
                        "link-moved: “Ok”: %s moved for good, to %s".formatted(moved, WEB.url(path + "/new"))))
                .noneMatch(each -> each.contains(closed) || each.startsWith("links-unchecked"));
    }

    @Test
    void doesNotWaitForAHostThatHangs() {
        var end = new CountDownLatch(1);
        var silent = on("silent", exchange -> await(end));
        var issue = anIssue(silent, "");

        assertThat(verdicts(api.ok(POST, CHECK, null, issue))).containsEntry(silent, "UNKNOWN");
        end.countDown();
        api.approve(issue);
    }

    @Test
    void endsAtItsBoundHoweverManyLinksHang() {
        var end = new CountDownLatch(1);
        var silent = IntStream.range(0, 40)
                .mapToObj(i -> on("silent-" + i, exchange -> await(end)))
                .toList();
        var issue = anIssue(WEB.onPage(path, "<title>Ok</title>"), String.join(" ", silent));
        var impatient = new CheckLinks(
                issues,
                items,
                checks,
                fetcher,
                InstantSource.system(),
                new LinkCheckSettings(Duration.ofSeconds(1), DAY));

        var start = Instant.now();
        var checked = impatient.run(issue).orElseThrow();

        // eight at a time are asked of one host, and each is given up after two seconds
        assertThat(Duration.between(start, Instant.now())).isLessThan(Duration.ofSeconds(8));
        assertThat(checked)
                .hasSize(41)
                .filteredOn(each -> each.verdict() == Verdict.UNKNOWN)
                .hasSize(40);
        end.countDown();
    }

    @Test
    void checksAgainBeforeAnApprovalWhatWasCheckedADayAgo() {
        var url = WEB.onPage(path, "<title>Ok</title>");
        var young = anIssue(url, "");
        var old = anIssue(WEB.onPage(path + "-old", "<title>Old</title>"), "");
        WEB.on(path, exchange -> exchange.sendResponseHeaders(410, -1));
        WEB.on(path + "-old", exchange -> exchange.sendResponseHeaders(410, -1));
        checks.keepLatest(young, List.of(okAt(url, Instant.now().minus(DAY).plusSeconds(60))));
        checks.keepLatest(
                old, List.of(okAt(WEB.url(path + "-old"), Instant.now().minus(DAY))));

        assertThat(warnings(young)).noneMatch(each -> each.startsWith("link"));
        assertThat(warnings(old)).anyMatch(each -> each.startsWith("link-dead"));
        assertThat(Instant.parse(String.valueOf(api.get(CHECK, old).get("checkedAt"))))
                .isAfter(Instant.now().minusSeconds(60));
    }

    private static CheckedLink okAt(String url, Instant when) {
        return new CheckedLink(URI.create(url), Verdict.OK, null, null, when);
    }

    private List<String> warnings(String issue) {
        return ((List<?>) requireNonNull(api.approve(issue).get("warnings")))
                .stream()
                        .map(each -> (Map<?, ?>) each)
                        .map(each -> "%s: %s".formatted(each.get("code"), each.get("text")))
                        .toList();
    }

    @Test
    void remindsOfLinksThatWereNotChecked() {
        var issue = anIssue(WEB.onPage(path, "<title>Ok</title>"), "");
        api.call(GET, CHECK, null, issue).expectStatus().isNotFound();
        assertThat(findings(issue)).contains("links-unchecked: 1 links were not checked; POST check-links does it");

        api.ok(POST, CHECK, null, issue);
        assertThat(verdicts(api.get(CHECK, issue))).hasSize(1);
        assertThat(findings(issue)).noneMatch(each -> each.startsWith("link"));

        var block = Map.of("kind", "NOTICE", "text", Map.of("zh", "见 " + WEB.url(path + "2") + "。"));
        api.ok(
                PUT,
                "/api/v1/issues/{id}/blocks",
                Map.of("version", version(api.issue(issue)), "blocks", List.of(block)),
                issue);
        assertThat(findings(issue)).anyMatch(each -> each.startsWith("links-unchecked"));
        api.ok(POST, CHECK, null, issue);
        assertThat(findings(issue))
                .anyMatch(each -> each.startsWith("link-dead: a block: %s answers 404".formatted(WEB.url(path + "2"))));
        api.call(POST, CHECK, null, "tidings-weekly:none").expectStatus().isNotFound();
    }

    private String on(String name, Route route) {
        return WEB.on(path + "/" + name, route);
    }

    private String anIssue(String url, String more) {
        var item = api.anItem(aLink(url));
        api.write(item, "zh", "标题", "评论。" + more);
        api.write(item, "en", "A title", "A comment.");
        var issue = api.aDraft();
        api.place(issue, item, "articles");
        return issue;
    }

    private static Map<String, String> verdicts(Map<String, Object> answer) {
        return ((List<?>) requireNonNull(answer.get("links")))
                .stream()
                        .map(each -> (Map<?, ?>) each)
                        .collect(Collectors.toMap(
                                each -> String.valueOf(each.get("url")), each -> String.valueOf(each.get("verdict"))));
    }

    private List<String> findings(String issue) {
        return ((List<?>) requireNonNull(
                        api.get("/api/v1/issues/{id}/findings", issue).get("findings")))
                .stream()
                        .map(each -> (Map<?, ?>) each)
                        .map(each -> each.get("code") + ": " + each.get("text"))
                        .toList();
    }

    private static void await(CountDownLatch end) {
        try {
            var _ = end.await(LONG.toSeconds(), TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
