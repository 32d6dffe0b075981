package app.tidings.ingest.health;

import static app.tidings.ingest.FeedServer.say;
import static app.tidings.ingest.SourceApi.list;
import static app.tidings.ingest.SourceApi.object;
import static app.tidings.ingest.SourceApi.text;
import static app.tidings.ingest.feed.TestFeeds.item;
import static app.tidings.ingest.feed.TestFeeds.rss;
import static org.assertj.core.api.Assertions.assertThat;

import app.tidings.ingest.SourcesTest;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Reasons that lie neither with the source nor with its feed. */
class WhyOthersIT extends SourcesTest {

    @Test
    void saysThatRobotsTxtForbidsAPageWhichIsThenNotAskedFor() {
        web.on("/robots.txt", exchange -> say(exchange, 200, "user-agent: *\ndisallow: /blog"));
        web.on("/blog", exchange -> say(exchange, 200, "<article><a href='/1'>One</a></article>"));
        var page = Map.of("kind", "html-page", "pageUrl", web.url("/blog"), "item", "article");
        var added = post("/api/v1/sources", Map.of("publication", publication, "name", "N", "connector", page));
        var id = text(object(added), "id");

        sources.awaitPoll(id, each -> true);

        assertThat(why(id))
                .containsEntry("state", "failing")
                .containsEntry("code", "robots")
                .containsEntry(
                        "sentence", "it cannot be read: the site asks programs not to read this page (robots.txt)")
                .containsEntry("advice", "respect it: look for a feed, or ask the owner of the site");
        assertThat(web.requests("/robots.txt")).hasSize(1);
        assertThat(web.requests("/blog")).isEmpty();
    }

    @Test
    void namesTheOtherSourceAtTheAddressToWhichOneHasMovedAndDoesNotTakeIt() {
        web.on("/old", exchange -> {
            exchange.getResponseHeaders().set("Location", "/new");
            exchange.sendResponseHeaders(301, -1);
        });
        web.onFeed("/new", rss(item("One", "https://a.example/1")));
        var moved = sources.add(publication, web.url("/old"));
        sources.awaitPoll(moved, each -> true);
        var other = sources.add(publication, web.url("/new"));
        sources.awaitPoll(other, each -> true);
        sources.poll(moved);
        assertThat(why(moved)).containsEntry("state", "fine");

        sources.poll(moved);
        sources.poll(moved);

        assertThat(web.requests("/old")).hasSize(4);
        assertThat(sources.get(moved)).containsEntry("feedUrl", web.url("/old")).containsEntry("version", 1);
        assertThat(why(moved))
                .containsEntry("state", "duplicate")
                .containsEntry("code", "duplicate")
                .containsEntry("advice", "archive or remove one of the two");
        assertThat(text(why(moved), "sentence")).contains(other);
        assertThat(why(other)).containsEntry("state", "fine");
        assertThat(list(
                        object(api().get()
                                .uri("/api/v1/sources/health?state=duplicate&publication=" + publication)
                                .exchange()),
                        "sources"))
                .singleElement()
                .asString()
                .contains(moved);

        post("/api/v1/sources/%s/archive".formatted(other), Map.of())
                .expectStatus()
                .isOk();
        sources.poll(moved);
        sources.poll(moved);
        assertThat(sources.get(moved)).containsEntry("feedUrl", web.url("/new"));
    }

    private Map<String, Object> why(String id) {
        return object(api().get()
                .uri("/api/v1/sources/{id}/why", id)
                .exchange()
                .expectStatus()
                .isOk());
    }
}
