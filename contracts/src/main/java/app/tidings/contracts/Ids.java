package app.tidings.contracts;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Locale;
import org.apache.commons.codec.binary.Base32;

/**
 * Identities that more than one service derives, so that the same thing has the same id everywhere and a repeat changes
 * nothing. Base32 is that of RFC 4648 §6, lower case, without padding.
 */
public final class Ids {

    private static final int LINK_DIGEST_BYTES = 16;

    private Ids() {}

    /** Id of a link, and of the item that it becomes: {@code publication:} and the digest of the canonical address. */
    public static String link(String publicationId, String canonicalUrl) {
        var digest = sha256(Guard.text(canonicalUrl, "canonicalUrl").getBytes(UTF_8));
        return Guard.slug(publicationId, "publicationId") + ":" + base32(Arrays.copyOf(digest, LINK_DIGEST_BYTES));
    }

    /** Id of an edition: one rendering family of an issue. */
    public static String edition(String issueId, String language, String access) {
        return String.join(":", issueId, language, access);
    }

    /** Id of an event: the same change has the same id however often it is sent. */
    public static String event(String aggregateId, long version, String type) {
        return base32(sha256((aggregateId + "\n" + version + "\n" + type).getBytes(UTF_8)));
    }

    /** The publication that a link, item, issue or edition id belongs to. */
    public static String publicationOf(String id) {
        var colon = id.indexOf(':');
        if (colon < 1) {
            throw new BadValue("id names no publication");
        }
        return id.substring(0, colon);
    }

    /** SHA-256 of the bytes in lower-case hexadecimal: the address of images and artefacts. */
    public static String contentHash(byte[] bytes) {
        return HexFormat.of().formatHex(sha256(bytes));
    }

    static String base32(byte[] bytes) {
        return new Base32().encodeToString(bytes).replace("=", "").toLowerCase(Locale.ROOT);
    }

    private static byte[] sha256(byte[] bytes) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(bytes);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
