package app.tidings.ingest.source;

import app.tidings.ingest.publication.Publications;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Set;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/**
 * Adds sources. A publication must be one that curation has told of; while it has told of none, any will do, so that this
 * service works alone.
 */
@Component
public class AddSources {

    private static final int BATCH = 500;

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
        if (!known.isEmpty() && !known.contains(publicationId)) {
            return new Added.UnknownPublication(known);
        }
        var distinct = new LinkedHashMap<String, Source>();
        drafts.forEach(draft -> distinct.putIfAbsent(draft.id(), draft));
        var each = List.copyOf(distinct.values());
        var fresh = new HashSet<String>();
        for (var from = 0; from < each.size(); from += BATCH) {
            sources.keepFirst(each.subList(from, Math.min(each.size(), from + BATCH)))
                    .forEach(source -> fresh.add(source.id()));
        }
        replica.publishEvent(SourcesChanged.of(each));
        return new Added.Kept(fresh);
    }

    /** What to tell somebody who names a publication that nobody knows. */
    public static String unknownPublication(String publicationId, Iterable<String> known) {
        return "there is no publication %s; known are: %s".formatted(publicationId, String.join(", ", known));
    }
}
