package app.tidings.ingest.submission.page;

import app.tidings.ingest.submission.Submissions;
import app.tidings.ingest.submission.receipt.Receipts;
import app.tidings.ingest.submission.receipt.Receipts.Receipt;
import app.tidings.platform.page.Page;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The receipt for people. GET only shows; the button's POST erases the contact, and twice is as good as once. */
@RestController
@RequestMapping("/submissions/{token}")
class ReceiptController {

    private final Receipts receipts;
    private final Submissions submissions;
    private final SubmissionPages pages;

    ReceiptController(Receipts receipts, Submissions submissions, SubmissionPages pages) {
        this.receipts = receipts;
        this.submissions = submissions;
        this.pages = pages;
    }

    @GetMapping
    ResponseEntity<String> show(@PathVariable String token, @RequestParam(required = false) @Nullable String lang) {
        return SubmitController.answer(page(token, lang));
    }

    @PostMapping
    ResponseEntity<String> eraseContact(
            @PathVariable String token, @RequestParam(required = false) @Nullable String lang) {
        receipts.open(token)
                .ifPresent(
                        receipt -> submissions.eraseContact(receipt.submission().id()));
        return SubmitController.answer(page(token, lang));
    }

    private Page page(String token, @Nullable String lang) {
        return receipts.open(token)
                .map(receipt -> page(receipt, lang))
                .orElseGet(() -> pages.notice(Page.NOT_FOUND, pages.frame("", lang, Map.of()), "gone"));
    }

    private Page page(Receipt receipt, @Nullable String lang) {
        var submission = receipt.submission();
        var frame = pages.frame(submission.publicationId(), lang == null ? submission.language() : lang, Map.of());
        return pages.receipt(frame, receipt);
    }
}
