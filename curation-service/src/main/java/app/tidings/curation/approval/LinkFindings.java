package app.tidings.curation.approval;

import app.tidings.curation.approval.Preflight.Check;
import app.tidings.curation.item.Item;
import app.tidings.curation.linkcheck.CheckedLink;
import app.tidings.curation.linkcheck.IssueLinks;
import app.tidings.curation.linkcheck.IssueLinks.IssueLink;
import java.net.URI;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What the last check of an issue's links says about those that it shows now. Nothing of it blocks: whether a page is worth
 * its place although its server is down tonight is for the editor to say.
 */
final class LinkFindings implements Check {

    @Override
    public Stream<Finding> findings(Proof proof) {
        var shown = IssueLinks.of(proof.issue(), proof.entries().distinct().toList());
        Map<URI, CheckedLink> checked = proof.links().stream()
                .collect(Collectors.toMap(CheckedLink::url, Function.identity(), (one, _) -> one));
        var unchecked = shown.stream()
                .map(IssueLink::url)
                .distinct()
                .filter(url -> !checked.containsKey(url))
                .count();
        var told = shown.stream()
                .flatMap(link ->
                        Optional.ofNullable(checked.get(link.url()))
                                .flatMap(found -> finding(link, found, proof))
                                .stream());
        return Stream.concat(
                told,
                unchecked == 0
                        ? Stream.empty()
                        : Stream.of(Finding.warning(
                                "links-unchecked",
                                null,
                                "%d links were not checked; POST check-links does it".formatted(unchecked))));
    }

    private static Optional<Finding> finding(IssueLink link, CheckedLink found, Proof proof) {
        var where = Optional.ofNullable(link.itemId())
                .map(proof.items()::get)
                .map(Item::title)
                .map("“%s”"::formatted)
                .orElse("a block");
        return code(found)
                .map(code -> Finding.warning(
                        code,
                        link.itemId(),
                        "%s: %s %s%s (asked at %s)"
                                .formatted(
                                        where,
                                        link.url(),
                                        found.detail(),
                                        found.target() == null ? "" : ", to " + found.target(),
                                        found.at().truncatedTo(ChronoUnit.MINUTES))));
    }

    private static Optional<String> code(CheckedLink found) {
        return switch (found.verdict()) {
            case OK, REFUSED -> Optional.empty();
            case MOVED -> Optional.of("link-moved");
            case DEAD -> Optional.of("link-dead");
            case FRONT_PAGE -> Optional.of("link-to-front-page");
            case UNKNOWN -> Optional.of("link-unanswered");
        };
    }
}
