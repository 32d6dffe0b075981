package app.tidings.ingest.submission;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/** A secret that another program shares with us, so that we know its calls. Every comparison takes the same time. */
public final class WebhookSecret {

    private static final String ALGORITHM = "HmacSHA256";
    private static final int LEAST_CHARACTERS = 16;

    private final byte[] secret;

    private WebhookSecret(byte[] secret) {
        this.secret = secret;
    }

    /** Reads it from its file; empty where there is no file, or nothing in it: then there is no such way in. */
    public static Optional<WebhookSecret> fromFile(@Nullable Path file) {
        try {
            var text = file == null ? "" : Files.readString(file).strip();
            if (!text.isEmpty() && text.length() < LEAST_CHARACTERS) {
                throw new IllegalStateException(
                        "%s holds a secret of less than %d characters; make one with: openssl rand -hex 32"
                                .formatted(file, LEAST_CHARACTERS));
            }
            return text.isEmpty() ? Optional.empty() : Optional.of(new WebhookSecret(text.getBytes(UTF_8)));
        } catch (IOException e) {
            throw new UncheckedIOException("the secret of a webhook cannot be read: " + file, e);
        }
    }

    /** Whether somebody sent the secret itself. */
    public boolean is(@Nullable String sent) {
        return sent != null && MessageDigest.isEqual(secret, sent.getBytes(UTF_8));
    }

    /**
     * Whether somebody who knows the secret signed exactly these bytes.
     *
     * @param signature {@code sha256=} and the HMAC-SHA-256 (RFC 2104) in lower-case hexadecimal
     */
    public boolean signed(byte[] body, @Nullable String signature) {
        return signature != null
                && MessageDigest.isEqual(("sha256=" + hmac(body)).getBytes(UTF_8), signature.getBytes(UTF_8));
    }

    private String hmac(byte[] body) {
        try {
            var mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(secret, ALGORITHM));
            return HexFormat.of().formatHex(mac.doFinal(body));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has " + ALGORITHM, e);
        }
    }
}
