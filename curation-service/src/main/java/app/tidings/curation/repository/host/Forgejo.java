package app.tidings.curation.repository.host;

import app.tidings.curation.item.Page.Repository;
import app.tidings.platform.fetch.FetchRequest;
import java.net.URI;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Forgejo and Gitea, such as Codeberg, by their <a href="https://codeberg.org/api/swagger">API</a>. Only late versions of Gitea name
 * licences.
 */
public final class Forgejo implements RepositoryHost {

    public static final URI SITE = URI.create("https://codeberg.org");

    private static final Set<String> RESERVED = Set.of(
            "-",
            "admin",
            "api",
            "assets",
            "attachments",
            "avatars",
            "explore",
            "issues",
            "login",
            "milestones",
            "notifications",
            "org",
            "pulls",
            "repo",
            "swagger",
            "user",
            "users");

    private final Site site;
    private final @Nullable String token;

    public Forgejo(URI site, @Nullable String token) {
        this.site = new Site(site, RESERVED, Set.of("src", "releases", "tags"));
        this.token = token;
    }

    @Override
    public String name() {
        return site.host();
    }

    @Override
    public Optional<RepositoryAddress> read(URI page) {
        var parts = site.parts(page);
        return parts.size() > 1 && parts.get(1).equals("-") // packages, projects and the like of an owner
                ? Optional.empty()
                : site.ownerAndName(parts);
    }

    @Override
    public FetchRequest request(RepositoryAddress address) {
        var request = FetchRequest.get(site.below("/api/v1/repos/" + address.fullName()))
                .accept("application/json");
        return token == null ? request : request.header("authorization", "token " + token);
    }

    @Override
    public Optional<Repository> facts(JsonNode answer, Instant asOf) {
        var said = new Answered(answer);
        var full = said.fullName("/full_name");
        var stars = said.count("/stars_count");
        return full.isEmpty() || stars.isEmpty()
                ? Optional.empty()
                : Optional.of(new Repository(
                        full.get().owner(),
                        full.get().name(),
                        stars.getAsInt(),
                        said.yes("/archived"),
                        said.word("/licenses/0"),
                        said.description("/description"),
                        name(),
                        said.words("/topics", ""),
                        said.instant("/updated_at"),
                        said.yes("/mirror")
                                ? said.first("/original_url", "/parent/full_name")
                                : said.name("/parent/full_name"),
                        asOf));
    }
}
