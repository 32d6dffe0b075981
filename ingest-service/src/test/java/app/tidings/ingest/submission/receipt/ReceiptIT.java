package app.tidings.ingest.submission.receipt;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import app.tidings.contracts.Ids;
import app.tidings.contracts.ItemEvent.ItemDeclined;
import app.tidings.contracts.ItemEvent.ItemEnriched;
import app.tidings.contracts.ItemEvent.ItemMerged;
import app.tidings.contracts.ItemEvent.ItemPlaced;
import app.tidings.contracts.ItemEvent.ItemPublished;
import app.tidings.contracts.ItemEvent.ItemShortlisted;
import app.tidings.contracts.ItemEvent.ItemSplit;
import app.tidings.contracts.ItemEvent.ItemUnplaced;
import app.tidings.ingest.SourceApi;
import app.tidings.ingest.submission.SubmissionTest;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What a receipt says as editors go on, told by the broker. */
class ReceiptIT extends SubmissionTest {

    private static final Map<String, URI> PAGES = Map.of(
            "zh", URI.create("https://news.localhost/weekly/zh/45"),
            "en", URI.create("https://news.localhost/weekly/en/45"));

    private final String weekly = aPublication();
    private final String item = Ids.link(weekly, page);
    private final String issue = weekly + ":01JD3Z7G6W8M4B9N2Q5R6S7T8V";

    @Test
    void followsALinkIntoAnIssue() {
        told(weekly);
        var token = token(submitted(weekly, page, "Ada"));

        CURATION.event(new ItemShortlisted(item, weekly, 2, Instant.now()));
        awaitState(token, "shortlisted");
        CURATION.event(new ItemPlaced(item, weekly, 3, issue, "articles", Instant.now()));
        awaitState(token, "placed");
        CURATION.event(new ItemUnplaced(item, weekly, 4, issue, Instant.now()));
        awaitState(token, "shortlisted");
        CURATION.event(new ItemPublished(item, weekly, 5, issue, 45, PAGES, Instant.now()));
        awaitState(token, "published");

        assertThat(receipt(token).get("issue"))
                .isEqualTo(Map.of(
                        "number",
                        45,
                        "pages",
                        Map.of("zh", String.valueOf(PAGES.get("zh")), "en", String.valueOf(PAGES.get("en")))));
    }

    @Test
    void tellsWhyALinkIsDeclinedAndThatItIsWantedAfterAll() {
        told(weekly);
        var token = token(submitted(weekly, page, "Ada"));

        CURATION.event(new ItemDeclined(item, weekly, 2, "太旧了 <b>", Instant.now()));
        awaitState(token, "declined");
        assertThat(receipt(token)).containsEntry("reason", "太旧了 <b>");
        CURATION.event(new ItemShortlisted(item, weekly, 3, Instant.now()));
        awaitState(token, "shortlisted");
        CURATION.event(new ItemDeclined(item, weekly, 2, "heard again", Instant.now()));
        awaitTaken(); // of the same key, so the one before it is through
        assertThat(receipt(token)).containsEntry("state", "shortlisted");
    }

    private void awaitTaken() {
        CURATION.event(new ItemEnriched(
                item,
                weekly,
                4,
                1,
                URI.create(page),
                "T",
                null,
                null,
                "article",
                null,
                null,
                List.of(),
                Instant.now()));
        await().atMost(LONG)
                .untilAsserted(() -> assertThat(new SourceApi(api()).link(item)).containsEntry("taken", true));
    }

    @Test
    void saysOfALinkThatHadGoneOutBeforeInWhichIssue() {
        told(weekly);
        var early = token(submitted(weekly, page, "Ada"));
        CURATION.event(new ItemPublished(item, weekly, 2, issue, 38, PAGES, Instant.now()));
        awaitState(early, "published");

        var late = submitted(weekly, page, "Lin");

        assertThat(late).containsEntry("state", "duplicate");
        assertThat(String.valueOf(late.get("issue"))).contains("38");
        assertThat(receipt(early)).containsEntry("state", "published");
    }

    @Test
    void followsTheItemThatStandsForTheSubmittedOne() {
        told(weekly);
        var other = Ids.link(weekly, "https://other.example/" + item);
        CURATION.event(new ItemPublished(other, weekly, 2, issue, 38, PAGES, Instant.now()));
        var token = token(submitted(weekly, page, "Ada"));

        CURATION.event(new ItemMerged(item, weekly, 3, 1, other, "redirect", Instant.now()));
        awaitState(token, "duplicate");
        assertThat(String.valueOf(receipt(token).get("issue"))).contains("38");

        CURATION.event(new ItemSplit(item, weekly, 4, other, Instant.now()));
        awaitState(token, "received");
    }
}
