package app.tidings.ingest.submission.receipt;

import app.tidings.contracts.Credit;
import app.tidings.ingest.submission.receipt.Receipts.Receipt;
import java.net.URI;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A submission as its receipt shows it.
 *
 * @param receipt the page for people
 * @param state a word of {@link Progress#word}
 * @param reason why it was declined
 * @param issue that it stands in, or that the link had gone out with before
 */
public record ReceiptView(
        String id,
        String receipt,
        String publication,
        URI url,
        String title,
        @Nullable Credit credit,
        Instant submittedAt,
        String state,
        @Nullable String reason,
        @Nullable IssueView issue,
        boolean contactKept) {

    /** An issue that went out, and where it can be read, by language. */
    public record IssueView(int number, Map<String, URI> pages) {

        /** The issue that the progress names; null where it names none. */
        public static @Nullable IssueView of(Progress progress) {
            return switch (progress) {
                case Progress.Published(var number, var pages) -> new IssueView(number, pages);
                case Progress.Duplicate(var number, var pages) -> new IssueView(number, pages);
                case Progress.Received(), Progress.AlreadyReceived(), Progress.Shortlisted(), Progress.Placed() -> null;
                case Progress.Declined _ -> null;
            };
        }
    }

    /** Shows it under the address of its page. */
    public static ReceiptView of(Receipt receipt, String page) {
        var submission = receipt.submission();
        return new ReceiptView(
                submission.id(),
                page,
                submission.publicationId(),
                submission.url(),
                submission.title(),
                submission.credit(),
                submission.at(),
                receipt.progress().word(),
                receipt.progress().reason(),
                IssueView.of(receipt.progress()),
                receipt.standing().contact() != null);
    }
}
