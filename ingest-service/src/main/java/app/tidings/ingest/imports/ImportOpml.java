package app.tidings.ingest.imports;

import app.tidings.ingest.connector.Admission;
import app.tidings.ingest.imports.DraftList.Refusal;
import app.tidings.ingest.opml.Opml;
import app.tidings.ingest.source.AddSources;
import app.tidings.ingest.source.Source;
import app.tidings.platform.fetch.Body;
import app.tidings.platform.jobs.Jobs;
import app.tidings.platform.jobs.Workers;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Gatherers;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Takes an OPML list: keeps what it holds, to be added by {@link ContinueImport}, or tells what would be added. */
@Component
class ImportOpml {

    /** How long one can ask what became of a list. */
    private static final Duration REMEMBERED = Duration.ofDays(30);

    private final AddSources addSources;
    private final Kept kept;
    private final Workers importWorkers;
    private final Admission admission;
    private final InstantSource clock;

    /** Where a list is kept. */
    @Component
    record Kept(Imports imports, ImportParts parts, Jobs importJobs) {}

    ImportOpml(AddSources addSources, Kept kept, Workers importWorkers, Admission admission, InstantSource clock) {
        this.addSources = addSources;
        this.kept = kept;
        this.importWorkers = importWorkers;
        this.admission = admission;
        this.clock = clock;
    }

    /** What becomes of a list. */
    sealed interface Taken {

        /** It is kept, and its sources are being added. */
        record Begun(Import running) implements Taken {}

        /**
         * What would become of it.
         *
         * @param fresh those that would be added, by name, with the address or kind
         */
        record Tried(
                String publication,
                int total,
                int added,
                int alreadyThere,
                int refused,
                List<Fresh> fresh,
                List<Refusal> refusals,
                @Nullable String flaw)
                implements Taken {}

        /** Nothing is added; the reason says what to do. */
        record NotOpml(String reason) implements Taken {}

        /** Nothing is added: it is longer than lists may be. */
        record TooLong(String reason) implements Taken {}

        /** Nothing is added: nobody knows the publication. */
        record UnknownPublication(Set<String> known) implements Taken {}
    }

    /** A source that would be added. */
    record Fresh(String name, String host, List<String> folder) {}

    /**
     * Takes a list.
     *
     * @param dryRun whether nothing is to be kept, only told
     */
    Taken run(String publicationId, Body document, boolean dryRun) {
        var others = addSources.othersThan(publicationId);
        if (!others.isEmpty()) {
            return new Taken.UnknownPublication(others);
        }
        return switch (Opml.read(document)) {
            case Opml.Read.NotOpml(var reason) -> new Taken.NotOpml(reason);
            case Opml.Read.TooLong(var reason) -> new Taken.TooLong(reason);
            case Opml.Read.Feeds(var outlines, var flaw) -> {
                var now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
                var list = DraftList.of(publicationId, outlines, now, admission::check);
                yield dryRun ? tried(publicationId, list, flaw) : begun(publicationId, list, flaw, now);
            }
        };
    }

    /** The job comes first: a kill at any moment leaves either an import that goes on, or parts that the job removes. */
    private Taken begun(String publicationId, DraftList list, @Nullable String flaw, Instant now) {
        var begun = Import.begun(publicationId + ":" + UUID.randomUUID(), publicationId, list, flaw, now);
        kept.importJobs().open(begun.id());
        kept.parts().keep(begun.id(), list.sources());
        kept.imports().keep(begun);
        importWorkers.open(begun.id());
        kept.imports().forgetEndedBefore(publicationId, now.minus(REMEMBERED));
        return new Taken.Begun(begun);
    }

    private Taken tried(String publicationId, DraftList list, @Nullable String flaw) {
        var known = list.sources().stream()
                .gather(Gatherers.windowFixed(Import.PART))
                .flatMap(part -> addSources.standing(publicationId, part).keySet().stream())
                .collect(Collectors.toSet());
        var fresh = list.sources().stream()
                .filter(source -> !known.contains(source.id()))
                .toList();
        return new Taken.Tried(
                publicationId,
                list.sources().size() + list.repeated() + list.refused(),
                fresh.size(),
                known.size() + list.repeated(),
                list.refused(),
                fresh.stream().map(ImportOpml::fresh).toList(),
                list.refusals(),
                flaw);
    }

    private static Fresh fresh(Source source) {
        return new Fresh(source.name(), source.host(), source.settings().folder());
    }
}
