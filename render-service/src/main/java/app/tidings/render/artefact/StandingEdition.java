package app.tidings.render.artefact;

import app.tidings.contracts.Announce;
import app.tidings.contracts.EditionEvent.Artefact;
import app.tidings.render.edition.Envelope;
import java.net.URI;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * An edition as it stands in the store.
 *
 * @param wanted the version of the issue that is to be printed
 * @param waitsFor hashes of the images without which it cannot be printed
 * @param version the version of the issue that was printed; 0 before the first
 * @param failure why the wanted version could not be printed, if the last try failed
 * @param taken the version of the issue that notify has taken; 0 before the first
 */
public record StandingEdition(
        String id,
        Heading heading,
        long wanted,
        List<String> waitsFor,
        long version,
        @Nullable Proof proof,
        @Nullable Failure failure,
        long taken) {

    /** What is known of it before it is printed. */
    public record Heading(
            String publication,
            String issueId,
            int number,
            String language,
            String access,
            String title,
            LocalDate date) {}

    /** What was printed of it. */
    public record Proof(
            long issueVersion,
            Instant printedAt,
            URI page,
            Announce announce,
            Envelope envelope,
            List<Artefact> artefacts) {

        /** The file of a format. */
        public Optional<Artefact> artefact(String format) {
            return artefacts.stream()
                    .filter(artefact -> artefact.format().equals(format))
                    .findFirst();
        }
    }

    /** A try at printing that failed. */
    public record Failure(Instant at, String reason) {

        private static final int LONGEST_REASON = 500;

        /** In the words of what was thrown. */
        public static Failure of(RuntimeException thrown, Instant at) {
            var reason = thrown.toString();
            return new Failure(at, reason.length() <= LONGEST_REASON ? reason : reason.substring(0, LONGEST_REASON));
        }
    }

    /** Whether the wanted version was printed. */
    public boolean isPrinted() {
        return version >= wanted;
    }

    /** Whether notify has to hear of it again. */
    public boolean isUntaken() {
        return taken < version;
    }
}
