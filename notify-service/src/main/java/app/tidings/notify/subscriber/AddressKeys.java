package app.tidings.notify.subscriber;

import app.tidings.platform.token.KeyedHash;
import java.nio.file.Path;
import java.time.LocalDate;

/** Stands in for addresses: hashes under a secret of this installation, which tell nothing to whoever has not got it. */
public final class AddressKeys {

    private final KeyedHash hash;

    private AddressKeys(KeyedHash hash) {
        this.hash = hash;
    }

    /** Reads the secret from its file. */
    public static AddressKeys fromFile(Path file) {
        return new AddressKeys(KeyedHash.fromFile(file, "tidings.notify.address-key-file"));
    }

    /** The same for each spelling of the address. */
    public String of(EmailAddress address) {
        return hash.of("address", address.canonical());
    }

    /** The same for each tag behind a plus sign. */
    public String ofMailbox(EmailAddress address) {
        return hash.of("mailbox", address.mailbox());
    }

    /** Another one every day, so that nobody is followed by it. */
    public String ofInternetAddress(String address, LocalDate day) {
        return hash.ofInternetAddress(address, day);
    }
}
