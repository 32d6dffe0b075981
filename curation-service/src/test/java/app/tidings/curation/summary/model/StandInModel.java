package app.tidings.curation.summary.model;

import static java.nio.charset.StandardCharsets.UTF_8;

import app.tidings.curation.PageServer;
import app.tidings.curation.PageServer.Route;
import com.mongodb.client.MongoDatabase;
import com.sun.net.httpserver.HttpExchange;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Function;
import tools.jackson.databind.json.JsonMapper;

/** A model that says what a test wants, in the chat completions protocol, or misbehaves. */
public final class StandInModel {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private StandInModel() {}

    /** A model that may be asked so often a day; it shares no answers with others. */
    public static Models at(String endpoint, int dailyCalls, MongoDatabase database, InstantSource clock) {
        var minute = Duration.ofMinutes(1);
        var settings = new ModelSettings(
                URI.create(endpoint), UUID.randomUUID().toString(), null, minute, dailyCalls, 1, minute, Map.of());
        return new Models(settings, new ModelStore(database), clock, new SimpleMeterRegistry());
    }

    /** Says this text as a whole answer. */
    public static Route says(String text) {
        return exchange -> json(exchange, completion(text, "stop"));
    }

    /** What a model is asked. */
    public record Question(String key, String model, String orders, String material) {}

    /** Gives the answer that is right for the question. */
    public static Route hears(Function<Question, Route> answer) {
        return exchange -> {
            var asked = JSON.readTree(exchange.getRequestBody().readAllBytes());
            var messages = asked.path("messages");
            var question = new Question(
                    String.valueOf(exchange.getRequestHeaders().getFirst("Authorization")),
                    asked.path("model").asString(""),
                    messages.path(0).path("content").asString(""),
                    messages.path(1).path("content").asString(""));
            answer.apply(question).answer(exchange);
        };
    }

    static Route cutsOff(String text) {
        return exchange -> json(exchange, completion(text, "length"));
    }

    static Route answers(String body) {
        return exchange -> json(exchange, body);
    }

    public static Route fails(int status, String retryAfter) {
        return fails(status, retryAfter, "");
    }

    /** Fails and says why. */
    public static Route fails(int status, String retryAfter, String why) {
        return exchange -> {
            var body = JSON.writeValueAsBytes(Map.of("error", Map.of("message", why)));
            exchange.getResponseHeaders().set("Retry-After", retryAfter);
            exchange.getResponseHeaders().set("Content-Type", "application/json");
            exchange.sendResponseHeaders(status, body.length);
            exchange.getResponseBody().write(body);
        };
    }

    /** Promises more than it sends. */
    static Route breaksOff() {
        return exchange -> {
            exchange.getResponseHeaders().set("Content-Type", "application/json");
            exchange.sendResponseHeaders(200, 10_000);
            exchange.getResponseBody().write("{\"id\":".getBytes(UTF_8));
            exchange.getResponseBody().flush();
        };
    }

    /** Sends a stream of events that nobody asked for, and cuts it in the midst of one. */
    static Route streamsAndBreaksOff() {
        return exchange -> {
            exchange.getResponseHeaders().set("Content-Type", "text/event-stream");
            exchange.sendResponseHeaders(200, 0);
            var chunk = "data: {\"choices\": [{\"index\": 0, \"delta\": {\"content\": \"It is\"}}]}\n\ndata: {\"cho";
            exchange.getResponseBody().write(chunk.getBytes(UTF_8));
            exchange.getResponseBody().flush();
        };
    }

    /** Says the text, bit by bit, with a pause before each. */
    static Route dribbles(String text, Duration pause) {
        return exchange -> {
            exchange.getResponseHeaders().set("Content-Type", "application/json");
            exchange.sendResponseHeaders(200, 0);
            for (var bit : completion(text, "stop").split("(?s)(?<=\\G.{40})", -1)) {
                LockSupport.parkNanos(pause.toNanos());
                exchange.getResponseBody().write(bit.getBytes(UTF_8));
                exchange.getResponseBody().flush();
            }
        };
    }

    /** Goes on until the reader hangs up, and counts what it sent. */
    static Route neverEnds(AtomicLong sent) {
        return exchange -> {
            exchange.getResponseHeaders().set("Content-Type", "application/json");
            exchange.sendResponseHeaders(200, 0);
            var blanks = " ".repeat(8192).getBytes(UTF_8);
            while (true) {
                exchange.getResponseBody().write(blanks);
                sent.addAndGet(blanks.length);
            }
        };
    }

    /** Says nothing at all until it is let go. */
    public static Route isSilent(CountDownLatch until) {
        return exchange -> {
            try {
                until.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        };
    }

    private static void json(HttpExchange exchange, String body) throws IOException {
        PageServer.say(exchange, "application/json", body.getBytes(UTF_8));
    }

    private static String completion(String text, String reason) {
        return """
                {"id": "c1", "object": "chat.completion", "created": 1, "model": "stand-in",
                 "choices": [{"index": 0, "finish_reason": "%s", "logprobs": null,
                              "message": {"role": "assistant", "content": %s, "refusal": null}}],
                 "usage": {"prompt_tokens": 7, "completion_tokens": 3, "total_tokens": 10}}""".formatted(reason, JSON.writeValueAsString(text));
    }
}
