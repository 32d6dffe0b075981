package app.tidings.platform.token;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.tidings.platform.testing.TestFiles;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SecretFileTest {

    @Test
    void givesWhatStandsInTheFile() {
        assertThat(SecretFile.read(TestFiles.with(" ghp_invented\n"), "a.setting"))
                .isEqualTo("ghp_invented");
    }

    @Test
    void givesNothingWhereNothingIsSetUp() {
        assertThat(SecretFile.read(null, "a.setting")).isNull();
        assertThat(SecretFile.read(Path.of(""), "a.setting")).isNull();
        assertThat(SecretFile.read(TestFiles.with("\n"), "a.setting")).isNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"two words", "two\nlines", "密码"})
    void refusesWhatCanBeNoSecret(String text) {
        var file = TestFiles.with(text);

        assertThatThrownBy(() -> SecretFile.read(file, "a.setting")).hasMessage("a.setting holds no secret: " + file);
    }

    @Test
    void namesTheSettingOfAFileThatIsNotThere() {
        assertThatThrownBy(() -> SecretFile.read(Path.of("nowhere"), "a.setting"))
                .isInstanceOf(UncheckedIOException.class)
                .hasMessage("a.setting cannot be read: nowhere");
    }
}
