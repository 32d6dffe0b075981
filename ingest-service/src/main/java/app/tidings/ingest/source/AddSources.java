package app.tidings.ingest.source;

import app.tidings.ingest.publication.Publications;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/**
 * Adds sources. A publication must be one that curation has told of; while it has told of none, any will do, so that this
 * service works alone.
 */
@Component
public class AddSources {

    private final Sources sources;
    private final Publications publications;
    private final ApplicationEventPublisher replica;

    AddSources(Sources sources, Publications publications, ApplicationEventPublisher replica) {
        this.sources = sources;
        this.publications = publications;
        this.replica = replica;
    }

    /** What became of sources that were to be added. */
    public sealed interface Added {

        /** Each is there now; {@code fresh} are those that were not before. */
        record Kept(Set<String> fresh) implements Added {}

        /** None was added: nobody knows the publication. */
        record UnknownPublication(Set<String> known) implements Added {}
    }

    /** Adds sources of one publication; those that are there already stay as they are. */
    public Added run(String publicationId, List<Source> drafts) {
        var known = publications.known();
        if (isUnknown(publicationId, known)) {
            return new Added.UnknownPublication(known);
        }
        var fresh = keep(drafts, 0);
        replica.publishEvent(SourcesChanged.of(drafts));
        return new Added.Kept(fresh.stream().map(Source::id).collect(Collectors.toSet()));
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
     * Adds a part of a list, each source once, of a publication that may have sources; returns those that were not there.
     * The poller hears nothing of it, for it reads whole buckets anew: whoever adds a list tells it at the end.
     *
     * @param position where the part begins in the list
     */
    public List<Source> keep(List<Source> drafts, int position) {
        return sources.keepFirst(drafts, position);
    }

    /** What to tell somebody who names a publication that nobody knows. */
    public static String unknownPublication(String publicationId, Iterable<String> known) {
        return "there is no publication %s; known are: %s".formatted(publicationId, String.join(", ", known));
    }
}
