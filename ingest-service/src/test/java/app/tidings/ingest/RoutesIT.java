package app.tidings.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import app.tidings.platform.access.Role;
import app.tidings.platform.fixture.FixtureTest;
import app.tidings.platform.fixture.TestIssuer;
import com.nimbusds.jose.JOSEException;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.http.ResponseEntity;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** Who may call which route: every route of the service, every role, and nobody. */
class RoutesIT extends IngestTest {

    /**
     * The least role of each, {@code -} for everybody; whoever adds a route decides here who may call it. {@code own} are doors
     * for people without an account and for machines that sign: their own tests knock at them.
     */
    private static final List<Route> ROUTES = """
            GET    /api/v1/ingest/asyncapi.json                   -
            GET    /api/v1/ingest/openapi.json                    -
            GET    /api/v1/ingest/dead-letters                    ADMIN
            POST   /api/v1/ingest/dead-letters/{id}/replay        ADMIN
            DELETE /api/v1/ingest/dead-letters/{id}               ADMIN
            GET    /api/v1/links/{id}                             READER
            GET    /api/v1/rules                                  READER
            PUT    /api/v1/rules                                  EDITOR
            POST   /api/v1/rules/dry-run                          EDITOR
            POST   /api/v1/rules/reapply                          EDITOR
            GET    /api/v1/sources                                READER
            POST   /api/v1/sources                                EDITOR
            GET    /api/v1/sources/health                         READER
            GET    /api/v1/sources/held                           READER
            GET    /api/v1/sources/opml                           READER
            POST   /api/v1/sources/imports                        EDITOR
            GET    /api/v1/sources/imports/{id}                   READER
            POST   /api/v1/sources/preview                        EDITOR
            GET    /api/v1/sources/{id}                           READER
            PUT    /api/v1/sources/{id}                           EDITOR
            DELETE /api/v1/sources/{id}                           EDITOR
            POST   /api/v1/sources/{id}/archive                   EDITOR
            GET    /api/v1/sources/{id}/held                      READER
            POST   /api/v1/sources/{id}/held/accept               EDITOR
            POST   /api/v1/sources/{id}/held/dismiss              EDITOR
            POST   /api/v1/sources/{id}/pause                     EDITOR
            POST   /api/v1/sources/{id}/poll                      EDITOR
            POST   /api/v1/sources/{id}/resume                    EDITOR
            POST   /api/v1/sources/{id}/snooze                    EDITOR
            GET    /api/v1/sources/{id}/stopped                   READER
            POST   /api/v1/sources/{id}/stopped/{n}/accept        EDITOR
            GET    /api/v1/sources/{id}/why                       READER
            GET    /api/v1/submissions                            EDITOR
            POST   /api/v1/submissions                            -
            DELETE /api/v1/submissions/{id}                       EDITOR
            GET    /api/v1/submissions/receipts/{token}           -
            DELETE /api/v1/submissions/receipts/{token}/contact   -
            POST   /api/v1/submissions/github/{publication}       own
            POST   /api/v1/submissions/telegram/{publication}     own
            GET    /submissions/{token}                           own
            POST   /submissions/{token}                           own
            GET    /submit/{publication}                          own
            POST   /submit/{publication}                          own
            GET    /websub/{token}                                own
            POST   /websub/{token}                                own
            """.lines().map(Route::of).toList();

    /** A route and who may call it; null for everybody. */
    private record Route(
            String method, String path, @Nullable Role least, boolean own) {

        static Route of(String line) {
            var parts = line.split("\\s+", -1);
            var forAll = parts[2].equals("-") || parts[2].equals("own");
            return new Route(parts[0], parts[1], forAll ? null : Role.valueOf(parts[2]), parts[2].equals("own"));
        }

        boolean isFor(Role role) {
            return least == null || role.compareTo(least) >= 0;
        }

        String shown() {
            return method + " " + path;
        }
    }

    @Autowired
    @Qualifier("requestMappingHandlerMapping")
    private RequestMappingHandlerMapping mappings;

    @Test
    void areAllListed() {
        assertThat(mappings.getHandlerMethods().keySet().stream().flatMap(RoutesIT::shown))
                .filteredOn(shown -> !shown.contains("/error") && !shown.contains("openapi"))
                .containsExactlyInAnyOrderElementsOf(ROUTES.stream()
                        .map(Route::shown)
                        .filter(shown -> !shown.contains("openapi"))
                        .toList());
    }

    private static List<Route> guarded() {
        return ROUTES.stream().filter(route -> !route.own()).toList();
    }

    private static Stream<String> shown(RequestMappingInfo info) {
        var methods = info.getMethodsCondition().getMethods();
        return info.getPatternValues().stream()
                .flatMap(path -> methods.isEmpty()
                        ? Stream.of("any " + path)
                        : methods.stream().map(method -> method + " " + path));
    }

    @Test
    void refuseWhoeverShowsNoToken() {
        for (var route : guarded()) {
            var answer = call(route, null);
            assertThat(answer.getStatusCode().value() == 401).as(route.shown()).isEqualTo(route.least() != null);
            isSafe(route, answer);
        }
    }

    @ParameterizedTest
    @EnumSource
    void letEachRoleDoWhatItMayAndNoMore(Role role) throws JOSEException {
        var token = TestIssuer.token(TestIssuer.claims(role.name()));
        for (var route : guarded()) {
            var answer = call(route, token);
            assertThat(answer.getStatusCode().value()).as(route.shown()).isNotIn(401, 500);
            assertThat(answer.getStatusCode().value() != 403).as(route.shown()).isEqualTo(route.isFor(role));
            isSafe(route, answer);
        }
    }

    @Test
    void refuseAllElse() {
        for (var path : List.of(
                "/",
                "/api/v1",
                "/api/v1/unknown",
                "/actuator/health",
                "/v3/api-docs",
                "/api/v1/sourcesx",
                "/error/x")) {
            assertThat(FixtureTest.call(port, "GET", path, API_TOKEN, null)
                            .getStatusCode()
                            .value())
                    .as(path)
                    .isIn(403, 404);
        }
        for (var method : List.of("OPTIONS", "PATCH")) {
            assertThat(FixtureTest.call(port, method, "/api/v1/links/x", API_TOKEN, null)
                            .getStatusCode()
                            .value())
                    .as(method)
                    .isGreaterThanOrEqualTo(400);
        }
    }

    /** With an id that is nobody's, and a body that says nothing: whoever may call it changes nothing either. */
    private ResponseEntity<String> call(Route route, @Nullable String token) {
        var path = route.path().replaceAll("\\{\\w+}", "1");
        return FixtureTest.call(
                port, route.method(), path, token, route.method().startsWith("P") ? "{}" : null);
    }

    private static void isSafe(Route route, ResponseEntity<String> answer) {
        var headers = answer.getHeaders();
        assertThat(headers.getFirst("X-Content-Type-Options")).as(route.shown()).isEqualTo("nosniff");
        assertThat(headers.getFirst("Content-Security-Policy"))
                .as(route.shown())
                .startsWith("default-src 'none'");
        assertThat(headers.getFirst("Referrer-Policy")).as(route.shown()).isEqualTo("no-referrer");
        assertThat(headers.getFirst("X-Frame-Options")).as(route.shown()).isEqualTo("DENY");
        assertThat(headers.getFirst("Cache-Control")).as(route.shown()).contains("no-store");
        if (answer.getStatusCode().isError()) {
            assertThat(String.valueOf(headers.getContentType()))
                    .as(route.shown())
                    .startsWith("application/problem+json");
        }
    }
}
