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
 * Gitee, by its <a href="https://gitee.com/api/v5/swagger">API v5</a>, whose token travels in the query. It does not say whether a
 * repository is archived.
 */
public final class Gitee implements RepositoryHost {

    public static final URI SITE = URI.create("https://gitee.com");

    private static final Set<String> RESERVED = Set.of(
            "about_us",
            "all-about-git",
            "api",
            "dashboard",
            "education",
            "enterprises",
            "events",
            "explore",
            "gists",
            "groups",
            "gvp",
            "help",
            "login",
            "notifications",
            "oauth",
            "organizations",
            "profile",
            "search",
            "signup",
            "terms",
            "topics");

    private final Site site;
    private final @Nullable String token;

    public Gitee(URI site, @Nullable String token) {
        this.site = new Site(site, RESERVED, Set.of("tree", "releases", "tags"));
        this.token = token;
    }

    @Override
    public String name() {
        return site.host();
    }

    @Override
    public Optional<RepositoryAddress> read(URI page) {
        var parts = site.parts(page);
        return parts.size() > 2 && parts.get(1).equals("codes") // a snippet of that person
                ? Optional.empty()
                : site.ownerAndName(parts);
    }

    @Override
    public FetchRequest request(RepositoryAddress address) {
        var query = token == null ? "" : "?access_token=" + token;
        return FetchRequest.get(site.below("/api/v5/repos/" + address.fullName() + query))
                .accept("application/json");
    }

    @Override
    public Optional<Repository> facts(JsonNode answer, Instant asOf) {
        var said = new Answered(answer);
        var full = said.fullName("/full_name");
        var stars = said.count("/stargazers_count");
        return full.isEmpty() || stars.isEmpty()
                ? Optional.empty()
                : Optional.of(new Repository(
                        full.get().owner(),
                        full.get().name(),
                        stars.getAsInt(),
                        false,
                        said.word("/license"),
                        said.description("/description"),
                        name(),
                        said.words("/project_labels", "/name"),
                        said.instant("/pushed_at"),
                        said.name("/parent/full_name"),
                        asOf));
    }
}
