package app.tidings.ingest.submission;

import static app.tidings.ingest.FeedServer.say;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import app.tidings.contracts.LinkEvent;
import app.tidings.contracts.LinkEvent.LinkFound;
import app.tidings.contracts.Sighting;
import app.tidings.ingest.FeedServer;
import app.tidings.ingest.link.KeepLinks;
import app.tidings.ingest.publication.Publications;
import app.tidings.ingest.shortened.ShortAddresses;
import app.tidings.ingest.submission.TakeSubmission.Answer.Taken;
import app.tidings.platform.fetch.FetchSettings;
import app.tidings.platform.fetch.SafeFetcher;
import app.tidings.platform.fetch.TestSettings;
import app.tidings.platform.testing.ReadTopic;
import java.net.URI;
import java.time.InstantSource;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Submissions of shortened addresses, where a server on this machine is a shortener. */
class ShortenedSubmissionIT extends SubmissionTest {

    private final FeedServer shortener = new FeedServer();
    private final SafeFetcher fetcher = new SafeFetcher(TestSettings.onLoopback());
    private TakeSubmission takeSubmission;

    @BeforeEach
    void takeWithThatShortener(
            @Autowired Publications publications,
            @Autowired SubmissionBudget budget,
            @Autowired Submissions submissions,
            @Autowired OpenSubmissions open,
            @Autowired KeepLinks keepLinks,
            @Autowired SubmissionSettings settings,
            @Autowired FetchSettings fetchSettings,
            @Autowired InstantSource clock) {
        var shortAddresses = new ShortAddresses(fetcher, Set.of("127.0.0.1"));
        takeSubmission = new TakeSubmission(
                publications, budget, submissions, open, keepLinks, shortAddresses, settings, fetchSettings, clock);
    }

    @AfterEach
    void close() {
        fetcher.close();
        shortener.close();
    }

    @Test
    void becomeTheLinkThatTheyLeadTo() {
        var weekly = told();
        leads("/a", page + "?utm_source=short");

        submit(weekly, "/a", null);

        var found = (LinkFound) told(weekly, page, 1).getFirst();
        assertThat(found.url()).isEqualTo(URI.create(page));
        assertThat(found.title()).isEqualTo(page);
        assertThat(found.sightings()).extracting(Sighting::shownUrl).containsExactly(URI.create(shortener.url("/a")));
    }

    @Test
    void areTheSameWhenTheyArePostedTwiceThoughTheShortenerIsGoneMeanwhile() {
        var weekly = told();
        leads("/a", page);

        var first = submit(weekly, "/a", "key");
        shortener.on("/a", exchange -> say(exchange, 404, "gone"));
        var again = submit(weekly, "/a", "key");

        assertThat(again).isEqualTo(first);
        assertThat(shortener.requests("/a")).hasSize(1);
    }

    @Test
    void stayAsTheyWereTypedWhereTheShortenerDoesNotSay() {
        var weekly = told();
        shortener.on("/a", exchange -> say(exchange, 404, "gone"));

        var standing = submit(weekly, "/a", null);

        assertThat(standing.url()).isEqualTo(URI.create(shortener.url("/a")));
        await().atMost(LONG)
                .untilAsserted(() -> assertThat(ReadTopic.events(LinkEvent.TOPIC, standing.linkId()))
                        .singleElement()
                        .isInstanceOf(LinkFound.class));
    }

    private Submission submit(String publication, String path, @Nullable String key) {
        var offer = new Offer(publication, shortener.url(path), null, null, "Ada", null, null, null, key, "api");
        return ((Taken) takeSubmission.run(offer, null)).submission();
    }

    private void leads(String path, String target) {
        shortener.on(path, exchange -> {
            exchange.getResponseHeaders().set("Location", target);
            exchange.sendResponseHeaders(301, -1);
        });
    }
}
