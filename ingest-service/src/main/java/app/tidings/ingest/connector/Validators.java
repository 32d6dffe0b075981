package app.tidings.ingest.connector;

import org.jspecify.annotations.Nullable;

/**
 * What names the content that was read last, so that it is not read again.
 *
 * @param etag what the server called it
 * @param lastModified since when it stands, in the server's own words
 * @param bodyHash SHA-256 of it in hexadecimal
 */
public record Validators(
        @Nullable String etag,
        @Nullable String lastModified,
        @Nullable String bodyHash) {

    /** Nothing was read yet. */
    public static final Validators NONE = new Validators(null, null, null);
}
