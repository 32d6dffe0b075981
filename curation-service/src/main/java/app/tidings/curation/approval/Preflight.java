package app.tidings.curation.approval;

import app.tidings.contracts.Manuscript.Text;
import app.tidings.contracts.Manuscript.TextStatus;
import app.tidings.contracts.Manuscript.Translation;
import app.tidings.contracts.Profile.Section;
import app.tidings.curation.approval.Approval.Approved;
import app.tidings.curation.approval.Approval.Refused;
import app.tidings.curation.item.Item;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.function.BiFunction;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** Applies every check and refuses on the blocking findings. Pure. */
record Preflight(List<Check> checks) {

    /** One thing to look at. */
    @FunctionalInterface
    interface Check {
        Stream<Finding> findings(Proof proof);
    }

    /** All the checks there are, in the order in which an editor hears of them. */
    static Preflight complete() {
        return new Preflight(List.of(
                entriesAreThere(),
                headlineIsWritten(),
                sectionsAreKnown(),
                new SectionSizes(),
                noEntryTwice(),
                itemsAreKnown(),
                itemsStandNowhereElse(),
                nothingRanBefore(),
                noEntryWithoutComment(),
                entriesAreTranslated(),
                titlesAreTranslated(),
                machineTextIsRead(),
                imagesHaveAlt(),
                new RepositoryCheck(),
                new LinkFindings(),
                blocksHaveTheirPlace()));
    }

    Approval approve(Proof proof) {
        var findings = findings(proof);
        return findings.stream().anyMatch(Finding::blocks)
                ? new Refused(findings)
                : new Approved(proof.parts(), findings);
    }

    List<Finding> findings(Proof proof) {
        return checks.stream().flatMap(check -> check.findings(proof)).toList();
    }

    static Check entriesAreThere() {
        return proof -> proof.issue().itemIds().findAny().isPresent()
                ? Stream.empty()
                : Stream.of(Finding.blocking("no-entries", null, "the issue has no entries"));
    }

    static Check headlineIsWritten() {
        return proof -> proof.languages().stream()
                .filter(language ->
                        proof.issue().headline().getOrDefault(language, "").isBlank())
                .map(language -> new Finding(
                        language.equals(proof.profile().language()),
                        "no-headline",
                        null,
                        "the headline is missing in " + language));
    }

    static Check sectionsAreKnown() {
        return proof -> {
            var known = sections(proof);
            return proof.issue().arrangement().keySet().stream()
                    .filter(section -> !known.contains(section))
                    .map(section -> Finding.blocking(
                            "unknown-section", null, "the publication has no section %s any more".formatted(section)));
        };
    }

    static Check noEntryTwice() {
        return proof -> {
            var seen = new HashSet<String>();
            return proof.issue()
                    .itemIds()
                    .filter(id -> !seen.add(id))
                    .map(id -> Finding.blocking("duplicate-entry", id, "the item stands in the issue twice"));
        };
    }

    static Check itemsAreKnown() {
        return proof -> proof.issue()
                .itemIds()
                .filter(id -> !proof.items().containsKey(id))
                .map(id -> Finding.blocking("unknown-item", id, "there is no such item any more; take it out"));
    }

    static Check itemsStandNowhereElse() {
        return proof -> proof.entries()
                .filter(item -> item.placement() != null
                        && !item.placement().issueId().equals(proof.issue().id()))
                .map(item -> Finding.blocking(
                        "placed-elsewhere",
                        item.id(),
                        "%s stands in issue %s"
                                .formatted(
                                        quoted(item),
                                        Objects.requireNonNull(item.placement()).issueId())));
    }

    /** A warning: an old thing may run again on purpose. */
    static Check nothingRanBefore() {
        return proof -> proof.entries()
                .flatMap(item -> proof.ran().getOrDefault(item.id(), List.of()).stream()
                        .filter(ran -> !ran.issueId().equals(proof.issue().id()))
                        .map(ran ->
                                Finding.warning("ran-before", item.id(), "%s %s".formatted(quoted(item), ran.text()))));
    }

    static Check noEntryWithoutComment() {
        return proof -> {
            var language = proof.profile().language();
            return proof.entries()
                    .filter(item -> Proof.text(item, language)
                            .filter(text -> !text.comment().isBlank())
                            .isEmpty())
                    .map(item -> Finding.blocking(
                            "no-comment", item.id(), "%s has no comment in %s".formatted(quoted(item), language)));
        };
    }

    static Check entriesAreTranslated() {
        return proof -> proof.languages().stream()
                .filter(language -> !language.equals(proof.profile().language()))
                .flatMap(language -> proof.entries()
                        .filter(item -> Proof.text(item, language).isEmpty())
                        .map(item -> Finding.warning(
                                "not-translated",
                                item.id(),
                                "%s has no text in %s".formatted(quoted(item), language))));
    }

    static Check titlesAreTranslated() {
        return eachText(
                text -> text.translation() == Translation.MISSING,
                (item, language) -> Finding.warning(
                        "title-not-translated",
                        item.id(),
                        "the title of %s is in another language than the edition in %s"
                                .formatted(quoted(item), language)));
    }

    static Check machineTextIsRead() {
        return eachText(
                text -> text.status() == TextStatus.MACHINE,
                (item, language) -> Finding.warning(
                        "machine-text",
                        item.id(),
                        "the comment of %s in %s is a summary that nobody has edited"
                                .formatted(quoted(item), language)));
    }

    private static Check eachText(Predicate<Text> wrong, BiFunction<Item, String, Finding> finding) {
        return proof -> proof.languages().stream()
                .flatMap(language -> proof.entries()
                        .filter(item -> Proof.text(item, language).filter(wrong).isPresent())
                        .map(item -> finding.apply(item, language)));
    }

    static Check imagesHaveAlt() {
        return proof -> proof.entries()
                .filter(item -> item.edits().images().stream()
                        .anyMatch(image -> image.alt().isBlank()))
                .map(item -> Finding.warning(
                        "no-alt",
                        item.id(),
                        "an image of %s says nothing to those who cannot see it".formatted(quoted(item))));
    }

    static Check blocksHaveTheirPlace() {
        return proof -> {
            var known = sections(proof);
            return proof.issue().blocks().stream()
                    .filter(block -> block.after() != null && !known.contains(block.after()))
                    .map(block -> Finding.blocking(
                            "block-without-place",
                            null,
                            "a block stands behind section %s, which is not there".formatted(block.after())));
        };
    }

    private static List<String> sections(Proof proof) {
        return proof.profile().sections().stream().map(Section::id).toList();
    }

    private static String quoted(Item item) {
        return "“%s”".formatted(item.title());
    }
}
