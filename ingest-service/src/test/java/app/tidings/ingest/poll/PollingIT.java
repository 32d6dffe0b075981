package app.tidings.ingest.poll;

import static app.tidings.ingest.FeedServer.say;
import static app.tidings.ingest.SourceApi.part;
import static app.tidings.ingest.feed.TestFeeds.item;
import static app.tidings.ingest.feed.TestFeeds.rss;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import app.tidings.contracts.Ids;
import app.tidings.contracts.SourceEvent;
import app.tidings.contracts.SourceEvent.SourceFailing;
import app.tidings.contracts.SourceEvent.SourceRecovered;
import app.tidings.ingest.SourceApi;
import app.tidings.ingest.SourcesTest;
import app.tidings.ingest.source.Source;
import app.tidings.ingest.source.TestSources;
import app.tidings.platform.mongo.Documents;
import app.tidings.platform.testing.ReadTopic;
import com.mongodb.client.model.Projections;
import com.mongodb.client.model.Updates;
import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.nio.charset.Charset;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.bson.Document;
import org.junit.jupiter.api.Test;

class PollingIT extends SourcesTest {

    private static final String FEED = rss(item("One", "https://a.example/1"), item("Two", "https://a.example/2"));

    @Test
    void readsAFeedAsSoonAsItIsAdded() {
        var id = sources.add(publication, web.onFeed("/feed", FEED).url("/feed"));

        var poll = sources.awaitPoll(id, each -> true);

        assertThat(poll).containsEntry("type", "polled");
        assertThat(part(poll, "counts"))
                .isEqualTo(Map.of(
                        "entries",
                        2,
                        "found",
                        2,
                        "seenAgain",
                        0,
                        "known",
                        0,
                        "tooOld",
                        0,
                        "refused",
                        0,
                        "held",
                        0,
                        "stopped",
                        0));
        assertThat(links()).isEqualTo(2);
    }

    @Test
    void costsNothingWhenTheServerSaysThatNothingChanged() {
        var id = sources.add(publication, web.onFeed("/feed", FEED).url("/feed"));
        sources.awaitPoll(id, each -> true);

        assertThat(sources.poll(id)).containsEntry("type", "unchanged");

        assertThat(web.requests("/feed").getLast().headers()).containsKey("If-none-match");
        assertThat(part(sources.get(id), "lastContent")).containsEntry("type", "polled");
        assertThat(links()).isEqualTo(2);
    }

    @Test
    void sendsBackTheDateOfAServerWithoutEntityTags() {
        var date = "Fri, 20 Nov 2026 10:00:00 GMT";
        web.on("/dated", exchange -> {
            exchange.getResponseHeaders().set("Last-Modified", date);
            if (date.equals(exchange.getRequestHeaders().getFirst("If-Modified-Since"))) {
                exchange.sendResponseHeaders(304, -1);
            } else {
                say(exchange, 200, FEED);
            }
        });
        var id = sources.add(publication, web.url("/dated"));
        sources.awaitPoll(id, each -> true);

        assertThat(sources.poll(id)).containsEntry("type", "unchanged");

        assertThat(web.requests("/dated").getLast().headers()).containsEntry("If-modified-since", List.of(date));
    }

    @Test
    void readsTheSameBytesOnlyOnceThoughTheServerSendsThemAgain() {
        var id = sources.add(
                publication,
                web.on("/feed", exchange -> say(exchange, 200, FEED)).url("/feed"));
        sources.awaitPoll(id, each -> true);

        assertThat(sources.poll(id)).containsEntry("type", "unchanged");
    }

    @Test
    void sendsTheNewestEntityTagThoughTheBytesAreTheSame() {
        var answers = new AtomicInteger();
        web.on("/restless", exchange -> {
            exchange.getResponseHeaders().set("ETag", "\"%d\"".formatted(answers.incrementAndGet()));
            say(exchange, 200, FEED);
        });
        var id = sources.add(publication, web.url("/restless"));
        sources.awaitPoll(id, each -> true);
        sources.poll(id);

        assertThat(sources.poll(id)).containsEntry("type", "unchanged");

        assertThat(web.requests("/restless").getLast().headers()).containsEntry("If-none-match", List.of("\"2\""));
    }

    @Test
    void takesNotModifiedForAFailureWhereNothingWasReadYet() {
        web.on("/always", exchange -> exchange.sendResponseHeaders(304, -1));

        assertThat(sources.awaitPoll(sources.add(publication, web.url("/always")), each -> true))
                .containsEntry("reason", "protocol")
                .containsEntry(
                        "detail", "the server says that nothing changed (304), though we did not say what we have");
    }

    @Test
    void tellsADefectOfOurOwnAndWaitsAsAfterAnyFailure() {
        var address = "https://a.example/" + publication;
        var broken = new Document("_id", Ids.link(publication, address)).append("link", new Document());
        database.getCollection("links").insertOne(broken);
        var id = sources.add(
                publication, web.onFeed("/feed", rss(item("One", address))).url("/feed"));

        assertThat(sources.awaitPoll(id, each -> true))
                .containsEntry("reason", "defect")
                .containsEntry("detail", "we could not read this source, by a fault of our own; our log says more");

        assertThat(sources.get(id)).containsEntry("failures", 1);
        database.getCollection("links").deleteOne(broken);
        assertThat(sources.poll(id)).containsEntry("type", "polled");
    }

    @Test
    void readsTheSourcesOfABucketAtTheNextBeatIfTheyCouldNotBeReadAtTheLast() {
        var source = TestSources.aSource(publication, web.onFeed("/feed", FEED).url("/feed"));
        var unreadable = new Document("_id", publication).append("bucket", source.bucket());
        database.getCollection("sources").insertOne(unreadable);
        insert(source);
        noteChange(source.bucket());
        beats(3);

        database.getCollection("sources").deleteOne(unreadable);

        await().atMost(Duration.ofSeconds(10))
                .until(() -> "polled"
                        .equals(part(sources.get(source.id()), "lastPoll").get("type")));
    }

    @Test
    void pollsARemovedSourceNoMoreThoughItWasDue() {
        var removed = sources.add(publication, web.onFeed("/feed", FEED).url("/feed"));
        var other = sources.add(publication, web.onFeed("/other", FEED).url("/other"));
        List.of(removed, other).forEach(id -> sources.awaitPoll(id, each -> true));
        askForPoll(removed, Instant.now().plusSeconds(6));
        askForPoll(other, Instant.now().plusSeconds(7));
        beats(3);

        api().delete()
                .uri("/api/v1/sources/{id}", removed)
                .exchange()
                .expectStatus()
                .isNoContent();

        await().atMost(LONG).until(() -> web.requests("/other").size() == 2);
        assertThat(web.requests("/feed")).hasSize(1);
    }

    private void askForPoll(String id, Instant at) {
        database.getCollection("sources").updateOne(new Document("_id", id), Updates.set("askedAt", Date.from(at)));
        database.getCollection("buckets").updateMany(new Document(), Updates.inc("changes", 1L));
    }

    /** As another replica does, of whose changes this one hears at its beats. */
    private void insert(Source source) {
        var stored = new Document("_id", source.id())
                .append("v", 2)
                .append("version", 1L)
                .append("bucket", source.bucket())
                .append("source", Documents.toDocument(source))
                .append("poll", Documents.toDocument(source.poll()));
        database.getCollection("sources").insertOne(stored);
    }

    private void noteChange(int bucket) {
        database.getCollection("buckets").updateOne(new Document("_id", bucket), Updates.inc("changes", 1L));
    }

    /** Waits until the poller has renewed its leases so many times. */
    private void beats(int count) {
        for (var i = 0; i < count; i++) {
            var until = lease();
            await().atMost(LONG).until(() -> !until.equals(lease()));
        }
    }

    private String lease() {
        return String.valueOf(database.getCollection("buckets")
                .find()
                .projection(Projections.include("until"))
                .first());
    }

    @Test
    void takesOnlyWhatIsNewFromAChangedFeed() {
        var id = sources.add(publication, web.onFeed("/feed", FEED).url("/feed"));
        sources.awaitPoll(id, each -> true);

        web.onFeed(
                "/feed", rss(item("Three", "https://a.example/3"), item("One!", "https://a.example/1?utm_source=x")));
        var poll = sources.poll(id);

        assertThat(part(poll, "counts")).containsEntry("found", 1).containsEntry("known", 1);
        assertThat(links()).isEqualTo(3);
    }

    @Test
    void tellsAFailureByItsKindAndRecoversByItself() {
        var fails = web.on("/feed", exchange -> say(exchange, 500, "<script>oops</script>"));
        var id = sources.add(publication, fails.url("/feed"));
        var failure = sources.awaitPoll(id, each -> true);

        assertThat(failure)
                .containsEntry("type", "failed")
                .containsEntry("reason", "http-500")
                .containsEntry("detail", "the server has a fault of its own (500); we try again");
        assertThat(sources.poll(id)).containsEntry("reason", "http-500");
        assertThat(sources.get(id)).containsEntry("failures", 2).containsKey("failingSince");
        web.onFeed("/feed", FEED);

        assertThat(sources.poll(id)).containsEntry("type", "polled");
        assertThat(sources.get(id)).containsEntry("failures", 0).containsEntry("failingSince", null);
    }

    @Test
    void saysThatAPageIsNoFeedAndWhereTheFeedIs() {
        var page = "<!doctype html><html><head><link rel=alternate type=application/rss+xml href=/rss></head></html>";
        var id = sources.add(
                publication, web.on("/", exchange -> say(exchange, 200, page)).url("/"));

        assertThat(sources.awaitPoll(id, each -> true))
                .containsEntry("reason", "html-page")
                .containsEntry(
                        "detail",
                        "the address answers with an HTML page, not a feed; the page names these feeds: "
                                + web.url("/rss"));
    }

    @Test
    void endsAFeedThatDoesNotEnd() {
        web.on("/endless", exchange -> {
            exchange.sendResponseHeaders(200, 0);
            var out = exchange.getResponseBody();
            out.write("<rss><channel>".getBytes(Charset.defaultCharset()));
            try {
                while (true) {
                    out.write(item("More", "https://a.example/more").getBytes(Charset.defaultCharset()));
                }
            } catch (IOException e) {
                // the other side has had enough
            }
        });
        var id = sources.add(publication, web.url("/endless"));

        assertThat(sources.awaitPoll(id, each -> true)).containsEntry("reason", "too-large");
    }

    @Test
    void keepsTheEntriesBeforeABreakAndSaysSo() {
        var broken = rss(item("One", "https://a.example/1"), "<item><title>a & b</title></item>");
        var id = sources.add(publication, web.onFeed("/broken", broken).url("/broken"));

        var poll = sources.awaitPoll(id, each -> true);

        assertThat(part(poll, "counts")).containsEntry("found", 1);
        assertThat(SourceApi.text(poll, "note")).startsWith("the feed is broken XML at line");
        assertThat(part(sources.get(id), "lastContent")).containsKey("note");
    }

    @Test
    void saysWhyEntriesAreRefusedAndThatAFeedIsEmpty() {
        web.onFeed("/odd", rss(item("Mail", "mailto:a@b.example"), item("Good", "https://a.example/good")));
        web.onFeed("/empty", rss());

        var odd = sources.awaitPoll(sources.add(publication, web.url("/odd")), each -> true);
        var empty = sources.awaitPoll(sources.add(publication, web.url("/empty")), each -> true);

        assertThat(part(odd, "counts")).containsEntry("found", 1).containsEntry("refused", 1);
        assertThat(odd).containsEntry("note", "1 entry was refused; the first: not an http or https address");
        assertThat(empty).containsEntry("note", "the feed has no entries");
    }

    @Test
    void followsARedirectAndReadsRelativeLinksFromThere() {
        web.on("/old", exchange -> {
            exchange.getResponseHeaders().set("Location", "/new/feed");
            exchange.sendResponseHeaders(301, -1);
        });
        web.onFeed("/new/feed", rss(item("Relative", "post")));
        var id = sources.add(publication, web.url("/old"));

        assertThat(part(sources.awaitPoll(id, each -> true), "counts")).containsEntry("found", 1);

        assertThat(database.getCollection("links").find(new Document("link.publicationId", publication)))
                .singleElement()
                .satisfies(link -> assertThat(link.getEmbedded(List.of("link", "url"), String.class))
                        .isEqualTo(web.url("/new/post")));
    }

    @Test
    void takesTheAddressToWhichAFeedHasMovedForGoodAndStaysTheSameSource() {
        web.on("/old", exchange -> {
            exchange.getResponseHeaders().set("Location", "/new/feed");
            exchange.sendResponseHeaders(308, -1);
        });
        web.onFeed("/new/feed", FEED);
        var id = sources.add(publication, web.url("/old"));
        sources.awaitPoll(id, each -> true);
        sources.poll(id);
        assertThat(sources.get(id)).containsEntry("feedUrl", web.url("/old"));
        sources.poll(id);

        await().atMost(LONG)
                .until(() -> web.url("/new/feed").equals(sources.get(id).get("feedUrl")));

        sources.poll(id);
        assertThat(web.requests("/old")).hasSize(3);
        assertThat(sources.get(id)).containsEntry("version", 2);
    }

    @Test
    void keepsTheAddressOfAFeedThatIsElsewhereOnlyForNow() {
        web.on("/old", exchange -> {
            exchange.getResponseHeaders().set("Location", "/now/feed");
            exchange.sendResponseHeaders(307, -1);
        });
        web.onFeed("/now/feed", FEED);
        var id = sources.add(publication, web.url("/old"));
        sources.awaitPoll(id, each -> true);
        for (var i = 0; i < 4; i++) {
            sources.poll(id);
        }

        assertThat(sources.get(id)).containsEntry("feedUrl", web.url("/old")).containsEntry("version", 1);
    }

    @Test
    void pausesAFeedThatIsGoneAndPollsItAgainWhenAnEditorResumesIt() {
        var id = sources.add(
                publication,
                web.on("/gone", exchange -> say(exchange, 410, "gone")).url("/gone"));
        await().atMost(LONG)
                .until(() -> "paused".equals(part(sources.get(id), "standing").get("type")));
        assertThat(sources.get(id)).containsEntry("nextPollAt", null);

        web.onFeed("/gone", FEED);
        put(id, Map.of("name", "N", "version", 2)).expectStatus().isOk();

        assertThat(sources.awaitPoll(id, poll -> "polled".equals(poll.get("type"))))
                .isNotEmpty();
    }

    @Test
    void readsAllAnewWhenTheAddressWasChangedThoughTheTagIsTheSame() {
        web.on("/one", exchange -> sameTag(exchange, FEED)).on("/two", exchange -> sameTag(exchange, rss()));
        var id = sources.add(publication, web.url("/one"));
        sources.awaitPoll(id, each -> true);
        var changed = Map.of("name", "N", "version", 1, "feedUrl", web.url("/two"));

        put(id, changed).expectStatus().isOk();

        assertThat(sources.awaitPoll(id, poll -> poll.containsValue("the feed has no entries")))
                .containsEntry("type", "polled");
    }

    private static void sameTag(HttpExchange exchange, String body) throws IOException {
        exchange.getResponseHeaders().set("ETag", "\"same\"");
        if (exchange.getRequestHeaders().containsKey("If-None-Match")) {
            exchange.sendResponseHeaders(304, -1);
        } else {
            say(exchange, 200, body);
        }
    }

    @Test
    void tellsOnTheTopicThatASourceIsGoneAndThatItIsBack() {
        var id = sources.add(
                publication,
                web.on("/gone", exchange -> say(exchange, 410, "gone")).url("/gone"));
        sources.awaitPoll(id, each -> true);
        web.onFeed("/gone", FEED);
        sources.poll(id);

        await().atMost(LONG)
                .untilAsserted(() -> assertThat(ReadTopic.events(SourceEvent.TOPIC, id))
                        .hasExactlyElementsOfTypes(SourceFailing.class, SourceRecovered.class));
    }

    @Test
    void comesBackNoSoonerThanTheServerAsks() {
        web.on("/busy", exchange -> {
            exchange.getResponseHeaders().set("Retry-After", "36000");
            say(exchange, 429, "slow down");
        });
        var id = sources.add(publication, web.url("/busy"));

        assertThat(sources.awaitPoll(id, each -> true)).containsEntry("reason", "http-429");

        var next = Instant.parse(SourceApi.text(sources.get(id), "nextPollAt"));
        assertThat(Duration.between(Instant.now(), next)).isBetween(Duration.ofHours(9), Duration.ofHours(10));
    }

    @Test
    void neverAsksAnAddressInside() {
        var id = sources.add(publication, "http://10.0.0.1/feed.xml");

        assertThat(sources.awaitPoll(id, each -> true)).containsEntry("reason", "forbidden-address");
    }

    @Test
    void lets63OthersGoOnWhileOneServerIsSilent() {
        var arrived = new AtomicInteger();
        web.on("/silent", exchange -> {
            arrived.incrementAndGet();
            exchange.getRequestBody().readAllBytes();
            await().atMost(LONG).until(() -> web.requests("/quick-59").size() == 1);
        });
        var silent = sources.add(publication, web.url("/silent"));
        await().atMost(LONG).until(() -> arrived.get() > 0);

        var quick = IntStream.range(0, 60)
                .mapToObj(i ->
                        sources.add(publication, web.onFeed("/quick-" + i, FEED).url("/quick-" + i)))
                .toList();

        quick.forEach(id -> assertThat(sources.awaitPoll(id, each -> true)).containsEntry("type", "polled"));
        assertThat(sources.awaitPoll(silent, each -> true)).containsEntry("type", "failed");
    }

    private long links() {
        return database.getCollection("links").countDocuments(new Document("link.publicationId", publication));
    }
}
