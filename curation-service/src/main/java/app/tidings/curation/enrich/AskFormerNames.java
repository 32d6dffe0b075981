package app.tidings.curation.enrich;

import app.tidings.curation.item.Page.Repository;
import app.tidings.curation.item.RecallItems;
import app.tidings.curation.memory.Memory;
import app.tidings.curation.memory.Place;
import app.tidings.curation.memory.RepositoryName;
import app.tidings.curation.repository.Asked.Found;
import app.tidings.curation.repository.RepositoryClient;
import java.net.URI;

/**
 * A past issue may have printed a repository under a name that it has no more. Those of the same owner or name that ran, the newest
 * ones, are asked for: whichever is this one by now had another name then.
 */
final class AskFormerNames implements Enricher {

    private static final int MOST = 5;

    private final RepositoryClient repositories;
    private final Memory memory;

    AskFormerNames(RepositoryClient repositories, Memory memory) {
        this.repositories = repositories;
        this.memory = memory;
    }

    @Override
    public void enrich(Draft draft) {
        draft.repository().ifPresent(now -> {
            var item = draft.item().withPage(draft.toPage(), draft.item().takenInAt());
            memory.near(RecallItems.trail(item)).stream()
                    .map(Place::as)
                    .map(as -> URI.create("https://" + as))
                    .filter(then -> RepositoryName.at(then).isPresent())
                    .filter(then -> !isNamed(then, now))
                    .distinct()
                    .limit(MOST)
                    .filter(then -> isNow(then, now, draft.slot()))
                    .forEach(draft::formerly);
        });
    }

    private static boolean isNamed(URI address, Repository now) {
        return RepositoryName.at(address)
                .filter(then -> then.isNamed(now.owner(), now.name()))
                .isPresent();
    }

    private boolean isNow(URI then, Repository now, Slot slot) {
        return slot.waiting(() -> repositories.at(then)).orElse(null) instanceof Found found
                && found.repository().owner().equalsIgnoreCase(now.owner())
                && found.repository().name().equalsIgnoreCase(now.name());
    }
}
