package app.tidings.local.run;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Base64;

/**
 * The secret files of an installation. They are made on the first run and never changed after it.
 *
 * @param tokenKey key of the links in mails: {@code k1:} and 32 bytes in base64url
 * @param addressKey key under which readers' addresses are hashed
 * @param submissionKey key of the receipts of submissions, of the same form
 * @param apiToken the bootstrap token of all four APIs; its bearer is an admin
 */
public record Secrets(Path tokenKey, Path addressKey, Path submissionKey, Path apiToken) {

    private static final int BYTES = 32;

    /** Makes what is missing in the home's directory of secrets. */
    public static Secrets in(Home home) {
        var directory = home.secrets();
        try {
            Files.createDirectories(directory.getParent());
            if (!Files.exists(directory)) {
                Files.createDirectory(directory, only("rwx------", directory));
            }
            var random = new SecureRandom();
            return new Secrets(
                    file(directory.resolve("token-key"), "k1:" + secret(random)),
                    file(directory.resolve("address-key"), secret(random)),
                    file(directory.resolve("submission-key"), "k1:" + secret(random)),
                    file(directory.resolve("api-token"), secret(random)));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot keep secrets in " + directory, e);
        }
    }

    /** The bootstrap token itself. */
    public String readApiToken() {
        try {
            return Files.readString(apiToken).strip();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A half-written secret must never be taken for one, so it is written beside and linked into place. */
    private static Path file(Path file, String content) throws IOException {
        if (Files.exists(file)) {
            return file;
        }
        var fresh = file.resolveSibling(
                file.getFileName() + "." + ProcessHandle.current().pid());
        Files.deleteIfExists(fresh);
        Files.createFile(fresh, only("rw-------", file));
        Files.write(fresh, (content + "\n").getBytes(US_ASCII));
        try {
            Files.createLink(file, fresh);
        } catch (FileAlreadyExistsException e) {
            return file; // made by another process a moment ago
        } finally {
            Files.deleteIfExists(fresh);
        }
        return file;
    }

    private static FileAttribute<?>[] only(String permissions, Path place) {
        return place.getFileSystem().supportedFileAttributeViews().contains("posix")
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(permissions))
                }
                : new FileAttribute<?>[0];
    }

    private static String secret(SecureRandom random) {
        var bytes = new byte[BYTES];
        random.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
