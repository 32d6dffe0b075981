package app.tidings.curation.repository.refresh;

import static app.tidings.curation.CurationApi.version;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.http.HttpMethod.PATCH;
import static org.springframework.http.HttpMethod.POST;

import app.tidings.curation.CurationApi;
import app.tidings.curation.CurationTest;
import app.tidings.curation.TestLinks;
import app.tidings.curation.issue.Issues;
import app.tidings.curation.page.TestPages;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

class RefreshIT extends CurationTest {

    private static final String REFRESH = "/api/v1/issues/{id}/refresh";

    private final String name = "queue-" + UUID.randomUUID();
    private final String path = "/gitlab/api/v4/projects/tools/" + name;

    @Autowired
    private Issues issues;

    private CurationApi api;
    private String item = "";
    private String issue = "";

    @BeforeEach
    void placeARepository() {
        api = new CurationApi(api());
        answer("tools/" + name, 1900, false);
        item = api.anItem(TestLinks.aLink(WEB.onPage("/gitlab/tools/" + name, TestPages.ENGLISH)));
        api.write(item, "zh", "队列", "评论。");
        api.write(item, "en", "Queue", "A comment.");
        issue = api.aDraft();
        api.place(issue, item, "projects");
    }

    @Test
    void asksAgainWhenAnEditorWantsIt() {
        answer("tools/" + name, 2300, false);

        assertThat(refreshed()).isEqualTo(Map.of("itemId", item, "stars", 2300, "before", 1900, "flags", List.of()));
        assertThat(api.item(item)).containsEntry("stars", 2300);
    }

    @Test
    void goesOutWithTheStarsOfTheDay() {
        answer("tools/" + name, 2300, false);

        var approved = api.approve(issue);

        assertThat(printedStars()).isEqualTo(2300);
        assertThat(codes(approved.get("warnings"))).doesNotContain("repository-stale");
    }

    @Test
    void goesOutWithWhatIsKnownWhileTheHostIsDown() {
        WEB.on(path, exchange -> exchange.sendResponseHeaders(503, -1));

        var approved = api.approve(issue);

        assertThat(printedStars()).isEqualTo(1900);
        assertThat(codes(approved.get("warnings"))).contains("repository-stale");
    }

    @Test
    void leavesTheStarsThatAnEditorWrote() {
        api.ok(PATCH, "/api/v1/items/{id}", Map.of("version", version(api.item(item)), "stars", 5000), item);
        answer("tools/" + name, 2300, false);

        assertThat(refreshed()).containsEntry("stars", 5000);
        api.approve(issue);
        assertThat(printedStars()).isEqualTo(5000);
    }

    @Test
    void showsBeforeApprovalWhatBecameOfARepository() {
        answer("tools/fast-" + name, 2300, true);
        refreshed();
        assertThat(findings()).contains("repository-archived", "repository-renamed");

        WEB.on(path, exchange -> exchange.sendResponseHeaders(404, -1));
        refreshed();
        assertThat(findings()).contains("repository-gone").doesNotContain("repository-archived");

        answer("tools/" + name, 2300, false);
        refreshed();
        assertThat(findings()).noneMatch(code -> code.startsWith("repository-"));
    }

    @Test
    void refreshesNoIssueThatIsApproved() {
        api.approve(issue);

        api.call(POST, REFRESH, null, issue).expectStatus().isEqualTo(409);
        api.call(POST, REFRESH, null, "tidings-weekly:none").expectStatus().isNotFound();
    }

    @Test
    void letsOnlyEditorsRefresh() {
        new CurationApi(anybody())
                .call(POST, REFRESH, null, issue)
                .expectStatus()
                .isUnauthorized();
    }

    private Map<String, Object> refreshed() {
        var entries = (List<?>)
                Objects.requireNonNull(api.ok(POST, REFRESH, null, issue).get("entries"));
        assertThat(entries).hasSize(1);
        return ((Map<?, ?>) entries.getFirst())
                .entrySet().stream()
                        .collect(Collectors.toMap(each -> String.valueOf(each.getKey()), Map.Entry::getValue));
    }

    private List<String> findings() {
        return codes(api.get("/api/v1/issues/{id}/findings", issue).get("findings"));
    }

    private static List<String> codes(@Nullable Object findings) {
        return ((List<?>) Objects.requireNonNull(findings))
                .stream()
                        .map(each -> String.valueOf(((Map<?, ?>) each).get("code")))
                        .toList();
    }

    private @Nullable Integer printedStars() {
        var frozen = Objects.requireNonNull(issues.find(issue).orElseThrow().frozen());
        return frozen.parts().getFirst().entries().getFirst().stars();
    }

    private void answer(String fullName, int stars, boolean archived) {
        WEB.onBytes(
                path,
                "application/json",
                "{\"path_with_namespace\": \"%s\", \"star_count\": %d, \"archived\": %s}"
                        .formatted(fullName, stars, archived)
                        .getBytes(UTF_8));
    }
}
