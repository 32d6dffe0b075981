package app.tidings.ingest.submission.github;

import app.tidings.contracts.BadValue;
import app.tidings.ingest.submission.Offer;
import app.tidings.ingest.submission.Offer.Fault;
import app.tidings.ingest.submission.SubmissionSettings;
import app.tidings.ingest.submission.TakeSubmission;
import app.tidings.ingest.submission.TakeSubmission.Answer;
import app.tidings.ingest.submission.WebhookSecret;
import app.tidings.ingest.submission.receipt.Receipts;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Where a repository's webhook tells of issues (GitHub's documentation: "Webhook events and payloads", {@code issues}). Nothing
 * is believed that is not signed; a delivery that comes again changes nothing, since an issue submits each link once.
 */
@RestController
@RequestMapping("/api/v1/submissions/github/{publication}")
class GithubController {

    private static final Set<String> ACTIONS = Set.of("opened", "reopened", "edited");

    private final TakeSubmission takeSubmission;
    private final Receipts receipts;
    private final Optional<WebhookSecret> secret;
    private final @Nullable String label;
    private final JsonMapper json;

    /** A link that was taken, and the page of its receipt. */
    record Taken(String url, String receipt) {}

    /** A link that was not taken, and why. */
    record Refused(String url, String reason) {}

    /** What became of a delivery. */
    record Outcome(String outcome, List<Taken> taken, List<Refused> refused) {

        static Outcome ignored(String why) {
            return new Outcome(why, List.of(), List.of());
        }
    }

    GithubController(TakeSubmission takeSubmission, Receipts receipts, SubmissionSettings settings, JsonMapper json) {
        this.takeSubmission = takeSubmission;
        this.receipts = receipts;
        this.secret = WebhookSecret.fromFile(settings.githubSecretFile());
        this.label = settings.githubLabel();
        this.json = json;
    }

    /**
     * Takes a delivery. 401 where it is not signed with our secret, 404 where no secret is set up, 415 for a webhook whose
     * content type is not {@code application/json}, 429 where too much was submitted, so that it can be delivered again.
     */
    @PostMapping
    ResponseEntity<Outcome> deliver(
            @PathVariable String publication,
            @RequestHeader(name = "X-Hub-Signature-256", required = false) @Nullable String signature,
            @RequestHeader(name = "X-GitHub-Event", defaultValue = "") String event,
            @RequestHeader(name = HttpHeaders.CONTENT_TYPE, defaultValue = "") String type,
            @RequestBody byte[] body) {
        var shared = secret.orElseThrow(() -> refused(
                HttpStatus.NOT_FOUND,
                "the webhook is not set up here; the operator sets tidings.ingest.submissions.github-secret-file"));
        if (!shared.signed(body, signature)) {
            throw refused(HttpStatus.UNAUTHORIZED, "the delivery is not signed with the secret of this webhook");
        }
        if (!MediaType.APPLICATION_JSON.isCompatibleWith(MediaType.parseMediaType(type))) {
            throw refused(
                    HttpStatus.UNSUPPORTED_MEDIA_TYPE, "choose application/json as the content type of the webhook");
        }
        return switch (event) {
            case "ping" -> ResponseEntity.ok(Outcome.ignored("pong"));
            case "issues" -> issue(publication, Issue.of(read(body)));
            default -> ResponseEntity.ok(Outcome.ignored("ignored: only issues are taken"));
        };
    }

    private JsonNode read(byte[] body) {
        try {
            return json.readTree(body);
        } catch (JacksonException e) {
            throw new BadValue("the body is not valid JSON", e);
        }
    }

    private ResponseEntity<Outcome> issue(String publication, Issue issue) {
        if (!ACTIONS.contains(issue.action())) {
            return ResponseEntity.ok(Outcome.ignored("ignored: the issue is neither opened nor edited"));
        }
        if (label != null && !issue.labels().contains(label)) {
            return ResponseEntity.ok(Outcome.ignored("ignored: the issue has no label " + label));
        }
        var outcome = new Outcome("taken", new ArrayList<>(), new ArrayList<>());
        for (var offer : issue.offers(publication)) {
            if (submit(offer, outcome) instanceof Answer.TooMany(var tryAfter)) {
                return tooMany(tryAfter, outcome);
            }
        }
        return ResponseEntity.accepted().body(outcome);
    }

    private Answer submit(Offer offer, Outcome outcome) {
        var url = String.valueOf(offer.url());
        var answer = takeSubmission.run(offer, null);
        switch (answer) {
            case Answer.Taken(var submission) ->
                outcome.taken().add(new Taken(url, receipts.page(receipts.token(submission.id()))));
            case Answer.Refused(var faults) ->
                outcome.refused()
                        .add(new Refused(url, faults.stream().map(Fault::text).collect(Collectors.joining("; "))));
            case Answer.NoSuchPublication() ->
                throw refused(HttpStatus.NOT_FOUND, "there is no publication " + offer.publication());
            case Answer.Closed() -> throw refused(HttpStatus.FORBIDDEN, "the publication takes no submissions");
            case Answer.NotSetUp() -> throw refused(HttpStatus.NOT_FOUND, "submissions are not set up here");
            case Answer.TooMany _ -> {
                // the caller ends the delivery
            }
        }
        return answer;
    }

    /** What was taken before is known when the delivery is made again. */
    private static ResponseEntity<Outcome> tooMany(Duration tryAfter, Outcome sofar) {
        return ResponseEntity.status(HttpStatus.TOO_MANY_REQUESTS)
                .header(HttpHeaders.RETRY_AFTER, String.valueOf(tryAfter.toSeconds()))
                .body(new Outcome(
                        "too much was submitted; deliver it again in an hour", sofar.taken(), sofar.refused()));
    }

    private static ResponseStatusException refused(HttpStatus status, String reason) {
        return new ResponseStatusException(status, reason);
    }
}
