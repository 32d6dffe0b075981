package app.tidings.ingest.submission.receipt;

import app.tidings.ingest.submission.Submissions;
import app.tidings.ingest.submission.receipt.Receipts.Receipt;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;

/** Receipts for programs: whoever holds the token may ask. */
@RestController
@RequestMapping("/api/v1/submissions/receipts/{token}")
class ReceiptApiController {

    private final Receipts receipts;
    private final Submissions submissions;

    ReceiptApiController(Receipts receipts, Submissions submissions) {
        this.receipts = receipts;
        this.submissions = submissions;
    }

    /** What the receipt shows. 404 for a token that is none, and where an editor removed the submission. */
    @GetMapping
    ReceiptView receipt(@PathVariable String token) {
        return ReceiptView.of(opened(token), receipts.page(token));
    }

    /** Takes back the contact; twice is as good as once. */
    @DeleteMapping("/contact")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void eraseContact(@PathVariable String token) {
        submissions.eraseContact(opened(token).submission().id());
    }

    private Receipt opened(String token) {
        return receipts.open(token)
                .orElseThrow(() -> new ResponseStatusException(
                        HttpStatus.NOT_FOUND, "there is no receipt of that token, or not any more"));
    }
}
