package app.tidings.ingest.websub;

import static java.nio.charset.StandardCharsets.UTF_8;

import app.tidings.ingest.websub.KeepContent.Sent;
import app.tidings.platform.fetch.Body;
import app.tidings.platform.fetch.FetchSettings;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.security.MessageDigest;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.InvalidMediaTypeException;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;

/**
 * Where hubs call: each subscription has an address of its own that nobody can guess, and needs no other credential (WebSub
 * §5.1, §5.3, §7). Of an address that is not there nothing is read.
 */
@RestController
@RequestMapping("/websub/{token}")
class CallbackController {

    private static final String PREFIX = "hub.";
    private static final int MAX_CHALLENGE = 1_000;

    /** So much large content is in hand at a time; any hub may send, and as much as it likes. */
    private static final int LARGE_AT_A_TIME = 4;

    private final Subscriptions subscriptions;
    private final ConfirmIntent confirmIntent;
    private final KeepContent keepContent;
    private final int smallBytes;
    private final Semaphore large = new Semaphore(LARGE_AT_A_TIME);

    CallbackController(
            Subscriptions subscriptions, ConfirmIntent confirmIntent, KeepContent keepContent, FetchSettings fetching) {
        this.subscriptions = subscriptions;
        this.confirmIntent = confirmIntent;
        this.keepContent = keepContent;
        this.smallBytes = (int) Math.min(fetching.smallBody().toBytes(), keepContent.maxBytes());
    }

    /** The hub asks back, or denies: 200 with its challenge where it is as we asked, else 404 (§5.3.1). */
    @GetMapping
    ResponseEntity<String> intent(@PathVariable String token, @RequestParam Map<String, String> query) {
        var asked = query.entrySet().stream()
                .filter(field -> field.getKey().startsWith(PREFIX))
                .collect(Collectors.toMap(field -> field.getKey().substring(PREFIX.length()), Map.Entry::getValue));
        var challenge = "denied".equals(asked.get("mode")) ? "" : asked.get("challenge");
        if (challenge == null || !isHarmless(challenge) || !confirmIntent.run(existing(token), asked)) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND, "that is not what was asked for");
        }
        return ResponseEntity.ok().contentType(MediaType.TEXT_PLAIN).body(challenge);
    }

    /** A page could be made to show what it holds (§8 "Subscriptions"). */
    private static boolean isHarmless(String challenge) {
        return challenge.length() <= MAX_CHALLENGE && challenge.chars().noneMatch(Character::isISOControl);
    }

    /**
     * The hub sends content: 202 where it was kept, or is ignored; 410 where the subscription has ended; 413 where it is too
     * large, and 503 where too much of the same hub waits already, or too much comes in at the same time (§7).
     */
    @PostMapping
    ResponseEntity<Void> content(
            @PathVariable String token,
            @RequestHeader(name = "X-Hub-Signature", required = false) @Nullable String signature,
            @RequestHeader(name = HttpHeaders.CONTENT_TYPE, required = false) @Nullable String type,
            InputStream body)
            throws IOException {
        var subscription = existing(token);
        var first = body.readNBytes(smallBytes + 1);
        var status = first.length <= smallBytes
                ? kept(subscription, new Sent(Body.of(first), charset(type), signature))
                : keptInTurn(
                        subscription,
                        new SequenceInputStream(new ByteArrayInputStream(first), body),
                        charset(type),
                        signature);
        return ResponseEntity.status(status).build();
    }

    private HttpStatus keptInTurn(
            Subscription subscription, InputStream body, @Nullable String charset, @Nullable String signature)
            throws IOException {
        if (!large.tryAcquire()) {
            return HttpStatus.SERVICE_UNAVAILABLE;
        }
        try {
            var bytes = Body.of(body.readNBytes(keepContent.maxBytes() + 1));
            return kept(subscription, new Sent(bytes, charset, signature));
        } finally {
            large.release();
        }
    }

    private HttpStatus kept(Subscription subscription, Sent sent) {
        return switch (keepContent.run(subscription, sent)) {
            case KEPT, IGNORED -> HttpStatus.ACCEPTED;
            case ENDED -> HttpStatus.GONE;
            case TOO_LARGE -> HttpStatus.CONTENT_TOO_LARGE;
            case TOO_MUCH -> HttpStatus.SERVICE_UNAVAILABLE;
        };
    }

    private Subscription existing(String token) {
        var parts = token.split("\\.", 2);
        return Optional.of(parts)
                .filter(both -> both.length == 2)
                .flatMap(both -> subscriptions.find(both[0]))
                .filter(found -> MessageDigest.isEqual(bytes(found.key()), bytes(parts[1])))
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND, "there is no such subscription"));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(UTF_8);
    }

    private static @Nullable String charset(@Nullable String type) {
        try {
            var charset = type == null ? null : MediaType.parseMediaType(type).getCharset();
            return charset == null ? null : charset.name();
        } catch (InvalidMediaTypeException e) {
            return null;
        }
    }
}
