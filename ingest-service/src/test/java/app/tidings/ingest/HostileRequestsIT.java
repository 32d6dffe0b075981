package app.tidings.ingest;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import app.tidings.platform.fixture.FixtureTest;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.http.ResponseEntity;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Whatever a request holds, the answer is a problem that no browser takes for a page, and the service goes on. */
class HostileRequestsIT extends IngestTest {

    private static final String TAG = "<script>canary</script>";
    private static final JsonMapper JSON = JsonMapper.shared();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "GET /api/v1/sources/<script>canary</script> HTTP/1.1",
                "GET /<script>canary</script> HTTP/1.1",
                "GET /api/v1/sources/%3Cscript%3Ecanary%3C%2Fscript%3E HTTP/1.1",
                "GET /api/v1/sources/%3Cscript%3Ecanary HTTP/1.1",
                "GET /api/v1/links/%3Cscript%3Ecanary HTTP/1.1",
                "GET /api/v1/sources/%3Cscript%3Ecanary/why HTTP/1.1",
                "GET /%3Cscript%3Ecanary HTTP/1.1",
                "GET /api/v1/sources?limit=%3Cscript%3Ecanary HTTP/1.1",
                "GET /api/v1/sources?standing=%3Cscript%3Ecanary HTTP/1.1",
                "GET /api/v1/sources?limit=<script>canary</script> HTTP/1.1",
                "GET /api/v1/sources/health?state=%3Cscript%3Ecanary HTTP/1.1",
                "GET //api/v1/sources HTTP/1.1",
                "GET /api/v1/sources;canary HTTP/1.1",
                "GET /api/v1/../v1/sources HTTP/1.1",
                "GET /api/v1/sources/%2e%2e HTTP/1.1",
                "GET /api/v1/sources/%00 HTTP/1.1",
                "GET /api/v1/sources/%zz HTTP/1.1",
                "GET /api/v1/sources\\canary HTTP/1.1",
                "<script>canary</script> /api/v1/sources HTTP/1.1",
                "CANARY /api/v1/sources HTTP/1.1",
                "PATCH /api/v1/sources/%3Cscript%3Ecanary HTTP/1.1",
                "TRACE /api/v1/sources HTTP/1.1",
                "GET /api/v1/sources <script>canary</script>",
                "GET /api/v1/sources HTTP/9.9",
                "POST /api/v1/sources HTTP/1.1\r\nContent-Type: <script>canary</script>\r\nContent-Length: 0",
                "POST /api/v1/sources HTTP/1.1\r\nContent-Type: text/<script>\r\nContent-Length: 0",
                "POST /api/v1/sources HTTP/1.1\r\nContent-Length: <script>canary</script>",
                "POST /api/v1/sources HTTP/1.1\r\nContent-Length: 99999999999999999999999",
                "POST /api/v1/sources HTTP/1.1\r\nTransfer-Encoding: <script>canary</script>",
                "POST /api/v1/sources HTTP/1.1\r\nContent-Encoding: <script>canary</script>\r\nContent-Length: 0",
                "GET /api/v1/sources/none HTTP/1.1\r\nAccept: <script>canary</script>",
                "GET /api/v1/sources/none HTTP/1.1\r\nAccept: text/html",
                "GET /api/v1/sources?limit=x HTTP/1.1\r\nAccept: text/html",
                "GET /api/v1/sources HTTP/1.1\r\nAccept: image/png",
                "GET /api/v1/sources/none HTTP/1.1\r\nAccept-Language: <script>canary</script>",
                "GET /api/v1/sources/none HTTP/1.1\r\nOrigin: <script>canary</script>",
                "GET /api/v1/sources/none HTTP/1.1\r\nExpect: <script>canary</script>",
                "GET /api/v1/sources/none HTTP/1.1\r\n<script>canary</script>: x",
                "GET /api/v1/sources/none HTTP/1.1\r\nX-Forwarded-Host: <script>canary</script>",
            })
    void areAnsweredByAProblemThatIsNoPage(String request) throws IOException {
        isNoPage(raw(request + "\r\nHost: localhost\r\nAuthorization: Bearer " + API_TOKEN));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Host: <script>canary</script>",
                "Host: localhost\r\nHost: canary",
                "Host: localhost\r\nAuthorization: Bearer <script>canary</script>",
                "Host: localhost\r\nAuthorization: Basic <script>canary</script>",
                "Host: localhost\r\nAuthorization: <script>canary</script>",
                "Host: localhost\r\nCookie: <script>canary</script>",
                "X-None: there is no host",
            })
    void areAnsweredSoToWhoeverIsNobody(String headers) throws IOException {
        isNoPage(raw("GET /api/v1/sources HTTP/1.1\r\n" + headers));
    }

    @Test
    void areAnsweredSoWhereTheirHeadersAreHuge() throws IOException {
        isNoPage(raw("GET /api/v1/sources HTTP/1.1\r\nHost: localhost\r\nX: " + "<script>".repeat(20_000)));
    }

    /** A body that is good but for what a test makes of it. */
    record Body(String method, String path, String json) {

        @Override
        public String toString() {
            return method + " " + path;
        }
    }

    static Stream<Body> bodies() {
        var page = "{\"kind\":\"html-page\",\"pageUrl\":\"https://a.invalid/\",\"item\":\"li\",\"titleSelector\":\"b\","
                + "\"link\":\"a\",\"date\":\"time\",\"summary\":\"p\"}";
        var source = "{\"publication\":\"hostile\",\"name\":\"One\",\"connector\":" + page + ",\"intervalMinutes\":60,"
                + "\"tags\":[\"a\"],\"owner\":\"Ann\",\"language\":\"en\",\"weight\":50,\"licence\":\"MIT\",\"notes\":\"n\","
                + "\"request\":{\"headers\":{\"x-a\":\"b\"},\"cookie\":\"c\",\"userAgent\":\"d\",\"proxy\":null},"
                + "\"standing\":{\"type\":\"archived\"},\"keepNewest\":5,\"mutedUntil\":\"2026-01-01T00:00:00Z\",\"version\":1}";
        var rule =
                "{\"name\":\"r\",\"action\":\"BLOCK\",\"field\":\"TITLE\",\"words\":[\"w\"],\"pattern\":null,\"sourceId\":\"s\"}";
        return Stream.of(
                new Body("POST", "/api/v1/sources", source),
                new Body("PUT", "/api/v1/sources/none", source),
                new Body("POST", "/api/v1/sources/preview", "{\"url\":\"mailto:a@b.invalid\"}"),
                new Body("POST", "/api/v1/sources/none/snooze", "{\"until\":\"2126-01-01T00:00:00Z\"}"),
                new Body("POST", "/api/v1/sources/none/pause", "{\"reason\":\"r\"}"),
                new Body("PUT", "/api/v1/rules?publication=hostile", "{\"rules\":[" + rule + "],\"version\":1000000}"),
                new Body(
                        "POST",
                        "/api/v1/rules/dry-run",
                        "{\"publication\":\"hostile\",\"rule\":" + rule + ",\"days\":7}"));
    }

    @ParameterizedTest
    @MethodSource("bodies")
    void mayHoldAnythingInAnyFieldOfABody(Body good) {
        for (var hostile : List.of(
                "null",
                "true",
                "-1",
                "1e400",
                "99999999999999999999",
                "\"\"",
                "\"" + TAG + "\"",
                "\"\\u0000\"",
                "\"\\ud800\"",
                "[]",
                "[null]",
                "[[\"a\"]]",
                "{}",
                "{\"$ne\":1}",
                "{\"$gt\":\"\"}",
                "{\"$where\":\"sleep(1)\"}",
                "{\"a.b\":\"c\"}",
                "{\"$regex\":\".*\"}",
                "{\"" + TAG + "\":1}",
                "\"" + "x".repeat(100_000) + "\"")) {
            for (var pointer : pointers(JSON.readTree(good.json()), "")) {
                var answer = send(good, with(good.json(), pointer, JSON.readTree(hostile)));
                var status = answer.getStatusCode().value();
                assertThat(status).as("%s = %s", pointer, hostile).isBetween(200, 499);
                if (status >= 400) {
                    assertThat(String.valueOf(answer.getHeaders().getContentType()))
                            .as("%s = %s: %s", pointer, hostile, answer.getBody())
                            .startsWith("application/problem+json");
                }
                if (hostile.startsWith("{\"$") && !pointer.endsWith("/headers")) {
                    assertThat(status).as("%s = %s", pointer, hostile).isBetween(400, 499);
                }
            }
        }
    }

    @ParameterizedTest
    @MethodSource("bodies")
    void mayHoldNoFieldThatIsNotKnown(Body good) {
        for (var pointer : pointers(JSON.readTree(good.json()), "")) {
            var tree = JSON.readTree(good.json());
            if (tree.at(pointer) instanceof ObjectNode object && !pointer.endsWith("/headers")) {
                object.put("role", "ADMIN");
                var answer = send(good, tree.toString());
                assertThat(answer.getStatusCode().value()).as(pointer).isEqualTo(400);
                assertThat(answer.getBody()).as(pointer).contains("role");
            }
        }
    }

    @ParameterizedTest
    @MethodSource("bodies")
    void mayBeDeepAndHoldHugeNumbers(Body good) {
        for (var hostile : List.of(
                "[".repeat(100_000),
                "[".repeat(100_000) + "]".repeat(100_000),
                "{\"a\":".repeat(100_000) + "1" + "}".repeat(100_000),
                "{\"name\":" + "[".repeat(100_000) + "]".repeat(100_000) + "}",
                "{\"connector\":" + "{\"kind\":\"feed\",\"x\":".repeat(50_000),
                "{\"weight\":" + "1".repeat(3_000_000) + "}",
                "{\"weight\":1." + "1".repeat(3_000_000) + "}",
                "{\"" + "k".repeat(3_000_000) + "\":1}",
                "\"" + "x".repeat(3_000_000) + "\"")) {
            assertThat(send(good, hostile).getStatusCode().value()).isEqualTo(400);
        }
        assertThat(FixtureTest.call(port, "GET", "/api/v1/sources?limit=1", API_TOKEN, null)
                        .getStatusCode()
                        .value())
                .isEqualTo(200);
    }

    /** What is asked for is a text, never a query: nothing is found by it. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "publication={x}",
                "tag={x}&publication=hostile",
                "text={x}&publication=hostile",
                "cursor=hostile:{x}&publication=hostile-none",
                "publication[$ne]=1&publication=none",
                "publication[]=1&publication=none"
            })
    void mayAskForAnythingAndFindNothingByIt(String query) {
        new SourceApi(api()).add("hostile", "https://one.invalid/feed");
        for (var hostile :
                List.of("{\"$ne\":1}", "[$ne]", "$where", ".*", "^", "a.b", "'; return true; //", TAG, "\u0000")) {
            var answer = api().get()
                    .uri("/api/v1/sources?" + query, query.contains("{x}") ? new Object[] {hostile} : new Object[0])
                    .exchange()
                    .expectStatus()
                    .isOk();
            assertThat(SourceApi.list(SourceApi.object(answer), "sources")).isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"{$ne}", "[$ne]", "$where", ".*", TAG})
    void mayNotAskForAPageThatNoneIsFollowedBy(String hostile) {
        api().get()
                .uri("/api/v1/sources?cursor={x}", hostile)
                .exchange()
                .expectStatus()
                .isBadRequest();
    }

    private ResponseEntity<String> send(Body good, String json) {
        return FixtureTest.call(port, good.method(), good.path(), API_TOKEN, json);
    }

    /** Every place in a body that a value stands at. */
    private static List<String> pointers(JsonNode node, String at) {
        var pointers = new ArrayList<>(List.of(at));
        if (node.isObject()) {
            node.properties().forEach(field -> pointers.addAll(pointers(field.getValue(), at + "/" + field.getKey())));
        }
        for (var i = 0; node.isArray() && i < node.size(); i++) {
            pointers.addAll(pointers(node.get(i), at + "/" + i));
        }
        return pointers;
    }

    private static String with(String json, String pointer, JsonNode value) {
        if (pointer.isEmpty()) {
            return value.toString();
        }
        var tree = JSON.readTree(json);
        var parent = tree.at(pointer.substring(0, pointer.lastIndexOf('/')));
        var last = pointer.substring(pointer.lastIndexOf('/') + 1);
        if (parent instanceof ObjectNode object) {
            object.set(last, value);
        } else {
            ((ArrayNode) parent).set(Integer.parseInt(last), value);
        }
        return tree.toString();
    }

    private String raw(String head) throws IOException {
        try (var socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            socket.setSoTimeout(20_000);
            socket.getOutputStream().write((head + "\r\nConnection: close\r\n\r\n").getBytes(UTF_8));
            return new String(socket.getInputStream().readAllBytes(), ISO_8859_1);
        }
    }

    private static void isNoPage(String answer) {
        var end = answer.indexOf("\r\n\r\n");
        assertThat(answer).startsWith("HTTP/1.1 ");
        var head = answer.substring(0, end).toLowerCase(Locale.ROOT);
        var body = answer.substring(end + 4);
        assertThat(head).doesNotContain("canary").doesNotContain("text/html");
        if (!body.isEmpty()) {
            assertThat(head)
                    .contains("x-content-type-options: nosniff")
                    .contains("content-security-policy: default-src 'none'");
            assertThat(head).containsPattern("content-type: application/(problem\\+)?json");
        }
    }
}
