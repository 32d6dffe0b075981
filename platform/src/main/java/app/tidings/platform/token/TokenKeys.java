package app.tidings.platform.token;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;

/**
 * Reads token keys from a secret file: one line for each, {@code kid:secret} with the secret in base64url; empty lines and
 * those that begin with # are skipped. The first key signs. To rotate, put a new line on top, and take the old one away when
 * its tokens need not work any more.
 */
public final class TokenKeys {

    private TokenKeys() {}

    /**
     * The file's keys in their order.
     *
     * @throws IllegalArgumentException naming file and line, and never what stands there
     */
    public static List<TokenKey> fromFile(Path file) {
        var lines = lines(file);
        var keys = new ArrayList<TokenKey>();
        for (var i = 0; i < lines.size(); i++) {
            var line = lines.get(i).strip();
            if (!line.isEmpty() && !line.startsWith("#")) {
                keys.add(key(line, "token key file %s, line %d".formatted(file, i + 1)));
            }
        }
        if (keys.isEmpty()) {
            throw new IllegalArgumentException("token key file %s holds no key".formatted(file));
        }
        return List.copyOf(keys);
    }

    private static List<String> lines(Path file) {
        try {
            return Files.readAllLines(file, UTF_8);
        } catch (IOException e) {
            throw new IllegalArgumentException("token key file %s cannot be read as text".formatted(file), e);
        }
    }

    private static TokenKey key(String line, String place) {
        var colon = line.indexOf(':');
        if (colon < 0) {
            throw new IllegalArgumentException(place + ": not of the form kid:secret");
        }
        try {
            return new TokenKey(line.substring(0, colon), secret(line.substring(colon + 1)));
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(place + ": " + e.getMessage(), e);
        }
    }

    /** The decoder's own message would show a character of the secret. */
    @SuppressWarnings("UnusedException")
    private static byte[] secret(String text) {
        try {
            return Base64.getUrlDecoder().decode(text);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("the secret is not base64url");
        }
    }
}
