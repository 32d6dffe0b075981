package app.tidings.local.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SecretsTest {

    @TempDir
    private Path directory;

    @Test
    void areMadeOnceForTheOwnerAlone() throws IOException {
        var secrets = Secrets.in(Home.at(directory));

        assertThat(permissions(secrets.apiToken())).isEqualTo("rw-------");
        assertThat(permissions(secrets.tokenKey())).isEqualTo("rw-------");
        assertThat(permissions(secrets.addressKey())).isEqualTo("rw-------");
        assertThat(permissions(secrets.submissionKey())).isEqualTo("rw-------");
        assertThat(permissions(directory.resolve("secrets"))).isEqualTo("rwx------");
        assertThat(directory.resolve("secrets").toFile().list()).hasSize(4);
    }

    @Test
    void holdThirtyTwoRandomBytesEach() throws IOException {
        var secrets = Secrets.in(Home.at(directory));

        assertThat(bytes(secrets.readApiToken())).hasSize(32);
        assertThat(Files.readString(secrets.tokenKey())).startsWith("k1:").endsWith("\n");
        assertThat(bytes(Files.readString(secrets.tokenKey()).strip().substring(3)))
                .hasSize(32)
                .isNotEqualTo(bytes(secrets.readApiToken()));
    }

    @Test
    void stayTheSameOnTheNextRun() throws IOException {
        var first = Secrets.in(Home.at(directory));
        var token = first.readApiToken();
        Files.delete(first.tokenKey());

        var second = Secrets.in(Home.at(directory));

        assertThat(second.readApiToken()).isEqualTo(token);
        assertThat(second.tokenKey()).exists();
    }

    private static byte[] bytes(String secret) {
        return Base64.getUrlDecoder().decode(secret);
    }

    private static String permissions(Path file) throws IOException {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(file));
    }
}
