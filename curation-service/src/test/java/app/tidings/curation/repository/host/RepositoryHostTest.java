package app.tidings.curation.repository.host;

import static org.assertj.core.api.Assertions.assertThat;

import app.tidings.curation.item.Page.Repository;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;

class RepositoryHostTest {

    private static final Instant NOW = Instant.parse("2026-11-22T10:00:00Z");

    @ParameterizedTest
    @CsvSource({
        "https://github.com/ada/queue, github.com/ada/queue, true",
        "https://github.com/ada/queue.git, github.com/ada/queue, true",
        "https://www.github.com/ada/queue.js/tree/main/src, github.com/ada/queue.js, true",
        "https://github.com/ada/queue/releases/tag/v1, github.com/ada/queue, true",
        "https://github.com/ada/queue/blob/main/%E4%B8%AD.md, github.com/ada/queue, false",
        "https://github.com/ada/queue/issues, github.com/ada/queue, false",
        "https://github.com/ada/queue/issues/7#issuecomment-1, github.com/ada/queue, false",
        "https://github.com/ada_corp/queue, github.com/ada_corp/queue, true",
        "https://raw.githubusercontent.com/ada/queue/main/README.md, github.com/ada/queue, false",
        "https://codeload.github.com/ada/queue/zip/refs/heads/main, github.com/ada/queue, false",
        "https://gitlab.com/ada/queue, gitlab.com/ada/queue, true",
        "https://gitlab.com/tools/queues/fast/queue.git, gitlab.com/tools/queues/fast/queue, true",
        "https://gitlab.com/tools/queues/queue/-/tree/main/src, gitlab.com/tools/queues/queue, true",
        "https://gitlab.com/tools/queues/queue/-/releases, gitlab.com/tools/queues/queue, true",
        "https://gitlab.com/tools/queues/queue/-/issues/7, gitlab.com/tools/queues/queue, false",
        "https://gitlab.com/tools/queues/queue/-/raw/main/a.txt, gitlab.com/tools/queues/queue, false",
        "https://gitlab.com/tools/queue/blob/main/tree/a.txt, gitlab.com/tools/queue, false",
        "https://gitee.com/ada/queue, gitee.com/ada/queue, true",
        "https://gitee.com/ada/queue/tree/master/src, gitee.com/ada/queue, true",
        "https://gitee.com/ada/queue/raw/master/a.txt, gitee.com/ada/queue, false",
        "https://gitee.com/ada/queue/issues/I1ABC, gitee.com/ada/queue, false",
        "https://codeberg.org/ada/queue, codeberg.org/ada/queue, true",
        "https://codeberg.org/ada/queue/src/branch/main, codeberg.org/ada/queue, true",
        "https://codeberg.org/ada/queue/raw/branch/main/a.txt, codeberg.org/ada/queue, false"
    })
    void readsTheRepositoryThatAPageIsOf(URI page, String repository, boolean home) {
        assertThat(RepositoryHost.publicOnes())
                .flatExtracting(host -> host.read(page).stream()
                        .map(each -> "%s/%s %s".formatted(host.name(), each.fullName(), each.home()))
                        .toList())
                .containsExactly(repository + " " + home);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://github.com",
                "https://github.com/ada",
                "https://github.com/ada?tab=repositories",
                "https://github.com/ada/..",
                "https://github.com/ada/%2e%2e",
                "https://github.com/ada/a%2Fb",
                "https://github.com/topics/queue",
                "https://github.com/orgs/ada/repositories",
                "https://github.com/sponsors/ada",
                "https://gist.github.com/ada/0123456789abcdef",
                "https://raw.githubusercontent.com/ada/queue",
                "https://gist.githubusercontent.com/ada/0123456789abcdef/raw/a.txt",
                "https://github.com.evil.example/ada/queue",
                "https://notes.example/ada/queue",
                "https://github.com:8443/ada/queue",
                "https://gitlab.com/ada",
                "https://gitlab.com/explore/projects",
                "https://gitlab.com/groups/tools/-/issues",
                "https://gitlab.com/-/snippets/7",
                "https://gitee.com/ada",
                "https://gitee.com/explore/queues",
                "https://gitee.com/ada/codes/abc",
                "https://codeberg.org/ada",
                "https://codeberg.org/explore/repos",
                "https://codeberg.org/ada/-/packages"
            })
    void readsNothingOutOfOtherPages(URI page) {
        assertThat(RepositoryHost.publicOnes())
                .allSatisfy(host -> assertThat(host.read(page)).isEmpty());
    }

    @Test
    void readsWhatGitHubSays() {
        var github = new GitHub(GitHub.SITE, GitHub.API, null);

        assertThat(facts(github, """
                        {"name": "queue", "full_name": "ada/queue", "owner": {"login": "ada", "id": 1}, "private": false,
                         "description": "A <b>fast</b> queue", "fork": true, "stargazers_count": 12345, "archived": true,
                         "license": {"key": "mit", "name": "MIT License", "spdx_id": "MIT"}, "topics": ["queue", "kafka"],
                         "pushed_at": "2026-11-20T08:00:00Z", "parent": {"full_name": "lin/queue"}, "mirror_url": null}"""))
                .isEqualTo(new Repository(
                        "ada",
                        "queue",
                        12345,
                        true,
                        "MIT",
                        "A fast queue",
                        "github.com",
                        List.of("queue", "kafka"),
                        Instant.parse("2026-11-20T08:00:00Z"),
                        "lin/queue",
                        NOW));
    }

    @Test
    void readsWhatGitLabSays() {
        assertThat(facts(new GitLab(GitLab.SITE, null), """
                        {"id": 3, "description": "A queue", "name": "Queue", "path": "queue",
                         "path_with_namespace": "tools/queues/queue", "topics": ["queue"], "star_count": 77, "archived": true,
                         "last_activity_at": "2026-11-20T09:00:00.123+01:00",
                         "forked_from_project": {"id": 1, "path_with_namespace": "lin/queue"},
                         "license": {"key": "bsd-3-clause", "name": "BSD 3-Clause"}}"""))
                .isEqualTo(new Repository(
                        "tools/queues",
                        "queue",
                        77,
                        true,
                        "BSD-3-Clause",
                        "A queue",
                        "gitlab.com",
                        List.of("queue"),
                        Instant.parse("2026-11-20T08:00:00.123Z"),
                        "lin/queue",
                        NOW));
    }

    @ParameterizedTest
    @CsvSource({
        "mit, MIT",
        "apache-2.0, Apache-2.0",
        "gpl-3.0, GPL-3.0",
        "bsd-2-clause, BSD-2-Clause",
        "0bsd, 0BSD",
        "lppl-1.3c, LPPL-1.3c",
        "unlicense, Unlicense",
        "mulanpsl-2.0, MulanPSL-2.0",
        "other,"
    })
    void writesLicencesOfGitLabAsSpdxDoes(String key, String license) {
        var said =
                "{\"path_with_namespace\": \"a/b\", \"star_count\": 1, \"license\": {\"key\": \"%s\"}}".formatted(key);

        assertThat(facts(new GitLab(GitLab.SITE, null), said).license()).isEqualTo(license);
    }

    @Test
    void readsWhatGiteeSays() {
        assertThat(facts(new Gitee(Gitee.SITE, null), """
                        {"id": 5, "full_name": "ada/queue", "human_name": "Ada/队列", "path": "queue", "name": "队列",
                         "description": "快速队列", "fork": false, "license": "MulanPSL-2.0", "stargazers_count": 1024,
                         "pushed_at": "2026-11-20T16:00:00+08:00", "parent": null,
                         "project_labels": [{"id": 1, "name": "队列", "ident": "queue"}]}"""))
                .isEqualTo(new Repository(
                        "ada",
                        "queue",
                        1024,
                        false,
                        "MulanPSL-2.0",
                        "快速队列",
                        "gitee.com",
                        List.of("队列"),
                        Instant.parse("2026-11-20T08:00:00Z"),
                        null,
                        NOW));
    }

    @Test
    void readsWhatForgejoSays() {
        assertThat(facts(new Forgejo(Forgejo.SITE, null), """
                        {"id": 9, "owner": {"login": "ada"}, "name": "queue", "full_name": "ada/queue", "description": "",
                         "fork": false, "parent": null, "mirror": true, "original_url": "https://notes.example/queue.git",
                         "stars_count": 42, "archived": true, "archived_at": "2026-10-01T00:00:00Z", "topics": [],
                         "updated_at": "2026-11-20T08:00:00Z", "licenses": ["GPL-3.0-or-later"]}"""))
                .isEqualTo(new Repository(
                        "ada",
                        "queue",
                        42,
                        true,
                        "GPL-3.0-or-later",
                        null,
                        "codeberg.org",
                        List.of(),
                        Instant.parse("2026-11-20T08:00:00Z"),
                        "https://notes.example/queue.git",
                        NOW));
    }

    @ParameterizedTest
    @ValueSource(strings = {"{}", "[]", "7", "{\"message\": \"no\"}", "{\"full_name\": \"queue\", \"stars_count\": 1}"})
    void readsNothingOutOfAnotherAnswer(String json) {
        assertThat(RepositoryHost.publicOnes())
                .allSatisfy(host -> assertThat(host.facts(JsonMapper.shared().readTree(json), NOW))
                        .isEmpty());
    }

    private static Repository facts(RepositoryHost host, String json) {
        return host.facts(JsonMapper.shared().readTree(json), NOW).orElseThrow();
    }
}
