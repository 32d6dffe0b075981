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
 * GitHub, or an installation of it, by its <a href="https://docs.github.com/en/rest/repos/repos#get-a-repository">REST API</a>.
 * A repository that was renamed is found under its new name.
 */
public final class GitHub implements RepositoryHost {

    public static final URI SITE = URI.create("https://github.com");
    public static final URI API = URI.create("https://api.github.com");

    /** GitHub's own hosts whose paths begin with owner and name: files as they are, and archives. */
    private static final Set<String> RAW = Set.of("raw.githubusercontent.com", "codeload.github.com");

    private static final Set<String> RESERVED = Set.of(
            "about",
            "apps",
            "collections",
            "contact",
            "customer-stories",
            "enterprise",
            "events",
            "explore",
            "features",
            "gist",
            "login",
            "marketplace",
            "notifications",
            "orgs",
            "organizations",
            "pricing",
            "readme",
            "resources",
            "search",
            "security",
            "settings",
            "site",
            "solutions",
            "sponsors",
            "stars",
            "topics",
            "trending",
            "users");

    private final Site site;
    private final String api;
    private final @Nullable String token;

    public GitHub(URI site, URI api, @Nullable String token) {
        this.site = new Site(site, RESERVED, Set.of("tree", "releases", "tags"));
        this.api = api.toString().replaceFirst("/+$", "");
        this.token = token;
    }

    @Override
    public String name() {
        return site.host();
    }

    @Override
    public Optional<RepositoryAddress> read(URI page) {
        if (site.host().equals(Site.host(SITE)) && RAW.contains(Site.host(page))) {
            var parts = Site.parts(String.valueOf(page.getRawPath()));
            return parts.size() < 3 ? Optional.empty() : site.ownerAndName(parts);
        }
        return site.ownerAndName(site.parts(page));
    }

    @Override
    public FetchRequest request(RepositoryAddress address) {
        return signed(FetchRequest.get(URI.create(api + "/repos/" + address.fullName())));
    }

    private FetchRequest signed(FetchRequest request) {
        var asked = request.accept("application/vnd.github+json", "application/json")
                .header("x-github-api-version", "2022-11-28");
        return token == null ? asked : asked.header("authorization", "Bearer " + token);
    }

    @Override
    public Optional<Repository> facts(JsonNode answer, Instant asOf) {
        var said = new Answered(answer);
        var owner = said.name("/owner/login");
        var name = said.name("/name");
        var stars = said.count("/stargazers_count");
        if (owner == null || name == null || stars.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new Repository(
                owner,
                name,
                stars.getAsInt(),
                said.yes("/archived"),
                license(said.word("/license/spdx_id")),
                said.description("/description"),
                name(),
                said.words("/topics", ""),
                said.instant("/pushed_at"),
                said.first("/parent/full_name", "/mirror_url"),
                asOf));
    }

    /** None where GitHub says that it found a licence that it does not know. */
    static @Nullable String license(@Nullable String spdxId) {
        return "NOASSERTION".equals(spdxId) ? null : spdxId;
    }

    @Override
    public Optional<GitHubBatch> batch() {
        return Optional.ofNullable(token).map(known -> new GitHubBatch(api, name(), known));
    }
}
