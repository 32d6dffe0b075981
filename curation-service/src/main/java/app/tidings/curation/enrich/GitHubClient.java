package app.tidings.curation.enrich;

import app.tidings.curation.item.Page.Repository;
import app.tidings.curation.text.PlainText;
import app.tidings.platform.fetch.FetchRequest;
import app.tidings.platform.fetch.Fetched;
import app.tidings.platform.fetch.Fetched.Answer;
import app.tidings.platform.fetch.Fetched.Failed;
import app.tidings.platform.fetch.SafeFetcher;
import app.tidings.platform.token.SecretFile;
import java.net.URI;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** GitHub's REST API, as far as repositories' facts go. */
final class GitHubClient {

    private static final long MAX_ANSWER = 1024L * 1024;
    private static final int FORBIDDEN = 403;
    private static final int MAX_DESCRIPTION = 500;
    private static final int MAX_LICENSE = 50;
    private static final JsonMapper JSON = JsonMapper.shared();

    private final SafeFetcher fetcher;
    private final Place place;
    private final @Nullable String token;

    /**
     * Which GitHub it is.
     *
     * @param site where its repositories' pages are
     * @param api where its API answers
     */
    record Place(URI site, URI api) {}

    /** What asking for a repository came to. */
    sealed interface Asked {

        record Found(Repository repository) implements Asked {}

        /** There are no facts; the reason is a short flag. */
        record Nothing(String reason) implements Asked {}

        /** Nothing was said for now, as when we have asked too often; another time it may be. */
        record NotNow() implements Asked {}
    }

    GitHubClient(SafeFetcher fetcher, Place place, @Nullable Path tokenFile) {
        this.fetcher = fetcher;
        this.place = place;
        this.token = SecretFile.read(tokenFile, "tidings.curation.github-token-file");
    }

    /** Asks for the repository whose page is at the address; empty where there is none of this site. */
    Optional<Asked> at(URI page) {
        return RepositoryAddress.of(page, place.site()).map(this::repository);
    }

    /** A repository that was renamed is found under its new name. */
    private Asked repository(RepositoryAddress address) {
        var api = place.api().toString().replaceFirst("/+$", "");
        var url = URI.create("%s/repos/%s/%s".formatted(api, address.owner(), address.name()));
        var request = FetchRequest.get(url)
                .accept("application/vnd.github+json", "application/json")
                .header("x-github-api-version", "2022-11-28")
                .maxBytes(MAX_ANSWER);
        return switch (fetcher.fetch(token == null ? request : request.header("authorization", "Bearer " + token))) {
            case Answer answer when answer.isOk() -> read(answer);
            case Answer answer when isRateLimited(answer) -> new Asked.NotNow();
            case Fetched other when other.mayPass() -> new Asked.NotNow();
            case Answer answer -> new Asked.Nothing(answer.status() == 404 ? "repository-gone" : "repository-unknown");
            case Failed _ -> new Asked.Nothing("repository-unknown");
        };
    }

    private static boolean isRateLimited(Answer answer) {
        return answer.status() == FORBIDDEN
                && (answer.header("retry-after") != null || "0".equals(answer.header("x-ratelimit-remaining")));
    }

    private static Asked read(Answer answer) {
        try {
            var facts = JSON.readTree(answer.body().bytes());
            var owner = text(facts.path("owner").path("login"), MAX_LICENSE);
            var name = text(facts.path("name"), MAX_DESCRIPTION);
            if (owner == null || name == null || !facts.path("stargazers_count").isInt()) {
                return new Asked.Nothing("repository-unknown");
            }
            return new Asked.Found(new Repository(
                    owner,
                    name,
                    Math.max(0, facts.path("stargazers_count").asInt()),
                    facts.path("archived").asBoolean(false),
                    text(facts.path("license").path("spdx_id"), MAX_LICENSE),
                    text(facts.path("description"), MAX_DESCRIPTION)));
        } catch (JacksonException e) {
            return new Asked.Nothing("repository-unknown");
        }
    }

    private static @Nullable String text(JsonNode node, int max) {
        return node.isString() ? PlainText.line(node.asString(), max) : null;
    }
}
