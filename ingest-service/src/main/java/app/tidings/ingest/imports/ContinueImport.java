package app.tidings.ingest.imports;

import app.tidings.ingest.source.AddSources;
import app.tidings.ingest.source.Source;
import app.tidings.ingest.source.Sources;
import app.tidings.ingest.source.SourcesChanged;
import app.tidings.platform.jobs.Jobs.Job;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/**
 * Adds the sources of an import, part by part, wherever it was left; the poller hears of them at the end. A part may be added
 * twice: what it brought is told by the sources that are there, not by who wrote them.
 */
@Component
class ContinueImport {

    /** How long a worker goes on before it asks for the job anew; shorter than the lease. */
    private static final Duration STRETCH = Duration.ofSeconds(5);

    /** How long the list itself may be on its way into the store: so many tries, with this between them. */
    private static final int TRIES = 60;

    private static final Duration NOT_YET = Duration.ofSeconds(10);

    private final Imports imports;
    private final ImportParts parts;
    private final AddSources addSources;
    private final Sources sources;
    private final ApplicationEventPublisher replica;
    private final InstantSource clock;

    ContinueImport(
            Imports imports,
            ImportParts parts,
            AddSources addSources,
            Sources sources,
            ApplicationEventPublisher replica,
            InstantSource clock) {
        this.imports = imports;
        this.parts = parts;
        this.addSources = addSources;
        this.sources = sources;
        this.replica = replica;
        this.clock = clock;
    }

    /** Goes on; returns when to do so again, or nothing at the end. */
    Optional<Duration> run(Job job) {
        var found = imports.find(job.id());
        if (found.isEmpty() && job.tries() < TRIES) {
            return Optional.of(NOT_YET);
        }
        var end = clock.instant().plus(STRETCH);
        while (found.isPresent() && found.get().isRunning()) {
            if (clock.instant().isAfter(end)) {
                return Optional.of(Duration.ZERO);
            }
            addNext(found.get());
            found = imports.find(job.id());
        }
        replica.publishEvent(SourcesChanged.anywhere());
        parts.remove(job.id()); // of one that is not there, too: who sent it never got an answer
        return Optional.empty();
    }

    private void addNext(Import running) {
        var drafts = parts.find(running.id(), running.next());
        if (!drafts.isEmpty()) {
            addSources.keep(drafts, running.next() * Import.PART);
        }
        var ids = drafts.stream().map(Source::id).toList();
        var fresh = sources.find(ids).stream()
                .filter(source -> source.addedAt().equals(running.startedAt()))
                .count();
        imports.replaceIfNext(running.advanced((int) fresh, drafts.size() - (int) fresh, clock.instant()));
    }
}
