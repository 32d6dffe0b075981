package app.tidings.platform.token;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.time.LocalDate;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Stands in for what may not be kept: hashes under a secret, which tell nothing to whoever has not got it. */
public final class KeyedHash {

    private static final String ALGORITHM = "HmacSHA256";
    private static final int LEAST_CHARACTERS = 32;
    private static final int BYTES = 16;

    private final SecretKeySpec secret;

    private KeyedHash(byte[] secret) {
        this.secret = new SecretKeySpec(secret, ALGORITHM);
    }

    /**
     * Reads the secret from its file.
     *
     * @param setting the setting that names the file, for whoever has to mend it
     */
    public static KeyedHash fromFile(Path file, String setting) {
        try {
            var text = Files.readString(file).strip();
            if (text.length() < LEAST_CHARACTERS) {
                throw new IllegalStateException(
                        "%s holds no secret of at least %d characters; make one with: openssl rand -hex 32"
                                .formatted(file, LEAST_CHARACTERS));
            }
            return new KeyedHash(text.getBytes(UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException("%s cannot be read: %s".formatted(setting, file), e);
        }
    }

    /**
     * The hash of a text, in 32 hexadecimal digits.
     *
     * @param kind keeps apart texts that are the same and mean something else
     */
    public String of(String kind, String text) {
        try {
            var mac = Mac.getInstance(ALGORITHM);
            mac.init(secret);
            return HexFormat.of().formatHex(mac.doFinal((kind + "\n" + text).getBytes(UTF_8)), 0, BYTES);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has " + ALGORITHM, e);
        }
    }

    /** The hash of an internet address: another one every day, so that nobody is followed by it. */
    public String ofInternetAddress(String address, LocalDate day) {
        return of("ip", day + "\n" + address);
    }
}
