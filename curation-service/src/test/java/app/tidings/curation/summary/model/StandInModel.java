package app.tidings.curation.summary.model;

import static java.nio.charset.StandardCharsets.UTF_8;

import app.tidings.curation.PageServer;
import app.tidings.curation.PageServer.Route;
import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import tools.jackson.databind.json.JsonMapper;

/** A model that says what a test wants, in the chat completions protocol, or misbehaves. */
public final class StandInModel {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private StandInModel() {}

    /** Says this text as a whole answer. */
    public static Route says(String text) {
        return exchange -> json(exchange, completion(text, "stop"));
    }

    static Route cutsOff(String text) {
        return exchange -> json(exchange, completion(text, "length"));
    }

    static Route answers(String body) {
        return exchange -> json(exchange, body);
    }

    static Route fails(int status, String retryAfter) {
        return exchange -> {
            exchange.getResponseHeaders().set("Retry-After", retryAfter);
            exchange.getResponseHeaders().set("Content-Type", "application/json");
            exchange.sendResponseHeaders(status, 2);
            exchange.getResponseBody().write("{}".getBytes(UTF_8));
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

    static Route neverEnds() {
        return exchange -> {
            exchange.getResponseHeaders().set("Content-Type", "text/event-stream");
            exchange.sendResponseHeaders(200, 0);
            var chunk = ("data: " + completion("on and on", "") + "\n\n").getBytes(UTF_8);
            while (true) {
                exchange.getResponseBody().write(chunk); // until the reader hangs up
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
