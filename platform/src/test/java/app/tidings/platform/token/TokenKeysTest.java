package app.tidings.platform.token;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TokenKeysTest {

    private static final String SECRET = "c2VjcmV0LXNlY3JldC1zZWNyZXQtc2VjcmV0LXNlY3JldA";

    @TempDir
    private Path dir;

    @Test
    void readsOneKeyALineInTheirOrder() throws IOException {
        var file = written("# since May\nk2:%s\n\n  k1:%s==  \r\n".formatted(SECRET, SECRET));

        assertThat(TokenKeys.fromFile(file)).extracting(TokenKey::kid).containsExactly("k2", "k1");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                SECRET,
                "k1" + SECRET,
                "k 1:" + SECRET,
                ":" + SECRET,
                "k1: " + SECRET,
                "k1:" + SECRET + "!",
                "k1:" + SECRET + ":" + SECRET,
                "k1:c2VjcmV0LXNlY3JldC1z",
                "k1:",
            })
    void namesTheLineThatIsWrongAndNotWhatStandsThere(String line) throws IOException {
        var file = written("# first line\n" + line + "\n");
        ThrowingCallable reading = () -> TokenKeys.fromFile(file);

        assertThatThrownBy(reading)
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("keys.txt, line 2: ");
        assertThatThrownBy(reading).hasStackTraceContaining("line 2").satisfies(fault -> {
            for (var cause = fault; cause != null; cause = cause.getCause()) {
                assertThat(cause.getMessage()).doesNotContain("c2VjcmV0");
            }
        });
    }

    @Test
    void refusesAFileWithoutKeys() throws IOException {
        var file = written("# none\n\n");

        assertThatThrownBy(() -> TokenKeys.fromFile(file)).hasMessageEndingWith("keys.txt holds no key");
    }

    @Test
    void saysWhichFileCannotBeRead() throws IOException {
        var binary = Files.write(dir.resolve("keys.bin"), new byte[] {(byte) 0xff, (byte) 0xfe, 0});

        assertThatThrownBy(() -> TokenKeys.fromFile(binary)).hasMessageContaining("keys.bin cannot be read");
        assertThatThrownBy(() -> TokenKeys.fromFile(dir.resolve("absent")))
                .hasMessageContaining("absent cannot be read");
    }

    @Test
    void showsNoSecretInText() throws IOException {
        assertThat(TokenKeys.fromFile(written("k1:" + SECRET)).toString()).isEqualTo("[TokenKey[k1]]");
    }

    private Path written(String text) throws IOException {
        return Files.writeString(dir.resolve("keys.txt"), text);
    }
}
