package app.tidings.ingest;

import static app.tidings.ingest.SourceApi.part;
import static app.tidings.ingest.feed.TestFeeds.rss;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What one source says of itself is kept for that source alone: none can make another's entries seem known, or its content old. */
class SourcesApartIT extends IngestTest {

    private static final String SAME_TAG = "\"same\"";

    private final FeedServer web = new FeedServer();

    @AfterEach
    void close() {
        web.close();
    }

    @Test
    void namesAndTagsOfOneSayNothingOfAnother() {
        var sources = new SourceApi(api());
        var publication = aPublication();
        serve("/hostile", "https://hostile.example/1");
        serve("/victim", "https://victim.example/1");

        var hostile = sources.awaitPoll(sources.add(publication, web.url("/hostile")), each -> true);
        var victim = sources.awaitPoll(sources.add(publication, web.url("/victim")), each -> true);

        assertThat(part(hostile, "counts")).containsEntry("found", 1);
        assertThat(part(victim, "counts")).containsEntry("found", 1).containsEntry("known", 0);
        assertThat(web.requests("/victim"))
                .singleElement()
                .satisfies(request -> assertThat(request.headers()).doesNotContainKey("If-none-match"));
    }

    /** A feed with one entry that has the same name, words and date wherever it is, and the same entity tag. */
    private void serve(String path, String link) {
        var item = "<item><guid isPermaLink='false'>1</guid><title>The same words</title><link>" + link
                + "</link><description>The same text, long enough to tell an entry by it.</description></item>";
        web.on(path, exchange -> {
            exchange.getResponseHeaders().set("ETag", SAME_TAG);
            if (SAME_TAG.equals(exchange.getRequestHeaders().getFirst("If-None-Match"))) {
                exchange.sendResponseHeaders(304, -1);
            } else {
                FeedServer.say(exchange, 200, rss(item));
            }
        });
    }
}
