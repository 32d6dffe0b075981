package app.tidings.platform.access;

import static org.assertj.core.api.Assertions.assertThat;

import app.tidings.platform.fixture.FixtureTest;
import app.tidings.platform.fixture.TestIssuer;
import org.junit.jupiter.api.Test;
import org.springframework.http.ResponseEntity;
import org.springframework.test.context.TestPropertySource;

@TestPropertySource(properties = "tidings.access.jwk-set-uri=http://127.0.0.1:1/keys")
class KeySetAwayIT extends FixtureTest {

    @Test
    void isSaidToWhoeverComesWithASignedTokenAndHarmsNobodyElse() throws Exception {
        var answer = get(TestIssuer.token(TestIssuer.claims("READER")));

        assertThat(answer.getStatusCode().value()).isEqualTo(503);
        assertThat(answer.getBody()).contains("the keys of tokens do not answer");
        assertThat(get(API_TOKEN).getStatusCode().value()).isEqualTo(200);
        assertThat(get("unknown").getStatusCode().value()).isEqualTo(401);
    }

    private ResponseEntity<String> get(String token) {
        return call("GET", "/api/v1/items", token, null);
    }
}
