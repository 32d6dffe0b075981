package app.tidings.curation.progress;

import static app.tidings.curation.CurationApi.answer;
import static app.tidings.curation.TestLinks.aLink;
import static app.tidings.curation.TestLinks.anAddress;
import static app.tidings.curation.item.TestItems.aRepository;
import static app.tidings.curation.item.TestItems.anItem;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.springframework.http.HttpMethod.POST;

import app.tidings.contracts.Ids;
import app.tidings.curation.CurationApi;
import app.tidings.curation.CurationTest;
import app.tidings.curation.TestLinks;
import app.tidings.curation.item.Items;
import app.tidings.curation.item.RecallItems;
import app.tidings.curation.memory.Memory;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import org.bson.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;

/** What editors are told of a candidate that ran before, by the API. */
class RanBeforeIT extends CurationTest {

    @Autowired
    private Items items;

    @Autowired
    private Memory memory;

    @Autowired
    private RememberIssues rememberIssues;

    private CurationApi api;
    private int number;
    private final String name = "queue-" + UUID.randomUUID();

    @BeforeEach
    void connect() {
        api = new CurationApi(api());
        number = ThreadLocalRandom.current().nextInt(10_000, 90_000);
    }

    /** An issue of the past with the address as its second item; returns its id. */
    private String printed(String address) {
        var answered = answer(api().post()
                .uri(
                        "/api/v1/issues/imports?publication={publication}&file=2023-05-13-weekly.md",
                        TestLinks.PUBLICATION)
                .contentType(MediaType.parseMediaType("text/markdown;charset=utf-8"))
                .body(anIssueWith(address))
                .exchange()
                .expectStatus()
                .isOk());
        var issue = (Map<?, ?>) requireNonNull((List<?>) answered.get("issues")).getFirst();
        return String.valueOf(issue.get("issueId"));
    }

    private String anIssueWith(String address) {
        return """
            # 潮汐周刊#%d：灯塔与缆绳

            ## 🦄文章&教程

            1、[灯塔的第一课](http://127.0.0.1:1/lighthouse)

            讲了灯塔。

            2、[缆绳](%s)

            讲了缆绳。
            """.formatted(number, address);
    }

    private List<String> ran(String item) {
        return requireNonNull((List<?>) api.item(item).get("ran")).stream()
                .map(each -> String.valueOf(((Map<?, ?>) each).get("text")))
                .toList();
    }

    private void awaitRan(String item, String text) {
        await().atMost(LONG).untilAsserted(() -> assertThat(ran(item)).containsExactly(text.formatted(number)));
    }

    private static String aPath() {
        return "/" + UUID.randomUUID();
    }

    @Test
    void tellsOfALinkThatLeadsToWhatRan() {
        var target = WEB.onPage(aPath(), "<title>A page</title>");
        printed(target);
        var forward = WEB.on(aPath(), exchange -> {
            exchange.getResponseHeaders().set("Location", target);
            exchange.sendResponseHeaders(302, -1);
        });

        var candidate = api.anItem(aLink(forward));

        awaitRan(candidate, "ran in #%d, item 2, as " + target.replace("http://", ""));
    }

    @Test
    void tellsOfAPageThatCallsItselfByWhatRan() {
        var printed = anAddress();
        printed(printed);
        var page = "<title>A page</title><link rel=canonical href=\"%s\">".formatted(printed);

        var candidate = api.anItem(aLink(WEB.onPage(aPath(), page)));

        awaitRan(candidate, "ran in #%d, item 2, as " + printed.replace("http://", ""));
    }

    @Test
    void tellsOfARepositoryThatRanUnderItsNewName() {
        printed("https://github.com/ada/" + name);
        var renamed = aRepository("Ada", name);
        var candidate = items.keepFirst(anItem("https://github.com/old/" + name)
                .enriched("en", null, renamed)
                .build());

        awaitRan(candidate.id(), "ran in #%d, item 2, as github.com/ada/" + name);
    }

    @Test
    void tellsOfAMirrorThatItIsPerhapsTheSame() {
        printed("https://github.com/ada/" + name);
        var candidate = items.keepFirst(anItem("https://gitee.com/ada/" + name).build());

        awaitRan(candidate.id(), "perhaps: ran in #%d, item 2, as github.com/ada/" + name);
    }

    @Test
    void warnsBeforeAnOldItemRunsAgainAndLetsItRun() {
        var old = anAddress();
        printed(old);
        var item = Ids.link(TestLinks.PUBLICATION, old);
        await().atMost(LONG).until(() -> api.item(item).get("state"), "PUBLISHED"::equals);
        awaitRan(item, "ran in #%d, item 2");

        api.ok(POST, "/api/v1/items/{id}/reopen", null, item);
        awaitRan(item, "ran in #%d, item 2");
        api.write(item, "zh", "又是缆绳", "再讲一次。");
        api.write(item, "en", "Ropes again", "Once more.");
        var draft = api.aDraft();
        api.place(draft, item, "articles");

        var approved = api.approve(draft);
        assertThat(requireNonNull((List<?>) approved.get("warnings")))
                .anySatisfy(
                        warning -> assertThat(((Map<?, ?>) warning).get("code")).isEqualTo("ran-before"));
        await().atMost(LONG).untilAsserted(() -> assertThat(ran(item)).hasSize(2));
        var again = api.anItem(
                aLink(WEB.onPage(aPath(), "<title>A page</title><link rel=canonical href=\"%s\">".formatted(old))));
        await().atMost(LONG).untilAsserted(() -> assertThat(ran(again)).hasSize(2));
    }

    @Test
    void forgetsWhatACorrectionTakesOut() {
        var issue = printed("https://github.com/ada/" + name);
        var candidate = items.keepFirst(anItem("https://gitee.com/ada/" + name).build());
        awaitRan(candidate.id(), "perhaps: ran in #%d, item 2, as github.com/ada/" + name);

        memory.replace(issue, 2, Map.of());

        assertThat(ran(candidate.id())).isEmpty();
        assertThat(memory.holds(issue, 1)).isFalse();
        assertThat(memory.holds(issue, 2)).isTrue();
    }

    @Test
    void remembersIssuesOfBeforeThereWasAMemory() {
        var issue = printed("https://github.com/ada/" + name);
        await().atMost(LONG).until(() -> memory.holds(issue, 1));
        var candidate = items.keepFirst(anItem("https://gitee.com/ada/" + name).build());
        database.getCollection("memoryOfIssues").deleteOne(new Document("_id", issue));
        RecallItems.trail(candidate)
                .marks()
                .keySet()
                .forEach(mark -> database.getCollection("memory").deleteOne(new Document("_id", mark)));
        assertThat(ran(candidate.id())).isEmpty();

        rememberIssues.run();
        rememberIssues.run();

        awaitRan(candidate.id(), "perhaps: ran in #%d, item 2, as github.com/ada/" + name);
    }

    @Test
    void remembersAgainWhatWasRememberedByOtherMarks() {
        var issue = printed("https://github.com/ada/" + name);
        await().atMost(LONG).until(() -> memory.holds(issue, 1));

        database.getCollection("memoryOfIssues")
                .updateOne(new Document("_id", issue), new Document("$set", new Document("v", 1)));

        assertThat(memory.holds(issue, 1)).isFalse();
        rememberIssues.run();
        await().atMost(LONG).until(() -> memory.holds(issue, 1));
    }
}
