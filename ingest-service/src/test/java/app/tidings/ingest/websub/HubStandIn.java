package app.tidings.ingest.websub;

import static app.tidings.ingest.FeedServer.say;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import app.tidings.ingest.FeedServer;
import app.tidings.ingest.IngestTest;
import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Collectors;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * A hub as the WebSub Recommendation has it, that takes nothing it need not take: it checks every field of a request (§5.1),
 * asks back before it has answered (§5.3), keeps what was agreed until it is agreed otherwise, and signs what it sends (§7.1).
 */
final class HubStandIn {

    private static final HttpClient HTTP = HttpClient.newHttpClient();

    private final List<Asked> asked = new CopyOnWriteArrayList<>();
    private final List<HttpResponse<String>> answersToChallenges = new CopyOnWriteArrayList<>();
    private final Map<String, Asked> agreed = new ConcurrentHashMap<>();
    private final URI address;
    private volatile int leaseSeconds = 864_000;
    private volatile int status = 202;
    private volatile String denial = "";

    /** A request that was as it has to be. */
    record Asked(String callback, String mode, String topic, String secret, String leaseSeconds, Instant at) {}

    HubStandIn(FeedServer web, String path) {
        web.on(path, this::take);
        this.address = URI.create(web.url(path));
    }

    URI address() {
        return address;
    }

    /** Grants leases of so many seconds from now on. */
    HubStandIn leasing(int seconds) {
        leaseSeconds = seconds;
        return this;
    }

    /** Answers with a status from now on, and does nothing more. */
    HubStandIn refusing(int with) {
        status = with;
        return this;
    }

    /** Denies what is asked for from now on. */
    HubStandIn denying(String reason) {
        denial = reason;
        return this;
    }

    List<Asked> asked() {
        return asked;
    }

    List<Asked> asked(String mode) {
        return asked.stream().filter(each -> each.mode().equals(mode)).toList();
    }

    /** What was answered to challenges. */
    List<HttpResponse<String>> answersToChallenges() {
        return answersToChallenges;
    }

    boolean holds(String topic) {
        return agreed.values().stream().anyMatch(each -> each.topic().equals(topic));
    }

    private void take(HttpExchange exchange) throws IOException {
        var type = exchange.getRequestHeaders().getFirst("Content-Type");
        var form = form(new String(exchange.getRequestBody().readAllBytes(), UTF_8));
        var fault = fault(exchange.getRequestMethod(), type, form);
        if (!fault.isEmpty() || status != 202) {
            asked.add(asked(form));
            say(exchange, fault.isEmpty() ? status : 400, fault);
            return;
        }
        var request = asked(form);
        asked.add(request);
        var asksBack =
                Thread.startVirtualThread(denial.isEmpty() ? () -> askBack(request) : () -> deny(request, denial));
        join(asksBack);
        say(exchange, 202, "");
    }

    private static void join(Thread thread) {
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static Asked asked(Map<String, String> form) {
        return new Asked(
                form.getOrDefault("hub.callback", ""),
                form.getOrDefault("hub.mode", ""),
                form.getOrDefault("hub.topic", ""),
                form.getOrDefault("hub.secret", ""),
                form.getOrDefault("hub.lease_seconds", ""),
                Instant.now());
    }

    private String fault(String method, String type, Map<String, String> form) {
        var request = asked(form);
        if (!method.equals("POST") || !"application/x-www-form-urlencoded".equals(type)) {
            return "not a form that was posted";
        }
        if (!request.callback().startsWith("http://") || !request.topic().startsWith("http://")) {
            return "callback or topic is no address";
        }
        return switch (request.mode()) {
            case "subscribe" ->
                request.secret().isEmpty()
                                || request.secret().getBytes(UTF_8).length >= 200
                                || !request.leaseSeconds().matches("[1-9]\\d*")
                        ? "secret or lease is not as it must be"
                        : "";
            case "unsubscribe" -> agreed.containsKey(request.callback()) ? "" : "there is no such subscription";
            default -> "mode is neither subscribe nor unsubscribe";
        };
    }

    private static Map<String, String> form(String body) {
        return Arrays.stream(body.split("&", -1))
                .map(field -> field.split("=", 2))
                .collect(Collectors.toMap(
                        field -> URLDecoder.decode(field[0], UTF_8), field -> URLDecoder.decode(field[1], UTF_8)));
    }

    private void askBack(Asked request) {
        var challenge = UUID.randomUUID().toString();
        var answer = call(request.callback(), request.mode(), request.topic(), challenge);
        answersToChallenges.add(answer);
        if (answer.statusCode() / 100 == 2 && answer.body().equals(challenge)) {
            if (request.mode().equals("subscribe")) {
                agreed.put(request.callback(), request);
            } else {
                agreed.remove(request.callback());
            }
        }
    }

    /** Asks back, whether it was asked or not. */
    HttpResponse<String> call(String callback, String mode, String topic, String challenge) {
        return get("%s?hub.mode=%s&hub.topic=%s&hub.challenge=%s&hub.lease_seconds=%d"
                .formatted(callback, mode, URLEncoder.encode(topic, UTF_8), challenge, leaseSeconds));
    }

    /** Denies a subscription, be it one that was agreed. */
    HttpResponse<String> deny(Asked request, String reason) {
        agreed.remove(request.callback());
        return get("%s?hub.mode=denied&hub.topic=%s&hub.reason=%s"
                .formatted(
                        request.callback(),
                        URLEncoder.encode(request.topic(), UTF_8),
                        URLEncoder.encode(reason, UTF_8)));
    }

    private static HttpResponse<String> get(String uri) {
        return send(HttpRequest.newBuilder(URI.create(uri)).build());
    }

    private static HttpResponse<String> send(HttpRequest request) {
        try {
            return HTTP.send(request, BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** Sends a document to whoever has subscribed to the topic, signed as it has to be; every one must take it. */
    void publish(String topic, String document) {
        // who was asked back knows of it a moment before the hub does
        await().atMost(IngestTest.LONG).until(() -> holds(topic));
        var receivers = agreed.values().stream().filter(each -> each.topic().equals(topic));
        receivers.forEach(each -> assertThat(push(each.callback(), document, "sha256=" + signature(each, document)))
                .isBetween(200, 299));
    }

    /** Sends a document under a signature; returns the status. */
    int push(String callback, String document, String signature) {
        var request = HttpRequest.newBuilder(URI.create(callback))
                .header("Content-Type", "application/rss+xml; charset=utf-8")
                .header("Link", "<%s>; rel=\"hub\"".formatted(address))
                .POST(BodyPublishers.ofString(document));
        if (!signature.isEmpty()) {
            request.header("X-Hub-Signature", signature);
        }
        return send(request.build()).statusCode();
    }

    static String signature(Asked request, String document) {
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(request.secret().getBytes(UTF_8), "HmacSHA256"));
            return HexFormat.of().formatHex(mac.doFinal(document.getBytes(UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
