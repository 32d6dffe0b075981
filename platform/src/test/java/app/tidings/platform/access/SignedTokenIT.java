package app.tidings.platform.access;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import app.tidings.platform.fixture.FixtureTest;
import app.tidings.platform.fixture.TestIssuer;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jwt.JWTClaimsSet;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class SignedTokenIT extends FixtureTest {

    @ParameterizedTest
    @CsvSource({
        "READER, GET, /api/v1/items, 200",
        "READER, POST, /api/v1/items, 403",
        "AUTHOR, POST, /api/v1/items, 403",
        "EDITOR, POST, /api/v1/items, 200",
        "EDITOR, GET, /api/v1/curation/dead-letters, 403",
        "ADMIN, POST, /api/v1/items, 200",
        "ADMIN, GET, /api/v1/curation/dead-letters, 200",
        "OWNER, GET, /api/v1/items, 403"
    })
    void letsEachRoleDoWhatItMay(String role, String method, String path, int status) throws Exception {
        assertThat(status(method, path, TestIssuer.token(TestIssuer.claims(role))))
                .isEqualTo(status);
    }

    static Stream<Arguments> untrusted() {
        var now = Instant.now();
        return Stream.of(
                Arguments.of("without an end", admin().expirationTime(null)),
                Arguments.of("expired", admin().expirationTime(Date.from(now.minus(Duration.ofMinutes(2))))),
                Arguments.of("not valid yet", admin().notBeforeTime(Date.from(now.plus(Duration.ofMinutes(2))))),
                Arguments.of("of another issuer", admin().issuer("https://other.example")),
                Arguments.of("of no issuer", admin().issuer(null)),
                Arguments.of("for another audience", admin().audience("other")),
                Arguments.of("for nobody", admin().audience((String) null)));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("untrusted")
    void refusesATokenWhoseClaimsAreNotRight(String what, JWTClaimsSet.Builder claims) throws Exception {
        assertThat(status("GET", "/api/v1/items", TestIssuer.token(claims)))
                .as(what)
                .isEqualTo(401);
    }

    @Test
    void refusesATokenThatIsNotSignedWithTheKeyInItsWay() throws Exception {
        var key = TestIssuer.newKeys().getPrivate();
        var another = TestIssuer.token(admin(), JWSAlgorithm.RS256, new RSASSASigner(key));
        var symmetric = TestIssuer.token(
                admin(), JWSAlgorithm.HS256, new MACSigner(TestIssuer.pem().getBytes(UTF_8)));

        assertThat(status("GET", "/api/v1/items", another)).isEqualTo(401);
        assertThat(status("GET", "/api/v1/items", symmetric)).isEqualTo(401);
    }

    private static JWTClaimsSet.Builder admin() {
        return TestIssuer.claims("ADMIN");
    }

    private int status(String method, String path, String token) {
        var body = method.equals("POST") ? "{\"title\": \"a\", \"stars\": 1}" : null;
        return call(method, path, token, body).getStatusCode().value();
    }
}
