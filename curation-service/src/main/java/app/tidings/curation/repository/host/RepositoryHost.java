package app.tidings.curation.repository.host;

import app.tidings.curation.item.Page.Repository;
import app.tidings.platform.fetch.FetchRequest;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/** A place where repositories are. */
public interface RepositoryHost {

    /** The host of its pages, such as {@code github.com}. */
    String name();

    /** Reads the address of a repository, or of a page that belongs to one; empty for whatever else is there. */
    Optional<RepositoryAddress> read(URI page);

    /** How its API is asked for a repository, with the token if there is one. */
    FetchRequest request(RepositoryAddress address);

    /**
     * Reads what the API answered.
     *
     * @param asOf when that was
     * @return empty where the answer is none about a repository
     */
    Optional<Repository> facts(JsonNode answer, Instant asOf);

    /** How many repositories are asked for at once; empty where each is asked for by itself. */
    default Optional<GitHubBatch> batch() {
        return Optional.empty();
    }

    /** The public ones, without tokens: to read addresses. */
    static List<RepositoryHost> publicOnes() {
        return List.of(
                new GitHub(GitHub.SITE, GitHub.API, null),
                new GitLab(GitLab.SITE, null),
                new Gitee(Gitee.SITE, null),
                new Forgejo(Forgejo.SITE, null));
    }
}
