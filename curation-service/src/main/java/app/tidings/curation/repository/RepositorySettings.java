package app.tidings.curation.repository;

import app.tidings.curation.repository.host.Forgejo;
import app.tidings.curation.repository.host.GitHub;
import app.tidings.curation.repository.host.GitLab;
import app.tidings.curation.repository.host.Gitee;
import app.tidings.curation.repository.host.RepositoryHost;
import app.tidings.platform.token.SecretFile;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Which hosts of repositories are asked, and as whom.
 *
 * @param githubSite where GitHub's repositories have their pages; with {@code githubApi}, an installation of one's own
 * @param githubApi where GitHub's API answers
 * @param githubTokenFile file with a token for it, which allows many more requests; none: anonymous
 * @param gitlab installations of GitLab; none: gitlab.com
 * @param gitee Gitee; none: gitee.com
 * @param forgejo installations of Forgejo or Gitea; none: codeberg.org
 */
@ConfigurationProperties("tidings.curation")
record RepositorySettings(
        @DefaultValue("https://github.com") URI githubSite,
        @DefaultValue("https://api.github.com") URI githubApi,
        @Nullable Path githubTokenFile,
        @DefaultValue List<Place> gitlab,
        @DefaultValue List<Place> gitee,
        @DefaultValue List<Place> forgejo) {

    /**
     * An installation.
     *
     * @param site where its pages are; null for the public one
     * @param tokenFile file with a token for it; none: anonymous
     */
    record Place(@Nullable URI site, @Nullable Path tokenFile) {}

    RepositorySettings {
        gitlab = List.copyOf(gitlab);
        gitee = List.copyOf(gitee);
        forgejo = List.copyOf(forgejo);
    }

    /** The hosts, in the order in which an address is tried on them. */
    List<RepositoryHost> hosts() {
        var hosts = new ArrayList<RepositoryHost>();
        hosts.add(new GitHub(
                githubSite, githubApi, SecretFile.read(githubTokenFile, "tidings.curation.github-token-file")));
        hosts.addAll(hosts("gitlab", gitlab, GitLab.SITE, GitLab::new));
        hosts.addAll(hosts("gitee", gitee, Gitee.SITE, Gitee::new));
        hosts.addAll(hosts("forgejo", forgejo, Forgejo.SITE, Forgejo::new));
        return hosts;
    }

    private static List<RepositoryHost> hosts(
            String key, List<Place> places, URI usual, BiFunction<URI, @Nullable String, RepositoryHost> host) {
        return (places.isEmpty() ? List.of(new Place(null, null)) : places)
                .stream()
                        .map(place -> host.apply(
                                place.site() == null ? usual : place.site(),
                                SecretFile.read(place.tokenFile(), "tidings.curation.%s.token-file".formatted(key))))
                        .toList();
    }
}
