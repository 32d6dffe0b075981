package app.tidings.curation.enrich;

import app.tidings.curation.item.Kind;
import app.tidings.curation.repository.Asked;
import app.tidings.curation.repository.Asked.Found;
import app.tidings.curation.repository.Asked.NotNow;
import app.tidings.curation.repository.Asked.Nothing;
import app.tidings.curation.repository.RepositoryClient;

/** Stars, licence and state of the repository that the link is of; the page's address counts if the link was forwarded. */
final class LookUpRepository implements Enricher {

    private final RepositoryClient repositories;

    LookUpRepository(RepositoryClient repositories) {
        this.repositories = repositories;
    }

    @Override
    public void enrich(Draft draft) {
        draft.slot().waiting(() -> repositories.at(draft.address())).ifPresent(asked -> {
            switch (asked) {
                case Found found -> {
                    draft.repository(found.repository());
                    found.flags().forEach(draft::flag);
                    if (found.address().home()) {
                        draft.kind(Kind.PROJECT);
                    }
                }
                case Nothing(var reason) -> draft.flag(reason);
                case NotNow(var until) -> {
                    draft.flag(Asked.UNKNOWN);
                    draft.later().wantAfter(until);
                }
            }
        });
    }
}
