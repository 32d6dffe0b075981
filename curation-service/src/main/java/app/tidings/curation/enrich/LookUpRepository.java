package app.tidings.curation.enrich;

import app.tidings.curation.enrich.GitHubClient.Asked.Found;
import app.tidings.curation.enrich.GitHubClient.Asked.NotNow;
import app.tidings.curation.enrich.GitHubClient.Asked.Nothing;
import app.tidings.curation.item.Kind;

/** Stars, licence and state of a repository, where the link is one; the page's address counts if the link was forwarded. */
final class LookUpRepository implements Enricher {

    private final GitHubClient github;

    LookUpRepository(GitHubClient github) {
        this.github = github;
    }

    @Override
    public void enrich(Draft draft) {
        github.at(draft.address()).ifPresent(asked -> {
            switch (asked) {
                case Found(var repository) -> {
                    draft.repository(repository);
                    draft.kind(Kind.PROJECT);
                }
                case Nothing(var reason) -> draft.flag(reason);
                case NotNow() -> {
                    draft.flag("repository-unknown");
                    draft.incompleteForNow();
                }
            }
        });
    }
}
