package app.tidings.platform.token;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** Files with secrets that the operator names, such as the token of another program's API. */
public final class SecretFile {

    private SecretFile() {}

    /**
     * The secret in a file; null where no file is named, or nothing stands in it: an installation may have the file before it
     * has the secret.
     *
     * @param setting that names the file
     * @throws IllegalStateException if what it holds can be no secret: more than one word, or signs that no header takes
     */
    public static @Nullable String read(@Nullable Path file, String setting) {
        if (file == null || file.toString().isEmpty()) {
            return null;
        }
        try {
            var secret = Files.readString(file).strip();
            if (secret.isEmpty()) {
                return null;
            }
            if (!secret.matches("[\\x21-\\x7e]+")) {
                throw new IllegalStateException(setting + " holds no secret: " + file);
            }
            return secret;
        } catch (IOException e) {
            throw new UncheckedIOException(setting + " cannot be read: " + file, e);
        }
    }
}
