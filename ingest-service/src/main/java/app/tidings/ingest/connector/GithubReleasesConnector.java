package app.tidings.ingest.connector;

import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/** Reads the releases of a repository: <a href="https://docs.github.com/en/rest/releases/releases">list releases</a>. */
@Component
class GithubReleasesConnector implements Connector<GithubReleasesConnector.GithubReleasesSettings> {

    private final GithubApi github;

    GithubReleasesConnector(GithubApi github) {
        this.github = github;
    }

    /**
     * A repository's releases.
     *
     * @param repository as {@code owner/name}
     * @param preReleases whether those count that are not meant for all; by default not
     */
    record GithubReleasesSettings(
            @Nullable String repository, @Nullable Boolean preReleases) implements ConnectorSettings {

        private static final Pattern REPOSITORY =
                Pattern.compile("[A-Za-z0-9-]{1,39}/(?!\\.\\.?$)[A-Za-z0-9._-]{1,100}");

        /** What people paste instead. */
        private static final Pattern PAGE =
                Pattern.compile("https?://(?:www\\.)?github\\.com/([^/?#]+/[^/?#]+?)(?:\\.git)?(?:[/?#].*)?");

        GithubReleasesSettings {
            repository = Wording.stripped(repository);
            if (repository != null) {
                var page = PAGE.matcher(repository);
                repository = page.matches() ? page.group(1) : repository;
            }
        }

        private boolean isWanted(JsonNode release) {
            return !release.path("draft").asBoolean(false)
                    && (Boolean.TRUE.equals(preReleases)
                            || !release.path("prerelease").asBoolean(false));
        }

        @Override
        public String key() {
            return Wording.key("github-releases", Wording.lower(repository));
        }

        @Override
        public String host() {
            return "api.github.com";
        }

        @Override
        public String title() {
            return repository + " releases";
        }

        @Override
        public @Nullable String fault() {
            return Wording.needed("repository", repository, REPOSITORY, "of the form owner/name");
        }
    }

    @Override
    public Class<GithubReleasesSettings> settings() {
        return GithubReleasesSettings.class;
    }

    @Override
    public Reading read(GithubReleasesSettings wanted, Ask ask) {
        return github.list(
                ask,
                "/repos/" + wanted.repository() + "/releases",
                Map.of("per_page", "30"),
                new ApiRead.Items("", wanted::isWanted, release -> entry(release, wanted.repository())));
    }

    private static ApiEntry entry(JsonNode release, @Nullable String repository) {
        var name = ApiEntry.text(release, "/name");
        return new ApiEntry(
                ApiEntry.text(release, "/node_id"),
                ApiEntry.text(release, "/html_url"),
                repository + " " + (name == null ? ApiEntry.text(release, "/tag_name") : name),
                ApiEntry.text(release, "/body"),
                ApiEntry.text(release, "/author/login"),
                ApiEntry.time(release, "/published_at"));
    }
}
