package app.tidings.notify.subscriber;

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

/** Stands in for addresses: hashes under a secret of this installation, which tell nothing to whoever has not got it. */
public final class AddressKeys {

    private static final String ALGORITHM = "HmacSHA256";
    private static final int LEAST_CHARACTERS = 32;

    private final SecretKeySpec secret;

    private AddressKeys(byte[] secret) {
        this.secret = new SecretKeySpec(secret, ALGORITHM);
    }

    /** Reads the secret from its file. */
    public static AddressKeys fromFile(Path file) {
        try {
            var text = Files.readString(file).strip();
            if (text.length() < LEAST_CHARACTERS) {
                throw new IllegalStateException(
                        "%s holds no secret of at least %d characters; make one with: openssl rand -hex 32"
                                .formatted(file, LEAST_CHARACTERS));
            }
            return new AddressKeys(text.getBytes(UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException("tidings.notify.address-key-file cannot be read: " + file, e);
        }
    }

    /** The same for each spelling of the address. */
    public String of(EmailAddress address) {
        return hash("address\n" + address.canonical());
    }

    /** The same for each tag behind a plus sign. */
    public String ofMailbox(EmailAddress address) {
        return hash("mailbox\n" + address.mailbox());
    }

    /** Another one every day, so that nobody is followed by it. */
    public String ofInternetAddress(String address, LocalDate day) {
        return hash("ip\n" + day + "\n" + address);
    }

    private String hash(String text) {
        try {
            var mac = Mac.getInstance(ALGORITHM);
            mac.init(secret);
            return HexFormat.of().formatHex(mac.doFinal(text.getBytes(UTF_8)), 0, 16);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has " + ALGORITHM, e);
        }
    }
}
