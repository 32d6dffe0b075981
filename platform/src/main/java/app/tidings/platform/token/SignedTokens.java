package app.tidings.platform.token;

import static java.nio.charset.StandardCharsets.UTF_8;

import app.tidings.platform.token.Verdict.Expired;
import app.tidings.platform.token.Verdict.Forged;
import app.tidings.platform.token.Verdict.Valid;
import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/**
 * Makes and checks tokens {@code v1.kid.payload.mac}. The payload holds when the token was made, how long it lives, and its
 * subject: readable to all, changeable by nobody. The MAC is HMAC-SHA-256 over everything before it, under a key derived for
 * one purpose, so a token for one purpose is random noise for another. It covers the text and not the bytes behind it, so
 * that there is one spelling of each token.
 */
public final class SignedTokens {

    private static final String VERSION = "v1";
    private static final String ALGORITHM = "HmacSHA256";
    private static final int MAX_LENGTH = 1024;
    private static final int MAX_SUBJECT_BYTES = 512;
    private static final int HEADER_BYTES = 12;
    private static final long NO_EXPIRY = 0;

    private final Map<String, SecretKeySpec> keys = new HashMap<>();
    private final TokenKey signing;
    private final InstantSource clock;

    /** The first key signs, all of them verify. */
    public SignedTokens(List<TokenKey> keys, InstantSource clock) {
        if (keys.isEmpty()) {
            throw new IllegalArgumentException("no token key");
        }
        for (var key : keys) {
            if (this.keys.put(key.kid(), spec(key)) != null) {
                throw new IllegalArgumentException("two token keys are called " + key.kid());
            }
        }
        this.signing = keys.getFirst();
        this.clock = clock;
    }

    /**
     * Makes a token that works from now on.
     *
     * @param subject whom or what it is about; everyone can read it, so ids and never addresses
     * @param lifetime null for a token that never expires
     */
    public String sign(TokenPurpose purpose, String subject, @Nullable Duration lifetime) {
        var text = "%s.%s.%s".formatted(VERSION, signing.kid(), base64(payload(subject, lifetime)));
        return text + "." + mac(spec(signing), purpose, text);
    }

    /** Whether we made the token for this purpose, and what it says. Takes any text. */
    public Verdict verify(TokenPurpose purpose, String token) {
        var parts = token.length() > MAX_LENGTH ? new String[0] : token.split("\\.", -1);
        if (parts.length != 4 || !parts[0].equals(VERSION)) {
            return new Forged();
        }
        var key = keys.get(parts[1]);
        if (key == null) {
            return new Forged();
        }
        var expected = mac(key, purpose, token.substring(0, token.lastIndexOf('.')));
        return MessageDigest.isEqual(expected.getBytes(UTF_8), parts[3].getBytes(UTF_8))
                ? read(ByteBuffer.wrap(Base64.getUrlDecoder().decode(parts[2])))
                : new Forged();
    }

    private Verdict read(ByteBuffer payload) {
        var issuedAt = Instant.ofEpochMilli(millis(payload));
        var lifetime = millis(payload);
        var subject = UTF_8.decode(payload).toString();
        return lifetime != NO_EXPIRY && clock.instant().isAfter(issuedAt.plusMillis(lifetime))
                ? new Expired(subject)
                : new Valid(subject, issuedAt);
    }

    private byte[] payload(String subject, @Nullable Duration lifetime) {
        var bytes = subject.getBytes(UTF_8);
        if (bytes.length == 0 || bytes.length > MAX_SUBJECT_BYTES) {
            throw new IllegalArgumentException("the subject of a token has 1 to %d bytes".formatted(MAX_SUBJECT_BYTES));
        }
        if (lifetime != null && lifetime.toMillis() < 1) {
            throw new IllegalArgumentException("the lifetime of a token is less than a millisecond");
        }
        var payload = ByteBuffer.allocate(HEADER_BYTES + bytes.length);
        putMillis(payload, clock.millis());
        putMillis(payload, lifetime == null ? NO_EXPIRY : lifetime.toMillis());
        return payload.put(bytes).array();
    }

    /** In six bytes, which last for 8,000 years. */
    private static void putMillis(ByteBuffer payload, long millis) {
        payload.putShort((short) (millis >>> Integer.SIZE)).putInt((int) millis);
    }

    private static long millis(ByteBuffer payload) {
        return Short.toUnsignedLong(payload.getShort()) << Integer.SIZE | Integer.toUnsignedLong(payload.getInt());
    }

    private static String mac(SecretKeySpec key, TokenPurpose purpose, String text) {
        var label = "tidings token %s %s".formatted(VERSION, purpose.name());
        return base64(hmac(new SecretKeySpec(hmac(key, label), ALGORITHM), text));
    }

    private static byte[] hmac(SecretKeySpec key, String text) {
        try {
            var mac = Mac.getInstance(ALGORITHM);
            mac.init(key);
            return mac.doFinal(text.getBytes(UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has " + ALGORITHM, e);
        }
    }

    private static SecretKeySpec spec(TokenKey key) {
        return new SecretKeySpec(key.secret(), ALGORITHM);
    }

    private static String base64(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
