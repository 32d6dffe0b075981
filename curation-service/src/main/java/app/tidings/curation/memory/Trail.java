package app.tidings.curation.memory;

import app.tidings.contracts.Ids;
import app.tidings.platform.address.Canonical;
import app.tidings.platform.address.CanonicalUrl;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * By what a link is known again: its addresses, and the repository that it is. Each mark is a text of bounded length that is the
 * same for all that share it. Pure.
 *
 * @param marks each with whether whoever shares it is surely the same
 * @param name how the link itself is printed
 */
public record Trail(Map<String, Boolean> marks, String name) {

    private static final String REPOSITORY = "repository ";
    private static final String ANYWHERE = "repository anywhere ";
    private static final String NAMED = "repository named ";

    public Trail {
        marks = Map.copyOf(marks);
    }

    /**
     * The trail of a link.
     *
     * @param addresses its own first, then where it leads to and what the page calls itself
     * @param repository owner and name as its host says them now; none where it is none
     */
    public static Trail of(String publicationId, List<URI> addresses, @Nullable Named repository) {
        return new Reading(publicationId).read(addresses, repository);
    }

    /** Owner and name, such as a host states them. */
    public record Named(String owner, String name) {}

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

        private Reading(String publicationId) {
            this.publicationId = publicationId;
        }

        private Trail read(List<URI> addresses, @Nullable Named repository) {
            var own = addresses.getFirst();
            var canonical = addresses.stream()
                    .filter(each -> each.equals(own) || !isHome(each) || isHome(own))
                    .map(each -> CanonicalUrl.of(each.toString()))
                    .filter(Canonical.Valid.class::isInstance)
                    .map(each -> ((Canonical.Valid) each).url())
                    .toList();
            canonical.forEach(each -> add(each.toString(), true));
            var at = canonical.stream()
                    .map(RepositoryName::at)
                    .flatMap(Optional::stream)
                    .toList();
            at.forEach(each -> add(each, true));
            if (repository != null) {
                var host = RepositoryName.host(addresses.getLast());
                add(new RepositoryName(host, repository.owner(), repository.name()), !at.isEmpty());
            }
            return new Trail(marks, printed(own));
        }

        /** A page that calls itself by its site's first page means that site, or is mistaken. */
        private static boolean isHome(URI address) {
            return String.valueOf(address.getPath()).length() < 2 && address.getQuery() == null;
        }

        /** A page inside a repository, such as that of a release, is not the repository itself. */
        private void add(RepositoryName repository, boolean itself) {
            if (itself) {
                add(REPOSITORY + repository.printed(), true);
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
