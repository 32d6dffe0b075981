package app.tidings.curation.repository.host;

import static java.nio.charset.StandardCharsets.UTF_8;

import app.tidings.curation.item.Page.Repository;
import app.tidings.platform.fetch.FetchRequest;
import java.net.URI;
import java.net.URLEncoder;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * GitLab, or an installation of it, by its <a href="https://docs.gitlab.com/api/projects/#get-a-single-project">projects API</a>. A
 * project is asked for by its whole path with groups, written as one part. To those without a token it does not say whether a
 * project is archived.
 */
public final class GitLab implements RepositoryHost {

    public static final URI SITE = URI.create("https://gitlab.com");

    private static final Set<String> RESERVED = Set.of(
            "-",
            "admin",
            "api",
            "assets",
            "dashboard",
            "explore",
            "groups",
            "help",
            "import",
            "invites",
            "jwt",
            "login",
            "oauth",
            "profile",
            "projects",
            "public",
            "s",
            "search",
            "snippets",
            "unsubscribes",
            "uploads",
            "users",
            "v2");

    /** What no project is called, because it is what stands behind a project's path; addresses of old lack the dash before it. */
    private static final Set<String> BEHIND = Set.of(
            "-",
            "activity",
            "blame",
            "blob",
            "branches",
            "builds",
            "commit",
            "commits",
            "files",
            "issues",
            "merge_requests",
            "milestones",
            "pipelines",
            "raw",
            "refs",
            "releases",
            "snippets",
            "tags",
            "tree",
            "wikis");

    /** Parts of licences' names that are not all capitals as SPDX writes them (spdx.org/licenses). */
    private static final Map<String, String> SPDX = Map.ofEntries(
            Map.entry("apache", "Apache"),
            Map.entry("artistic", "Artistic"),
            Map.entry("blueoak", "BlueOak"),
            Map.entry("clause", "Clause"),
            Map.entry("0bsd", "0BSD"),
            Map.entry("clear", "Clear"),
            Map.entry("mulanpsl", "MulanPSL"),
            Map.entry("odbl", "ODbL"),
            Map.entry("postgresql", "PostgreSQL"),
            Map.entry("unlicense", "Unlicense"),
            Map.entry("vim", "Vim"),
            Map.entry("zlib", "Zlib"));

    private final Site site;
    private final @Nullable String token;

    public GitLab(URI site, @Nullable String token) {
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
        var end = IntStream.range(2, parts.size())
                .filter(i -> BEHIND.contains(parts.get(i)))
                .findFirst()
                .orElse(parts.size());
        if (end < 2) {
            return Optional.empty();
        }
        var rest = parts.subList(end, parts.size());
        return site.repository(
                parts.subList(0, end), rest.size() > 1 && rest.getFirst().equals("-") ? tail(rest) : rest);
    }

    private static List<String> tail(List<String> parts) {
        return parts.subList(1, parts.size());
    }

    @Override
    public FetchRequest request(RepositoryAddress address) {
        var id = URLEncoder.encode(address.fullName(), UTF_8);
        var request = FetchRequest.get(site.below("/api/v4/projects/%s?license=true".formatted(id)))
                .accept("application/json");
        return token == null ? request : request.header("private-token", token);
    }

    @Override
    public Optional<Repository> facts(JsonNode answer, Instant asOf) {
        var said = new Answered(answer);
        var full = said.fullName("/path_with_namespace");
        var stars = said.count("/star_count");
        return full.isEmpty() || stars.isEmpty()
                ? Optional.empty()
                : Optional.of(new Repository(
                        full.get().owner(),
                        full.get().name(),
                        stars.getAsInt(),
                        said.yes("/archived"),
                        spdx(said.word("/license/key")),
                        said.description("/description"),
                        name(),
                        said.words("/topics", ""),
                        said.instant("/last_activity_at"),
                        said.name("/forked_from_project/path_with_namespace"),
                        asOf));
    }

    /** GitLab's keys are SPDX's identifiers in small letters, or {@code other}. */
    private static @Nullable String spdx(@Nullable String key) {
        return key == null || key.equals("other")
                ? null
                : Arrays.stream(key.split("-", -1))
                        .map(part -> SPDX.getOrDefault(part, capitals(part)))
                        .collect(Collectors.joining("-"));
    }

    /** Versions stay as they are: {@code 1.3c}. */
    private static String capitals(String part) {
        return part.isEmpty() || Character.isDigit(part.charAt(0)) ? part : part.toUpperCase(Locale.ROOT);
    }
}
