package app.tidings.ingest.submission.page;

import app.tidings.ingest.submission.Offer;
import app.tidings.ingest.submission.TakeSubmission;
import app.tidings.ingest.submission.TakeSubmission.Answer;
import app.tidings.ingest.submission.receipt.Receipts;
import app.tidings.platform.limit.Origin;
import app.tidings.platform.page.Frame;
import app.tidings.platform.page.Page;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/**
 * The form by which people submit a link. GET only shows it, with the fields filled that the address names, as the bookmarklet
 * does. POST leads to the receipt.
 */
@RestController
@RequestMapping("/submit/{publication}")
class SubmitController {

    private static final MediaType HTML = MediaType.parseMediaType("text/html;charset=UTF-8");
    private static final List<String> FILLED_BY_ADDRESS = List.of("url", "title");

    private final TakeSubmission takeSubmission;
    private final SubmissionPages pages;
    private final Receipts receipts;

    SubmitController(TakeSubmission takeSubmission, SubmissionPages pages, Receipts receipts) {
        this.takeSubmission = takeSubmission;
        this.pages = pages;
        this.receipts = receipts;
    }

    @GetMapping
    ResponseEntity<String> form(
            @PathVariable String publication,
            @RequestParam Map<String, String> address,
            @RequestParam(required = false) @Nullable String lang) {
        var values = new LinkedHashMap<>(address);
        values.keySet().retainAll(FILLED_BY_ADDRESS);
        var frame = pages.frame(publication, lang, values);
        return answer(takeSubmission
                .refusal(publication)
                .map(refusal -> refused(frame, refusal))
                .orElseGet(() -> pages.form(frame, publication, values, List.of())));
    }

    /** A machine that fills in the field that people cannot see gets an answer of the same kind, and nothing happens. */
    @PostMapping
    ResponseEntity<String> submit(
            @PathVariable String publication,
            @RequestParam Map<String, String> form,
            @RequestParam(required = false) @Nullable String lang,
            HttpServletRequest request) {
        var frame = pages.frame(publication, lang, Map.of());
        if (isForeign(request)) {
            return answer(pages.foreign(frame));
        }
        if (!form.getOrDefault("website", "").isEmpty()
                && takeSubmission.refusal(publication).isEmpty()) {
            return receipt(publication + ":" + UUID.randomUUID(), frame);
        }
        var origin = Origin.of(request.getRemoteAddr(), request::getHeaders);
        return switch (takeSubmission.run(offer(publication, form, frame), origin)) {
            case Answer.Taken(var submission) -> receipt(submission.id(), frame);
            case Answer.Refused(var faults) -> answer(pages.form(frame, publication, form, faults));
            case Answer.TooMany(var tryAfter) ->
                ResponseEntity.status(Page.TOO_MANY_REQUESTS)
                        .header(HttpHeaders.RETRY_AFTER, String.valueOf(tryAfter.toSeconds()))
                        .contentType(HTML)
                        .body(pages.tooMany(frame, publication, form).html());
            case Answer.Refusal refusal -> answer(refused(frame, refusal));
        };
    }

    private static Offer offer(String publication, Map<String, String> form, Frame frame) {
        return new Offer(
                publication,
                form.get("url"),
                form.get("title"),
                form.get("note"),
                form.get("name"),
                form.get("link"),
                form.get("contact"),
                frame.words().language(),
                form.get("key"),
                "page");
    }

    private Page refused(Frame frame, Answer.Refusal refusal) {
        return switch (refusal) {
            case Answer.NoSuchPublication() -> pages.notice(Page.NOT_FOUND, frame, "unknown");
            case Answer.Closed() -> pages.notice(Page.FORBIDDEN, frame, "closed");
            case Answer.NotSetUp() -> pages.notice(Page.NOT_FOUND, frame, "off");
        };
    }

    private ResponseEntity<String> receipt(String submissionId, Frame frame) {
        var page = "/submissions/%s?lang=%s"
                .formatted(receipts.token(submissionId), frame.words().language());
        return ResponseEntity.status(HttpStatus.SEE_OTHER)
                .location(URI.create(page))
                .build();
    }

    /**
     * Whether another site's page sent the form. Our pages tell no site where a reader comes from, so browsers may give
     * {@code null} as the origin of our own.
     */
    private static boolean isForeign(HttpServletRequest request) {
        var origin = request.getHeader(HttpHeaders.ORIGIN);
        var elsewhere = origin != null
                && !origin.equals("null")
                && !origin.replaceFirst("^https?://", "").equals(request.getHeader(HttpHeaders.HOST));
        return elsewhere || "cross-site".equals(request.getHeader("Sec-Fetch-Site"));
    }

    static ResponseEntity<String> answer(Page page) {
        return ResponseEntity.status(page.status()).contentType(HTML).body(page.html());
    }
}
