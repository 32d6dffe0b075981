package app.tidings.ingest.websub;

import static app.tidings.ingest.SourceApi.part;
import static app.tidings.ingest.SourceApi.text;
import static app.tidings.ingest.feed.TestFeeds.item;
import static app.tidings.ingest.feed.TestFeeds.rss;
import static org.assertj.core.api.Assertions.assertThat;

import app.tidings.ingest.FeedServer;
import app.tidings.ingest.IngestTest;
import app.tidings.ingest.SourceApi;
import org.bson.Document;
import org.junit.jupiter.api.Test;

/** The service of the other tests has a public address that this machine alone can reach. */
class WithoutPublicAddressIT extends IngestTest {

    @Test
    void noHubIsAskedAndItIsSaidWhy() {
        try (var web = new FeedServer()) {
            var sources = new SourceApi(api());
            var links = "<atom:link rel='hub' href='%s'/><atom:link rel='self' href='%s'/>"
                    .formatted(web.url("/hub"), web.url("/feed"));
            web.onFeed("/feed", rss(links, item("One", "https://a.example/one")));
            var id = sources.add(aPublication(), web.url("/feed"));
            sources.awaitPoll(id, each -> true);

            var push = part(sources.get(id), "push");

            assertThat(push).containsEntry("state", "none");
            assertThat(text(push, "reason")).contains("tidings.ingest.public-url");
            assertThat(web.requests("/hub")).isEmpty();
            assertThat(database.getCollection("subscriptions").find(new Document("sourceId", id)))
                    .isEmpty();
        }
    }

    @Test
    void whoeverHasNoSubscriptionIsRefusedAsAnybody() {
        anybody()
                .get()
                .uri("/websub/a.b?hub.mode=subscribe&hub.challenge=x")
                .exchange()
                .expectStatus()
                .isNotFound();
        anybody().post().uri("/websub/a.b").body("x").exchange().expectStatus().isNotFound();
        anybody().put().uri("/websub/a.b").body("x").exchange().expectStatus().isUnauthorized();
        anybody().get().uri("/websub").exchange().expectStatus().isUnauthorized();
    }
}
