package app.tidings.ingest.preview;

import static app.tidings.ingest.SourceApi.list;
import static app.tidings.ingest.SourceApi.object;
import static app.tidings.ingest.SourceApi.part;
import static app.tidings.ingest.feed.TestFeeds.item;
import static app.tidings.ingest.feed.TestFeeds.rss;
import static org.assertj.core.api.Assertions.assertThat;

import app.tidings.ingest.FeedServer;
import app.tidings.ingest.IngestTest;
import app.tidings.ingest.SourceApi;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.client.RestTestClient.ResponseSpec;

class PreviewIT extends IngestTest {

    private final FeedServer web = new FeedServer();

    @AfterEach
    void close() {
        web.close();
    }

    @Test
    void showsWhatAFeedWouldGive() {
        web.onFeed("/feed", rss(item("One", "https://a.example/1"), item("One again", "https://a.example/1")));

        var feed = only(preview("/feed"));

        assertThat(feed).containsEntry("entries", 2).containsEntry("links", 1);
        assertThat(part(feed, "connector")).containsEntry("feedUrl", web.url("/feed"));
        assertThat(list(feed, "latest").getFirst().toString()).contains("https://a.example/1");
    }

    @Test
    void findsTheFeedsThatAPageNames() {
        page("/blog/", "<link rel=alternate type='application/rss+xml' href='../posts.xml'>");
        web.onFeed("/posts.xml", rss(item("One", "https://a.example/1")));

        assertThat(part(only(preview("/blog/")), "connector")).containsEntry("feedUrl", web.url("/posts.xml"));
        assertThat(web.requests("/feed")).isEmpty();
    }

    @Test
    void looksAtUsualPathsWhereAPageNamesNone() {
        page("/blog/", "");
        web.onFeed("/atom.xml", rss(item("One", "https://a.example/1")));

        assertThat(part(only(preview("/blog/")), "connector")).containsEntry("feedUrl", web.url("/atom.xml"));
        assertThat(web.requests("/index.xml")).isEmpty();
    }

    @Test
    void triesASourceOfAnotherKind() {
        web.on("/page", exchange -> FeedServer.say(exchange, 200, "<ul><li><a href='/1'>One</a></ul>"));

        var page = Map.of("kind", "html-page", "pageUrl", web.url("/page"), "item", "li");
        var found = only(post(Map.of("connector", page)).expectStatus().isOk());
        assertThat(part(found, "connector")).containsEntry("kind", "html-page");
        assertThat(list(found, "latest").getFirst().toString()).contains(web.url("/1"));

        var nothing = Map.of("kind", "html-page", "pageUrl", web.url("/page"), "item", "article");
        assertThat(part(object(post(Map.of("connector", nothing))), "failure")).containsKey("detail");
        post(Map.of("connector", Map.of("kind", "html-page", "pageUrl", web.url("/page"))))
                .expectStatus()
                .isBadRequest();
    }

    @Test
    void saysWhyThereIsNothing() {
        page("/blog/", "");

        assertThat(part(object(preview("/blog/")), "failure")).containsEntry("reason", "html-page");
        assertThat(part(object(preview("/none")), "failure")).containsEntry("reason", "http-404");
    }

    @Test
    void refusesWhatIsNoAddressAndNeverAsksForbiddenOnes() {
        post(Map.of()).expectStatus().isBadRequest();
        post(Map.of("url", "file:///etc/hostname")).expectStatus().isBadRequest();
        assertThat(part(object(post(Map.of("url", "http://169.254.169.254/latest"))), "failure"))
                .containsEntry("reason", "forbidden-address");
    }

    @Test
    void takesAnAddressAsPeopleWriteIt() {
        web.onFeed("/feed", rss(item("One", "https://a.example/1")));
        var bare = web.url("/feed").substring("http://".length());

        for (var written : List.of(bare, "feed:" + web.url("/feed"), " FEED://" + bare + " ")) {
            var feed = only(post(Map.of("url", written)).expectStatus().isOk());
            assertThat(part(feed, "connector")).containsEntry("feedUrl", web.url("/feed"));
        }
        for (var unfit : List.of("mailto:a@a.example", "https://a b/", " ")) {
            assertThat(object(post(Map.of("url", unfit)).expectStatus().isBadRequest())
                            .get("detail"))
                    .asString()
                    .startsWith("url is ");
        }
    }

    @Test
    void namesTheSourceThatAFeedIsAlready() {
        web.onFeed("/feed", rss(item("One", "https://a.example/1")));
        assertThat(list(only(preview("/feed")), "sources")).isEmpty();

        var id = new SourceApi(api()).add(aPublication(), web.url("/feed"));

        assertThat(list(only(preview("/feed")), "sources")).isEqualTo(List.of(id));
    }

    private void page(String path, String head) {
        web.on(path, exchange -> {
            exchange.getResponseHeaders().set("Content-Type", "text/html; charset=utf-8");
            FeedServer.say(exchange, 200, "<!doctype html><html><head>" + head + "</head><body>Hello</body></html>");
        });
    }

    private ResponseSpec preview(String path) {
        return post(Map.of("url", web.url(path))).expectStatus().isOk();
    }

    private ResponseSpec post(Map<String, ?> body) {
        return api().post()
                .uri("/api/v1/sources/preview")
                .contentType(MediaType.APPLICATION_JSON)
                .body(body)
                .exchange();
    }

    @SuppressWarnings("unchecked") // JSON objects have no other type
    private static Map<String, Object> only(ResponseSpec answer) {
        var feeds = list(object(answer), "feeds");
        assertThat(feeds).hasSize(1);
        return (Map<String, Object>) feeds.getFirst();
    }
}
