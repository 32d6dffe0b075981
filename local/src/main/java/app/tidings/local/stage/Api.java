package app.tidings.local.stage;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.stream.Collectors.joining;

import app.tidings.local.run.Installation;
import app.tidings.local.run.Service;
import app.tidings.local.stage.Patience.GaveUp;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * One service's public address. A service that is away, or has trouble of its own, is asked again until it answers: every
 * request of the demo may be sent twice.
 */
public final class Api {

    private static final Duration TIMEOUT = Duration.ofSeconds(20);
    private static final JsonMapper JSON = JsonMapper.builder()
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .disable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
            .build();

    private final HttpClient client;
    private final String name;
    private final URI address;
    private final @Nullable String token;
    private final Patience patience;

    /** The service said no; the detail is its own explanation. */
    public static final class Refused extends RuntimeException {

        private static final long serialVersionUID = 1L;

        private final int status;

        Refused(String name, int status, String detail) {
            super("%s answered %d: %s".formatted(name, status, detail));
            this.status = status;
        }

        /** HTTP's. */
        public int status() {
            return status;
        }
    }

    /**
     * A service to be asked.
     *
     * @param token none for what is open to everybody
     */
    public Api(HttpClient client, String name, URI address, @Nullable String token, Patience patience) {
        this.client = client;
        this.name = name;
        this.address = address;
        this.token = token;
        this.patience = patience;
    }

    /** A service of an installation, asked with its bootstrap token. */
    public static Api of(Installation installation, Service service, HttpClient client, Patience patience) {
        var address = URI.create(installation.address(service));
        return new Api(client, service.word(), address, installation.secrets().readApiToken(), patience);
    }

    /** Reads what is at the path. */
    public <T> T get(String path, Class<T> type) {
        return JSON.readValue(text(path), type);
    }

    /** The body as it came, such as a page's HTML. */
    public String text(String path) {
        return send(to(path).GET()).body();
    }

    /** Sends JSON; headers are names and values in turn. */
    public <T> T post(String path, Object body, Class<T> type, String... headers) {
        var request = to(path).POST(json(body)).header("Content-Type", "application/json");
        for (var i = 0; i < headers.length; i += 2) {
            request.header(headers[i], headers[i + 1]);
        }
        return JSON.readValue(send(request).body(), type);
    }

    /** Puts JSON in place of what is there. */
    public <T> T put(String path, Object body, Class<T> type) {
        var request = to(path).PUT(json(body)).header("Content-Type", "application/json");
        return JSON.readValue(send(request).body(), type);
    }

    /** Changes what is there. */
    public <T> T patch(String path, Object body, Class<T> type) {
        var request = to(path).method("PATCH", json(body)).header("Content-Type", "application/json");
        return JSON.readValue(send(request).body(), type);
    }

    /** Sends a text of some media type. */
    public <T> T postText(String path, String mediaType, String body, Class<T> type) {
        return postFile(path, mediaType, body.getBytes(UTF_8), type);
    }

    /** Sends a file as it is. */
    public <T> T postFile(String path, String mediaType, byte[] body, Class<T> type) {
        var request = to(path).POST(BodyPublishers.ofByteArray(body)).header("Content-Type", mediaType);
        return JSON.readValue(send(request).body(), type);
    }

    /** Sends a form as a browser does; returns the page that answers. */
    public String postForm(String path, Map<String, String> fields) {
        var body = fields.entrySet().stream()
                .map(field -> encoded(field.getKey()) + "=" + encoded(field.getValue()))
                .collect(joining("&"));
        var request = to(path).POST(BodyPublishers.ofString(body))
                .header("Content-Type", "application/x-www-form-urlencoded");
        return send(request).body();
    }

    /** As it stands in a query or a path. */
    public static String encoded(String text) {
        return URLEncoder.encode(text, UTF_8);
    }

    private HttpRequest.Builder to(String path) {
        var request = HttpRequest.newBuilder(address.resolve(path)).timeout(TIMEOUT);
        return token == null ? request : request.header("Authorization", "Bearer " + token);
    }

    private static HttpRequest.BodyPublisher json(Object body) {
        return BodyPublishers.ofString(JSON.writeValueAsString(body));
    }

    private HttpResponse<String> send(HttpRequest.Builder prepared) {
        var request = prepared.build();
        while (true) {
            try {
                var response = client.send(request, BodyHandlers.ofString());
                if (response.statusCode() < 400) {
                    return response;
                }
                if (response.statusCode() < 500) {
                    throw new Refused(name, response.statusCode(), detail(response.body()));
                }
                patience.waitALittle("%s has trouble (%d)".formatted(name, response.statusCode()));
            } catch (IOException e) {
                patience.waitALittle(name + " does not answer");
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new GaveUp("Interrupted while asking " + name + ".");
            }
        }
    }

    private static String detail(String body) {
        try {
            var problem = JSON.readTree(body);
            var findings = problem.path("findings");
            return problem.path("detail").asString(body)
                    + (findings.isArray()
                            ? findings.valueStream()
                                    .map(each -> each.path("text").asString(""))
                                    .collect(joining("; ", ": ", ""))
                            : "");
        } catch (JacksonException e) {
            return body.isBlank() ? "no reason given" : Columns.cut(body.strip(), 200);
        }
    }
}
