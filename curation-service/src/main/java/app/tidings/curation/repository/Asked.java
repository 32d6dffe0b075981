package app.tidings.curation.repository;

import app.tidings.curation.item.Page.Repository;
import app.tidings.curation.repository.host.RepositoryAddress;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What asking for a repository came to. */
public sealed interface Asked {

    /** The flag of a repository that its host does not have any more, or does not show. */
    String GONE = "repository-gone";

    /** The flag of one that is not to be found out about. */
    String UNKNOWN = "repository-unknown";

    /** The flag of one that nobody works on any more, as its host says. */
    String ARCHIVED = "repository-archived";

    /** The flag of one that has another name or owner by now. */
    String RENAMED = "repository-renamed";

    /** The flag of one whose facts are of before: its host did not answer when it was asked again. */
    String STALE = "repository-stale";

    /** Every flag about a repository. */
    Set<String> FLAGS = Set.of(GONE, UNKNOWN, ARCHIVED, RENAMED, STALE);

    /** There are facts. */
    record Found(RepositoryAddress address, Repository repository) implements Asked {

        /** What an editor should see, as short flags. */
        public List<String> flags() {
            var flags = new ArrayList<String>();
            if (repository.archived()) {
                flags.add(ARCHIVED);
            }
            if (!address.isNamed(repository.owner(), repository.name())) {
                flags.add(RENAMED);
            }
            return flags;
        }
    }

    /** There are no facts; the reason is a short flag. */
    record Nothing(String reason) implements Asked {}

    /**
     * Nothing was said for now; another time it may be.
     *
     * @param until when the host takes calls again; null where it did not speak of calls
     */
    record NotNow(@Nullable Instant until) implements Asked {}
}
