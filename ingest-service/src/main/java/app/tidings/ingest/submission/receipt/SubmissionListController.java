package app.tidings.ingest.submission.receipt;

import app.tidings.contracts.BadValue;
import app.tidings.contracts.Credit;
import app.tidings.ingest.submission.Submissions;
import app.tidings.ingest.submission.Submissions.Place;
import app.tidings.ingest.submission.receipt.ReceiptView.IssueView;
import app.tidings.ingest.submission.receipt.Receipts.Receipt;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;

/** Submissions for editors: list them with what became of each, and remove one. */
@RestController
@RequestMapping("/api/v1/submissions")
class SubmissionListController {

    private static final int MAX_PAGE = 200;

    private final Receipts receipts;
    private final Submissions submissions;

    /** A submission as editors see it. */
    record SubmissionView(
            String id,
            String publication,
            String link,
            URI url,
            String title,
            @Nullable String note,
            @Nullable Credit credit,
            @Nullable String contact,
            String language,
            String door,
            Instant submittedAt,
            String state,
            @Nullable String reason,
            @Nullable IssueView issue) {

        static SubmissionView of(Receipt receipt) {
            var submission = receipt.submission();
            return new SubmissionView(
                    submission.id(),
                    submission.publicationId(),
                    submission.linkId(),
                    submission.url(),
                    submission.title(),
                    submission.note(),
                    submission.credit(),
                    receipt.standing().contact(),
                    submission.language(),
                    submission.door(),
                    submission.at(),
                    receipt.progress().word(),
                    receipt.progress().reason(),
                    IssueView.of(receipt.progress()));
        }

        @Override
        public String toString() {
            return "submission " + id;
        }
    }

    /** A page of submissions, the newest first; {@code next} is the cursor of the next page, if there may be one: only that tells the end. */
    record Page(List<SubmissionView> submissions, @Nullable String next) {}

    SubmissionListController(Receipts receipts, Submissions submissions) {
        this.receipts = receipts;
        this.submissions = submissions;
    }

    /** A page of submissions; of those in a state alone, where one is named. */
    @GetMapping
    Page list(
            @RequestParam(required = false) @Nullable String publication,
            @RequestParam(required = false) @Nullable String state,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(defaultValue = "50") int limit) {
        if (limit < 1 || limit > MAX_PAGE) {
            throw new BadValue("limit is not from 1 to " + MAX_PAGE);
        }
        if (state != null && !Progress.WORDS.contains(state)) {
            throw new BadValue("state is none of: " + String.join(", ", Progress.WORDS));
        }
        var page = receipts.page(publication, state, place(cursor), limit);
        return new Page(
                page.receipts().stream().map(SubmissionView::of).toList(),
                page.next() == null ? null : cursor(page.next()));
    }

    private static String cursor(Place place) {
        return place.at() + ":" + place.id();
    }

    private static @Nullable Place place(@Nullable String cursor) {
        if (cursor == null) {
            return null;
        }
        if (!cursor.matches("\\d{1,15}:.+")) {
            throw new BadValue("cursor is none that a page named as next");
        }
        var colon = cursor.indexOf(':');
        return new Place(Long.parseLong(cursor.substring(0, colon)), cursor.substring(colon + 1));
    }

    /** Removes a submission with its contact, as spam or because its contributor asks for it. The link stays. */
    @DeleteMapping("/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void remove(@PathVariable String id) {
        if (!submissions.remove(id)) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND, "there is no submission " + id);
        }
    }
}
