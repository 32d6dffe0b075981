package app.tidings.curation.item;

import app.tidings.contracts.Sighting;
import app.tidings.curation.item.Page.Repository;
import app.tidings.curation.memory.Ran;
import app.tidings.curation.proposal.Candidate;
import app.tidings.curation.proposal.Proposal;
import app.tidings.curation.proposal.Tastes;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Proposes something of an item that is still to be decided about, by what is known now. */
@Component
class ProposeItem {

    private final Tastes tastes;
    private final InstantSource clock;

    ProposeItem(Tastes tastes, InstantSource clock) {
        this.tastes = tastes;
        this.clock = clock;
    }

    /**
     * Proposes; none of what an editor decided about, or where nothing was learned yet.
     *
     * @param ran where it ran before
     */
    Optional<Proposal> run(Item item, List<Ran> ran) {
        return switch (item.state()) {
            case NEW, SHORTLISTED, PLACED ->
                tastes.of(item.publicationId()).map(taste -> taste.propose(candidate(item, ran), clock.instant()));
            case PUBLISHED, DECLINED -> Optional.empty();
        };
    }

    private static Candidate candidate(Item item, List<Ran> ran) {
        return new Candidate(
                item.title(),
                item.url(),
                kind(item),
                List.of(),
                item.sighted().sightings().stream()
                        .collect(Collectors.toMap(Sighting::sourceId, Sighting::sourceName, (first, _) -> first)),
                item.publishedAt().orElse(item.takenInAt()),
                item.page().map(Page::repository).map(Repository::stars).orElse(0),
                item.page().filter(page -> page.quality().contains(Page.NONE)).isEmpty(),
                ran.stream().collect(Collectors.toMap(Ran::text, Ran::sure, Boolean::logicalOr)));
    }

    /** Whatever is nothing else is an article, which tells little. */
    private static @Nullable String kind(Item item) {
        return item.kind() == Kind.ARTICLE ? null : item.kind().word();
    }
}
