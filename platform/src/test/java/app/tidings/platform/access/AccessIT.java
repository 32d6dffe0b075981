package app.tidings.platform.access;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import app.tidings.platform.fixture.FixtureTest;
import java.io.ByteArrayInputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.web.server.LocalManagementPort;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.web.client.RestClient;

class AccessIT extends FixtureTest {

    @LocalManagementPort
    int managementPort;

    @ParameterizedTest
    @CsvSource({
        "GET, /api/v1/open, 200",
        "GET, /api/v1/items, 401",
        "POST, /api/v1/items, 401",
        "GET, /api/v1/unlisted, 401",
        "GET, /nowhere, 401",
        "GET, /api/v1/curation/dead-letters, 401",
        "GET, /api/v1/curation/asyncapi.json, 200",
        "GET, /api/v1/curation/openapi.json, 200",
        "GET, /actuator/health, 401",
        "GET, /actuator/prometheus, 401",
        "POST, /api/v1/open, 401"
    })
    void opensToEverybodyOnlyWhatIsListed(String method, String path, int status) {
        assertThat(call(method, path, null, null).getStatusCode().value()).isEqualTo(status);
    }

    @ParameterizedTest
    @CsvSource({
        "GET, /api/v1/items, 200",
        "GET, /api/v1/unlisted, 403",
        "GET, /nowhere, 403",
        "GET, /api/v1/curation/dead-letters, 200"
    })
    void letsTheBootstrapTokenDoWhatIsListedAndNoMore(String method, String path, int status) {
        assertThat(call(method, path, API_TOKEN, null).getStatusCode().value()).isEqualTo(status);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "x",
                "canary-bootstrap-token-0123456789abcdeF",
                "canary-bootstrap-token-0123456789abcde",
                "canary-bootstrap-token-0123456789abcdefg",
                "eyJhbGciOiJub25lIn0.eyJzdWIiOiJ4Iiwicm9sZXMiOlsiQURNSU4iXX0."
            })
    void refusesEveryOtherToken(String token) {
        var refused = call("GET", "/api/v1/items", token, null);

        assertThat(refused.getStatusCode().value()).isEqualTo(401);
        assertThat(refused.getHeaders().getContentType()).isEqualTo(MediaType.APPLICATION_PROBLEM_JSON);
        assertThat(refused.getBody()).contains("Authorization: Bearer");
    }

    @Test
    void sendsTheSecurityHeadersWithEveryAnswer() {
        Stream.of("/api/v1/open", "/api/v1/items", "/nowhere").forEach(path -> {
            var headers = call("GET", path, null, null).getHeaders();
            assertThat(headers.getFirst("Content-Security-Policy")).startsWith("default-src 'none'");
            assertThat(headers.getFirst("X-Content-Type-Options")).isEqualTo("nosniff");
            assertThat(headers.getFirst("Referrer-Policy")).isEqualTo("no-referrer");
            assertThat(headers.getFirst("X-Frame-Options")).isEqualTo("DENY");
        });
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"title\": \"a\", \"stars\": 1} | 200 | a",
                "{\"title\": | 400 | not valid JSON at line 1",
                "{\"title\": \"a\", \"stars\": 1, \"role\": \"ADMIN\"} | 400 | /role",
                "{\"title\": \"\", \"stars\": 1} | 400 | title is missing",
                "{\"title\": {\"$ne\": 1}, \"stars\": 1} | 400 | /title",
                "'' | 400 | missing"
            })
    void saysWhatIsWrongWithABody(String body, int status, String detail) {
        var answer = call("POST", "/api/v1/items", API_TOKEN, body);

        assertThat(answer.getStatusCode().value()).isEqualTo(status);
        assertThat(answer.getBody()).contains(detail);
    }

    @Test
    void answersADefectOfOurOwnAsOneAndDoesNotRepeatWhatItSays() {
        var answer = call("GET", "/api/v1/defect", API_TOKEN, null);

        assertThat(answer.getStatusCode().value()).isEqualTo(500);
        assertThat(answer.getHeaders().getContentType()).isEqualTo(MediaType.APPLICATION_PROBLEM_JSON);
        assertThat(answer.getBody()).contains("should not happen").doesNotContain("canary");
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void refusesABodyThatIsTooLargeWhetherItSaysItsLengthOrNot(boolean chunked) throws Exception {
        var body = ("{\"title\":\"" + "x".repeat(4 * 1024 * 1024) + "\",\"stars\":1}").getBytes(UTF_8);
        var request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/api/v1/items"))
                .header(HttpHeaders.AUTHORIZATION, "Bearer " + API_TOKEN)
                .header(HttpHeaders.CONTENT_TYPE, MediaType.APPLICATION_JSON_VALUE)
                .POST(
                        chunked
                                ? BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(body))
                                : BodyPublishers.ofByteArray(body))
                .build();

        try (var client = HttpClient.newHttpClient()) {
            var answer = client.send(request, BodyHandlers.ofString());

            assertThat(answer.statusCode()).isEqualTo(413);
            assertThat(answer.body()).contains("the body may have at most 4194304 bytes");
            assertThat(answer.headers().firstValue("Content-Security-Policy")).isPresent();
            assertThat(answer.headers().firstValue("X-Content-Type-Options")).hasValue("nosniff");
        }
    }

    @Test
    void servesHealthAndMetricsOnTheManagementPortAlone() {
        assertThat(get(managementPort, "/actuator/health/readiness")).contains("\"UP\"");
        assertThat(get(managementPort, "/actuator/prometheus")).contains("tidings_outbox_pending");
    }

    private static @Nullable String get(int port, String path) {
        return RestClient.create("http://127.0.0.1:" + port)
                .get()
                .uri(path)
                .retrieve()
                .body(String.class);
    }
}
