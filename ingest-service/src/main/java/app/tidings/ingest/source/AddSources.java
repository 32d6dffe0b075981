package app.tidings.ingest.source;

import app.tidings.ingest.publication.Publications;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/**
 * Adds sources. A publication must be one that curation has told of; while it has told of none, any will do, so that this
 * service works alone.
 */
@Component
public class AddSources {

    private final Sources sources;
    private final PlacedSources placed;
    private final Publications publications;
    private final ApplicationEventPublisher replica;

    AddSources(Sources sources, PlacedSources placed, Publications publications, ApplicationEventPublisher replica) {
        this.sources = sources;
        this.placed = placed;
        this.publications = publications;
        this.replica = replica;
    }

    /** What became of a source that was to be added. */
    public sealed interface Added {

        /** It is there now. */
        record Fresh(Source source) implements Added {}

        /** It was there before, and stays as it is; one that was archived stands as is wanted now. */
        record AlreadyThere(Source source) implements Added {}

        /** It was not added: nobody knows the publication. */
        record UnknownPublication(Set<String> known) implements Added {}
    }

    /** Adds a source unless the publication has one that is read at its place, or was first added there. */
    public Added run(Source draft) {
        var known = publications.known();
        if (isUnknown(draft.publicationId(), known)) {
            return new Added.UnknownPublication(known);
        }
        var isFresh = !keep(List.of(draft), 0).isEmpty();
        var standing = isFresh ? draft : backFromTheArchive(draft);
        replica.publishEvent(SourcesChanged.of(standing));
        return isFresh ? new Added.Fresh(standing) : new Added.AlreadyThere(standing);
    }

    /** The source that stands for the draft, which whoever adds it again wants to be read. */
    private Source backFromTheArchive(Source draft) {
        while (true) { // each turn follows a change by somebody else
            var id = standing(draft.publicationId(), List.of(draft)).getOrDefault(draft.id(), draft.id());
            var standing = sources.find(id).orElse(draft);
            if (!(standing.settings().standing() instanceof Standing.Archived)) {
                return standing;
            }
            var wanted = standing.settings().withStanding(draft.settings().standing());
            var changed = standing.changed(wanted, draft.addedAt());
            if (wanted.equals(standing.settings())) {
                return standing;
            }
            if (sources.replaceIfVersion(changed, standing.version())) {
                return changed;
            }
        }
    }

    /** The id of the source that stands for each of the drafts of one publication, by the draft's own, where there is one. */
    public Map<String, String> standing(String publicationId, List<Source> drafts) {
        return placed.standing(publicationId, drafts.stream().map(Source::id).toList());
    }

    /** The publications that are known, where this is none of them; empty where it may have sources. */
    public Set<String> othersThan(String publicationId) {
        var known = publications.known();
        return isUnknown(publicationId, known) ? known : Set.of();
    }

    private static boolean isUnknown(String publicationId, Set<String> known) {
        return !known.isEmpty() && !known.contains(publicationId);
    }

    /**
     * Adds a part of a list, each source once, of one publication that may have sources; returns those that were not there.
     * The poller hears nothing of it, for it reads whole buckets anew: whoever adds a list tells it at the end.
     *
     * @param position where the part begins in the list
     */
    public List<Source> keep(List<Source> drafts, int position) {
        var there = standing(drafts.getFirst().publicationId(), drafts);
        var fresh =
                drafts.stream().filter(each -> !there.containsKey(each.id())).toList();
        return fresh.isEmpty() ? fresh : sources.keepFirst(fresh, position);
    }

    /** What to tell somebody who names a publication that nobody knows. */
    public static String unknownPublication(String publicationId, Iterable<String> known) {
        return "there is no publication %s; known are: %s".formatted(publicationId, String.join(", ", known));
    }
}
