package app.tidings.curation.pdf;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.time.Instant;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** What a document in PDF (ISO 32000-1) came to. */
public sealed interface Pdf {

    /** Why a document is not read. */
    enum Reason {
        /** Whether with a password or without: what is locked is not opened. */
        ENCRYPTED,
        /** It is none, or so broken that no page is found. */
        BROKEN,
        /** Its time was over before there was any text. */
        TOO_SLOW,
        /** It would take more memory than a document may. */
        TOO_COMPLEX,
        /** Others were read for so long that it did not get its turn; another time it may. */
        BUSY;

        /** As a flag of quality: {@code pdf-too-slow}. */
        public String word() {
            return "pdf-" + name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    /**
     * It was read.
     *
     * @param title as it states it, or else what is set largest on its first page
     * @param created when it says that it was made
     * @param language as it states it, BCP 47
     * @param pages how many it has
     * @param text a line for each paragraph, of its first pages; empty where it has none, as when it was scanned
     * @param partial whether there is more text than that
     */
    record Document(
            @Nullable String title,
            @Nullable String author,
            @Nullable Instant created,
            @Nullable String language,
            int pages,
            String text,
            boolean partial)
            implements Pdf {}

    /** It was not. */
    record Refused(Reason reason) implements Pdf {}

    /** Whether bytes begin as such documents do; programs allow up to a kilobyte before it (ISO 32000-1, Annex H.3). */
    static boolean isOne(byte[] bytes) {
        return new String(bytes, 0, Math.min(bytes.length, 1024), ISO_8859_1).contains("%PDF-");
    }
}
