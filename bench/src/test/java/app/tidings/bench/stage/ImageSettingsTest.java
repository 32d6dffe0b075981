package app.tidings.bench.stage;

import static org.assertj.core.api.Assertions.assertThat;

import app.tidings.local.run.Service;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ImageSettingsTest {

    @ParameterizedTest
    @EnumSource(Service.class)
    void findsTheFlagsOfTheJvmInEachImage(Service service) {
        assertThat(ImageSettings.of(Path.of(".."), service))
                .anySatisfy(setting ->
                        assertThat(setting).startsWith("JAVA_TOOL_OPTIONS=-XX:").endsWith("Error"));
    }

    @Test
    void readsSettingsWithQuotesAndWithout() {
        assertThat(ImageSettings.parse("FROM x\nENV A=1\nRUN B=2\nENV C=\"3 4\"\n# ENV D=5\n"))
                .containsExactly("A=1", "C=3 4");
    }
}
