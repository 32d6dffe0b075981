package app.tidings.ingest.websub;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/** The signature of what a hub sends: {@code X-Hub-Signature: method=hexadecimal} (WebSub §7.1). */
final class Signature {

    /** The recognized methods (§7.1.1) as Java calls them. */
    private static final Map<String, String> METHODS = Map.of(
            "sha1", "HmacSHA1",
            "sha256", "HmacSHA256",
            "sha384", "HmacSHA384",
            "sha512", "HmacSHA512");

    private static final Pattern FORM = Pattern.compile("\\s*+(\\w{1,16})=((?:[0-9A-Fa-f]{2}){1,64})\\s*+");

    private Signature() {}

    /** Whether the header signs exactly these bytes with the secret; compared in a time that tells nothing. */
    static boolean isRight(@Nullable String header, String secret, byte[] body) {
        var form = FORM.matcher(header == null ? "" : header);
        if (!form.matches()) {
            return false;
        }
        var algorithm = METHODS.get(form.group(1).toLowerCase(Locale.ROOT));
        return algorithm != null
                && MessageDigest.isEqual(
                        hmac(algorithm, secret, body), HexFormat.of().parseHex(form.group(2)));
    }

    private static byte[] hmac(String algorithm, String secret, byte[] body) {
        try {
            var mac = Mac.getInstance(algorithm);
            mac.init(new SecretKeySpec(secret.getBytes(UTF_8), algorithm));
            return mac.doFinal(body);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has " + algorithm, e);
        }
    }
}
