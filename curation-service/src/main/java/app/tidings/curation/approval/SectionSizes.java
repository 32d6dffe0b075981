package app.tidings.curation.approval;

import app.tidings.contracts.Profile.Count;
import app.tidings.contracts.Profile.Section;
import app.tidings.curation.approval.Preflight.Check;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Whether the sections of an issue have as many entries as the publication wants. Warnings: a thin week is no reason to send
 * nothing, and a rich one none to hold things back.
 */
final class SectionSizes implements Check {

    @Override
    public Stream<Finding> findings(Proof proof) {
        var arrangement = proof.issue().arrangement();
        return proof.profile().sections().stream()
                .flatMap(section -> Optional.ofNullable(section.entries())
                        .flatMap(wanted -> finding(
                                section,
                                wanted,
                                arrangement
                                        .getOrDefault(section.id(), List.of())
                                        .size()))
                        .stream());
    }

    private static Optional<Finding> finding(Section section, Count wanted, int count) {
        if (wanted.max() != null && count > wanted.max()) {
            return Optional.of(Finding.warning(
                    "section-too-full",
                    null,
                    "section %s has %d entries, at most %d are wanted; take %d out, they can wait for another issue"
                            .formatted(section.id(), count, wanted.max(), count - wanted.max())));
        }
        if (wanted.min() != null && count < wanted.min()) {
            return Optional.of(Finding.warning(
                    "section-too-thin",
                    null,
                    "section %s has %d entries, at least %d are wanted; place %d more"
                            .formatted(section.id(), count, wanted.min(), wanted.min() - count)));
        }
        return Optional.empty();
    }
}
