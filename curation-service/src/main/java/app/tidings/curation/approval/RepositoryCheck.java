package app.tidings.curation.approval;

import app.tidings.curation.approval.Preflight.Check;
import app.tidings.curation.item.Item;
import app.tidings.curation.item.Kind;
import app.tidings.curation.item.Page;
import app.tidings.curation.item.Page.Repository;
import app.tidings.curation.repository.Asked;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.stream.Stream;

/** Tells of entries whose repository is not what it was; a warning at most, for no host may keep an issue from going out. */
final class RepositoryCheck implements Check {

    @Override
    public Stream<Finding> findings(Proof proof) {
        return proof.entries()
                .filter(item -> item.kind() != Kind.DISCUSSION)
                .flatMap(item -> item.page().stream()
                        .flatMap(page -> page.quality().stream())
                        .flatMap(
                                flag -> text(flag, item).stream().map(text -> Finding.warning(flag, item.id(), text))));
    }

    private static Optional<String> text(String flag, Item item) {
        var of = "the repository of “%s” ".formatted(item.title());
        var known = item.page().map(Page::repository);
        return switch (flag) {
            case Asked.GONE -> Optional.of(of + "is gone, or private; take the entry out, or write that it is");
            case Asked.ARCHIVED -> Optional.of(of + "is archived: nobody works on it any more");
            case Asked.RENAMED ->
                known.map(now -> of
                        + "is %s/%s by now; look whether the link still leads there"
                                .formatted(now.owner(), now.name()));
            case Asked.STALE -> known.map(now -> of + "could not be asked for again; what is known is " + age(now));
            case Asked.UNKNOWN -> Optional.of(of + "could not be asked for; it has no stars unless you write them");
            default -> Optional.empty();
        };
    }

    private static String age(Repository known) {
        var asOf = known.asOf();
        return asOf == null ? "of before" : "of " + asOf.truncatedTo(ChronoUnit.MINUTES);
    }
}
