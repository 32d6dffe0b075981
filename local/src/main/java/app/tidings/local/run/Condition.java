package app.tidings.local.run;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.stream.Collectors;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** How a part is, in a word or a few. */
public record Condition(boolean up, String words) {

    static final Condition DOWN = new Condition(false, "down");
    private static final Condition UP = new Condition(true, "up");
    private static final Condition STARTING = new Condition(false, "starting");
    private static final Duration PATIENCE = Duration.ofSeconds(5);
    private static final JsonMapper JSON = JsonMapper.builder().build();

    /** Asks a part whose process runs. */
    static Condition of(Part part, Ports ports) {
        var service = part.service();
        if (service == null) {
            return Ports.taken(part.port()) ? UP : STARTING;
        }
        return ofService(ports.management(service));
    }

    /** Asks a service at its management port of 127.0.0.1. */
    public static Condition ofService(int managementPort) {
        var address = URI.create("http://127.0.0.1:%d/actuator/health/readiness".formatted(managementPort));
        try (var client = HttpClient.newBuilder().connectTimeout(PATIENCE).build()) {
            var request = HttpRequest.newBuilder(address).timeout(PATIENCE).build();
            return inWords(client.send(request, BodyHandlers.ofString()).body());
        } catch (IOException e) {
            return STARTING;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return STARTING;
        }
    }

    private static Condition inWords(String health) {
        try {
            var answer = JSON.readTree(health);
            return "UP".equals(status(answer)) ? UP : new Condition(false, "not ready: " + missing(answer));
        } catch (JacksonException e) {
            return new Condition(false, "not ready: gives no account of its health");
        }
    }

    private static String missing(JsonNode answer) {
        var names = answer.path("components")
                .propertyStream()
                .filter(each -> !"UP".equals(status(each.getValue())))
                .map(each -> each.getKey())
                .collect(Collectors.joining(", "));
        return names.isEmpty() ? status(answer) : names;
    }

    private static String status(JsonNode node) {
        return node.path("status").asString("unknown");
    }
}
