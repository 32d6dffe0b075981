package app.tidings.platform.mongo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.nio.file.Path;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class MongoSettingsTest {

    private static final Path FILE = Path.of("/run/secrets/password");

    @Test
    void wantsTheNameAndThePasswordTogether() {
        assertThat(settings("tidings_x", FILE).username()).isEqualTo("tidings_x");
        assertThat(settings(null, null).username()).isNull();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> settings("tidings_x", null))
                .withMessage("tidings.mongo: username and password-file are set together or not at all");
        assertThatIllegalArgumentException().isThrownBy(() -> settings(null, FILE));
    }

    @Test
    void tellsNobodyWhereThePasswordIs() {
        assertThat(settings("tidings_x", FILE)).hasToString("MongoSettings[database=tidings_x]");
    }

    private static MongoSettings settings(@Nullable String username, @Nullable Path passwordFile) {
        return new MongoSettings("mongodb://user:secret@x", "tidings_x", username, passwordFile, Duration.ofSeconds(1));
    }
}
