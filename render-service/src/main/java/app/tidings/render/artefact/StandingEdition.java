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
 * @param taken the version of the issue that notify has taken; 0 before the first
 */
public record StandingEdition(
        String id,
        Heading heading,
        long wanted,
        List<String> waitsFor,
        long version,
        @Nullable Proof proof,
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

    /** Whether the wanted version was printed. */
    public boolean isPrinted() {
        return version >= wanted;
    }

    /** Whether notify has to hear of it again. */
    public boolean isUntaken() {
        return taken < version;
    }
}
