package app.tidings.platform.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class AccessSettingsTest {

    private static final URI KEYS = URI.create("https://issuer.example/keys");

    @Test
    void needAnIssuerAndAnAudienceWithAKey() {
        assertThatThrownBy(() -> new AccessSettings(null, null, KEYS, "https://issuer.example", null))
                .hasMessageContaining("jwt-audience");
        assertThatThrownBy(() -> new AccessSettings(null, null, KEYS, "", "tidings"))
                .hasMessageContaining("jwt-issuer");
        assertThatThrownBy(() -> new AccessSettings(null, Path.of("key.pem"), null, null, "tidings"))
                .hasMessageContaining("jwt-issuer");
    }

    @Test
    void needNeitherWithoutOne() {
        assertThat(new AccessSettings(Path.of("api-token"), null, null, null, null).jwkSetUri())
                .isNull();
    }
}
