package app.tidings.render.edition;

import static java.nio.charset.StandardCharsets.UTF_8;

import app.tidings.contracts.Ids;

/** A printed file. The format is what it is asked for by: {@code markdown}, {@code web}, {@code email-html}, {@code email-text}. */
public record Printed(String format, String mediaType, String text) {

    /** What lies in the archive. */
    public byte[] bytes() {
        return text.getBytes(UTF_8);
    }

    /** The address of the bytes. */
    public String sha256() {
        return Ids.contentHash(bytes());
    }
}
