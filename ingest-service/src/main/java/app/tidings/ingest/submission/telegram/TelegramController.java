package app.tidings.ingest.submission.telegram;

import app.tidings.contracts.BadValue;
import app.tidings.ingest.submission.Offer;
import app.tidings.ingest.submission.SubmissionSettings;
import app.tidings.ingest.submission.TakeSubmission;
import app.tidings.ingest.submission.TakeSubmission.Answer;
import app.tidings.ingest.submission.WebhookSecret;
import app.tidings.ingest.submission.page.ContributorWords;
import app.tidings.ingest.submission.receipt.Receipts;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
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
 * Where Telegram brings what people write to the bot (Telegram's "Bot API", {@code setWebhook}). The answer itself names the
 * method by which Telegram replies, so nothing is called from here; an update that comes again changes nothing.
 */
@RestController
@RequestMapping("/api/v1/submissions/telegram/{publication}")
class TelegramController {

    private final TakeSubmission takeSubmission;
    private final Receipts receipts;
    private final Optional<WebhookSecret> secret;
    private final JsonMapper json;

    /** What Telegram is told to do: to write this under the message. */
    record Reply(
            String method,
            @JsonProperty("chat_id") long chat,
            String text,
            @JsonProperty("reply_parameters") Map<String, Object> replyParameters,
            @JsonProperty("link_preview_options") Map<String, Object> linkPreviewOptions) {

        static Reply under(Message message, String text) {
            return new Reply(
                    "sendMessage",
                    message.chat(),
                    text,
                    Map.of("message_id", message.id(), "allow_sending_without_reply", true),
                    Map.of("is_disabled", true));
        }
    }

    TelegramController(TakeSubmission takeSubmission, Receipts receipts, SubmissionSettings settings, JsonMapper json) {
        this.takeSubmission = takeSubmission;
        this.receipts = receipts;
        this.secret = WebhookSecret.fromFile(settings.telegramSecretFile());
        this.json = json;
    }

    /**
     * Takes an update. 401 without our secret, 404 where no secret is set up; what is no message with a link is answered with
     * nothing.
     */
    @PostMapping
    ResponseEntity<Reply> update(
            @PathVariable String publication,
            @RequestHeader(name = "X-Telegram-Bot-Api-Secret-Token", required = false) @Nullable String token,
            @RequestBody byte[] body) {
        var shared = secret.orElseThrow(() -> refused(
                HttpStatus.NOT_FOUND,
                "the bot is not set up here; the operator sets tidings.ingest.submissions.telegram-secret-file"));
        if (!shared.is(token)) {
            throw refused(HttpStatus.UNAUTHORIZED, "this is not the secret token of this webhook");
        }
        return Message.of(read(body))
                .flatMap(message -> answer(publication, message))
                .map(ResponseEntity::ok)
                .orElseGet(() -> ResponseEntity.ok().build());
    }

    private JsonNode read(byte[] body) {
        try {
            return json.readTree(body);
        } catch (JacksonException e) {
            throw new BadValue("the body is not valid JSON", e);
        }
    }

    private Optional<Reply> answer(String publication, Message message) {
        if (message.links().isEmpty()) {
            return message.isPrivate()
                    ? Optional.of(Reply.under(
                            message, ContributorWords.in(message.language()).get("telegram.hint")))
                    : Optional.empty();
        }
        var text = message.links().stream()
                .map(link -> link + "\n" + said(publication, message, link))
                .collect(Collectors.joining("\n\n"));
        return Optional.of(Reply.under(message, text));
    }

    private String said(String publication, Message message, String link) {
        var words = ContributorWords.in(message.language());
        return switch (takeSubmission.run(offer(publication, message, link), null)) {
            case Answer.Taken(var submission) ->
                words.get("telegram.taken", receipts.page(receipts.token(submission.id())));
            case Answer.Refused _ -> words.get("fault.url.BAD");
            case Answer.TooMany _ -> words.get("too-many.text");
            case Answer.NoSuchPublication() -> words.get("unknown.title");
            case Answer.Closed() -> words.get("closed.title");
            case Answer.NotSetUp() -> words.get("off.title");
        };
    }

    private static Offer offer(String publication, Message message, String link) {
        var language = message.language().matches("[a-zA-Z]{2,3}(-[a-zA-Z0-9]{2,8})*") ? message.language() : null;
        return new Offer(
                publication,
                link,
                null,
                null,
                message.name(),
                message.profile(),
                null,
                language,
                "message %d %d".formatted(message.chat(), message.id()),
                "telegram");
    }

    private static ResponseStatusException refused(HttpStatus status, String reason) {
        return new ResponseStatusException(status, reason);
    }
}
