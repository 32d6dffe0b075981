package app.tidings.ingest.submission.receipt;

import app.tidings.ingest.IngestSettings;
import app.tidings.ingest.item.Fate;
import app.tidings.ingest.item.Fates;
import app.tidings.ingest.link.Links;
import app.tidings.ingest.submission.Submission;
import app.tidings.ingest.submission.SubmissionSettings;
import app.tidings.ingest.submission.Submissions;
import app.tidings.ingest.submission.Submissions.Place;
import app.tidings.ingest.submission.Submissions.Standing;
import app.tidings.platform.token.SignedTokens;
import app.tidings.platform.token.TokenKeys;
import app.tidings.platform.token.TokenPurpose;
import app.tidings.platform.token.Verdict;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Receipts: who holds the token of one sees what becomes of the submission, as it stands at that moment, and may take back the
 * contact. A token cannot be made by others and never expires.
 */
@Component
public class Receipts {

    private static final int READ_AT_A_TIME = 200;
    private static final int MOST_LOOKED = 1_000;

    private final Submissions submissions;
    private final Links links;
    private final Fates fates;
    private final String base;
    private final @Nullable SignedTokens tokens;

    /** What is known of a submission now. */
    public record Receipt(Standing standing, Progress progress) {

        public Submission submission() {
            return standing.submission();
        }
    }

    Receipts(
            Submissions submissions,
            Links links,
            Fates fates,
            IngestSettings settings,
            SubmissionSettings own,
            InstantSource clock) {
        this.submissions = submissions;
        this.links = links;
        this.fates = fates;
        this.base = settings.publicUrl() == null
                ? ""
                : settings.publicUrl().toString().replaceAll("/+$", "");
        this.tokens = own.keyFile() == null ? null : new SignedTokens(TokenKeys.fromFile(own.keyFile()), clock);
    }

    /** The token of a submission's receipt. */
    public String token(String submissionId) {
        return Objects.requireNonNull(tokens, "without a key nothing is taken")
                .sign(TokenPurpose.RECEIPT, submissionId, null);
    }

    /** Where the receipt's page is, always under the configured address; its path alone where none is configured. */
    public String page(String token) {
        return base + "/submissions/" + token;
    }

    /** Where a publication's form is, under the configured address; empty where none is configured. */
    public Optional<String> form(String publicationId) {
        return base.isEmpty() ? Optional.empty() : Optional.of(base + "/submit/" + publicationId);
    }

    /** The receipt that a token opens; empty where it opens none, or the submission was removed. */
    public Optional<Receipt> open(String token) {
        return tokens != null && tokens.verify(TokenPurpose.RECEIPT, token) instanceof Verdict.Valid valid
                ? submissions.find(valid.subject()).map(this::of)
                : Optional.empty();
    }

    /** The submission as it stands. */
    Receipt of(Standing standing) {
        var submission = standing.submission();
        var first = links.find(submission.linkId())
                .map(link -> submission.wasFirst(link.link()))
                .orElse(true);
        var fate = fates.find(submission.linkId());
        return fate.orElse(null) instanceof Fate.Merged merged
                ? new Receipt(standing, Progress.of(submission, false, fates.followed(merged)))
                : new Receipt(standing, Progress.of(submission, first, fate));
    }

    /**
     * A page of them.
     *
     * @param next behind which submission the next page begins; null where there is none
     */
    record Page(List<Receipt> receipts, @Nullable Place next) {}

    /**
     * A page of them, the newest first, behind a place. It reads on until the page is full, but not without end: of a state that
     * few have, a page may hold less than the limit, and even nothing, though others follow.
     *
     * @param state a word of {@link Progress#word}; null for all
     */
    Page page(@Nullable String publicationId, @Nullable String state, @Nullable Place after, int limit) {
        var found = new ArrayList<Receipt>();
        var place = after;
        for (var looked = 0; looked < MOST_LOOKED; looked += READ_AT_A_TIME) {
            var read = submissions.page(publicationId, place, READ_AT_A_TIME);
            for (var each : read) {
                var receipt = of(each);
                place = placeOf(each.submission());
                if (state == null || state.equals(receipt.progress().word())) {
                    found.add(receipt);
                }
                if (found.size() == limit) {
                    return new Page(found, place);
                }
            }
            if (read.size() < READ_AT_A_TIME) {
                return new Page(found, null);
            }
        }
        return new Page(found, place);
    }

    private static Place placeOf(Submission submission) {
        return new Place(submission.at().toEpochMilli(), submission.id());
    }
}
