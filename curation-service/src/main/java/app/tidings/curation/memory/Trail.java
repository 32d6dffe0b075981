package app.tidings.curation.memory;

import app.tidings.contracts.Ids;
import app.tidings.platform.address.Canonical;
import app.tidings.platform.address.CanonicalUrl;
import java.net.URI;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * By what a link is known again: its addresses, and the repository that it is. Each mark is a text of bounded length that is the
 * same for all that share it. Pure.
 *
 * @param marks each with whether whoever shares it is surely the same
 * @param clues marks that alone say nothing: who shares one may be asked for
 * @param name how the link itself is printed
 */
public record Trail(Map<String, Boolean> marks, Set<String> clues, String name) {

    private static final String CLAIMED = "claimed ";
    private static final String REPOSITORY = "repository ";
    private static final String ANYWHERE = "repository anywhere ";
    private static final String NAMED = "repository named ";
    private static final String OWNED = "repository of ";

    public Trail {
        marks = Map.copyOf(marks);
        clues = Set.copyOf(clues);
    }

    /**
     * The trail of a link.
     *
     * @param addresses its own first, then where it leads to and what the page calls itself on its own site
     * @param claimed what the page calls itself elsewhere: as a copy does, and many a template by mistake
     * @param repository as its host states it now; none where it is none
     */
    public static Trail of(String publicationId, List<URI> addresses, List<URI> claimed, @Nullable Named repository) {
        var reading = new Reading(publicationId);
        return isInPage(addresses.getFirst())
                ? reading.read(addresses.subList(0, 1), List.of(), repository)
                : reading.read(addresses, claimed, repository);
    }

    /** The trail of a link of which nothing is known but where it is. */
    public static Trail of(String publicationId, URI address) {
        return of(publicationId, List.of(address), List.of(), null);
    }

    /** A comment is not the page that it stands on, whatever that page calls itself. */
    private static boolean isInPage(URI address) {
        return CanonicalUrl.of(address.toString()) instanceof Canonical.Valid(var url) && url.getFragment() != null;
    }

    /**
     * A repository as its host states it.
     *
     * @param copyOf what it is a fork or a mirror of: owner and name, or an address; none where it is none
     */
    public record Named(RepositoryName name, @Nullable String copyOf) {}

    /** All by which it is to be found later. */
    public Set<String> all() {
        return Stream.concat(marks.keySet().stream(), clues.stream()).collect(Collectors.toSet());
    }

    /** An address as people write it. */
    public static String printed(URI address) {
        return RepositoryName.at(address)
                .map(RepositoryName::printed)
                .orElseGet(() -> address.toString()
                        .replaceFirst("^https?://(?:www\\.)?", "")
                        .replaceFirst("/$", ""));
    }

    private static final class Reading {

        private final String publicationId;
        private final Map<String, Boolean> marks = new LinkedHashMap<>();
        private final Set<String> clues = new HashSet<>();

        private Reading(String publicationId) {
            this.publicationId = publicationId;
        }

        private Trail read(List<URI> addresses, List<URI> claimed, @Nullable Named repository) {
            var own = addresses.getFirst();
            var canonical = addresses.stream()
                    .filter(each -> each.equals(own) || !isHome(each) || isHome(own))
                    .map(each -> CanonicalUrl.of(each.toString()))
                    .filter(Canonical.Valid.class::isInstance)
                    .map(each -> ((Canonical.Valid) each).url())
                    .toList();
            canonical.forEach(each -> {
                add(each.toString(), true);
                add(CLAIMED + each, false);
            });
            claimed.stream().filter(each -> !isHome(each)).forEach(this::addClaimed);
            var at = canonical.stream()
                    .map(RepositoryName::at)
                    .flatMap(Optional::stream)
                    .toList();
            at.forEach(each -> add(each, true));
            if (repository != null) {
                add(repository.name(), !at.isEmpty());
                copyOf(repository.copyOf());
            }
            return new Trail(marks, clues, printed(own));
        }

        private void addClaimed(URI address) {
            if (CanonicalUrl.of(address.toString()) instanceof Canonical.Valid(var url)) {
                add(CLAIMED + url, false);
            }
        }

        private void copyOf(@Nullable String original) {
            if (original != null) {
                var address = CanonicalUrl.of(original) instanceof Canonical.Valid(var url)
                        ? RepositoryName.at(url)
                        : Optional.<RepositoryName>empty();
                add(ANYWHERE + address.map(RepositoryName::anywhere).orElse(original.toLowerCase(Locale.ROOT)), false);
            }
        }

        /** A page that calls itself by its site's first page means that site, or is mistaken. */
        private static boolean isHome(URI address) {
            return String.valueOf(address.getPath()).length() < 2 && address.getQuery() == null;
        }

        /** A page inside a repository, such as that of a release, is not the repository itself. */
        private void add(RepositoryName repository, boolean itself) {
            if (itself) {
                add(REPOSITORY + repository.printed(), true);
                clues.add(Ids.link(publicationId, OWNED + repository.host() + "/" + repository.owner()));
            }
            add(ANYWHERE + repository.anywhere(), false);
            if (repository.isTelling()) {
                add(NAMED + repository.name(), false);
            }
        }

        private void add(String mark, boolean sure) {
            marks.merge(Ids.link(publicationId, mark), sure, Boolean::logicalOr);
        }
    }
}
