package app.tidings.ingest.submission;

import app.tidings.contracts.BadValue;
import app.tidings.ingest.submission.Offer.Fault;
import app.tidings.ingest.submission.TakeSubmission.Answer;
import app.tidings.ingest.submission.receipt.ReceiptView;
import app.tidings.ingest.submission.receipt.Receipts;
import app.tidings.platform.limit.Origin;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;

/** Submissions by programs. */
@RestController
@RequestMapping("/api/v1/submissions")
class SubmissionController {

    private final TakeSubmission takeSubmission;
    private final Receipts receipts;

    /**
     * What somebody submits.
     *
     * @param name how they want to be named in print, and {@code link} where the name leads to
     * @param contact a mail address, shown to editors alone
     */
    record Wish(
            @Nullable String publication,
            @Nullable String url,
            @Nullable String title,
            @Nullable String note,
            @Nullable String name,
            @Nullable String link,
            @Nullable String contact,
            @Nullable String language) {

        Offer offer(@Nullable String key) {
            if (publication == null || publication.isBlank()) {
                throw new BadValue("publication is missing");
            }
            return new Offer(publication, url, title, note, name, link, contact, language, key, "api");
        }

        @Override
        public String toString() {
            return "a wish for " + publication;
        }
    }

    SubmissionController(TakeSubmission takeSubmission, Receipts receipts) {
        this.takeSubmission = takeSubmission;
        this.receipts = receipts;
    }

    /** The header {@code Idempotency-Key} makes a repeated call answer with the first one's receipt. */
    @PostMapping
    ResponseEntity<?> submit(
            @RequestBody Wish wish,
            @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key,
            HttpServletRequest request) {
        var origin = Origin.of(request.getRemoteAddr(), request::getHeaders);
        return switch (takeSubmission.run(wish.offer(key), origin)) {
            case Answer.Taken(var submission) -> created(submission);
            case Answer.Refused(var faults) ->
                throw new BadValue(faults.stream().map(Fault::text).collect(Collectors.joining("; ")));
            case Answer.TooMany(var tryAfter) ->
                ResponseEntity.status(HttpStatus.TOO_MANY_REQUESTS)
                        .header(HttpHeaders.RETRY_AFTER, String.valueOf(tryAfter.toSeconds()))
                        .body(ProblemDetail.forStatusAndDetail(
                                HttpStatus.TOO_MANY_REQUESTS, "too much was submitted; try again in an hour"));
            case Answer.NoSuchPublication() ->
                throw refused(HttpStatus.NOT_FOUND, "there is no publication " + wish.publication());
            case Answer.Closed() -> throw refused(HttpStatus.FORBIDDEN, "the publication takes no submissions");
            case Answer.NotSetUp() ->
                throw refused(
                        HttpStatus.NOT_FOUND,
                        "submissions are not set up here; the operator sets tidings.ingest.submissions.key-file");
        };
    }

    private ResponseEntity<ReceiptView> created(Submission submission) {
        var token = receipts.token(submission.id());
        var receipt = receipts.open(token).orElseThrow();
        return ResponseEntity.created(URI.create("/api/v1/submissions/receipts/" + token))
                .body(ReceiptView.of(receipt, receipts.page(token)));
    }

    private static ResponseStatusException refused(HttpStatus status, String reason) {
        return new ResponseStatusException(status, reason);
    }
}
