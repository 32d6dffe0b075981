package app.tidings.ingest.rule;

import app.tidings.ingest.link.RecentLinks;
import app.tidings.ingest.link.RecentLinks.Seen;
import app.tidings.ingest.source.Source;
import app.tidings.ingest.source.Sources;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Shows what a rule would match of all that was seen; changes nothing. */
@Component
class TryRule {

    private static final int MAX_SHOWN = 200;

    private final Sources sources;
    private final Stopped stopped;
    private final RecentLinks recentLinks;

    /**
     * What a rule would match.
     *
     * @param what {@code link} or {@code stopped}
     */
    record Match(
            String what,
            @Nullable String title,
            @Nullable String address,
            @Nullable Instant at) {}

    /**
     * What a rule would match of all that was seen.
     *
     * @param seen how many were looked at
     * @param matched how many of these it matches
     * @param matches the first of those
     */
    record DryRun(int seen, int matched, List<Match> matches) {}

    TryRule(Sources sources, Stopped stopped, RecentLinks recentLinks) {
        this.sources = sources;
        this.stopped = stopped;
        this.recentLinks = recentLinks;
    }

    /** Tries a rule without fault on the links and stopped entries since then. */
    DryRun run(String publicationId, Rule rule, Instant since) {
        var count = new Count(rule.matcher());
        sources.each(publicationId, source -> {
            if (rule.isFor(source.id())) {
                stopped.of(source.id()).stream()
                        .filter(entry -> !entry.at().isBefore(since))
                        .forEach(entry -> count.add(
                                Judged.of(source, entry.asShown()),
                                new Match("stopped", entry.title(), entry.link(), entry.at())));
            }
        });
        recentLinks.each(
                publicationId,
                since,
                link -> first(link)
                        .filter(source -> rule.isFor(source.id()))
                        .ifPresent(source -> count.add(Judged.of(source, link.entry()), match(link))));
        return new DryRun(count.seen, count.matched, List.copyOf(count.shown));
    }

    private Optional<Source> first(Seen link) {
        return sources.find(link.sourceIds().getFirst());
    }

    private static Match match(Seen link) {
        return new Match("link", link.entry().title().raw(), link.url().toString(), link.at());
    }

    private static final class Count {

        private final Predicate<Judged> matches;
        private final List<Match> shown = new ArrayList<>();
        private int seen;
        private int matched;

        Count(Predicate<Judged> matches) {
            this.matches = matches;
        }

        void add(Judged judged, Match match) {
            seen++;
            if (matches.test(judged)) {
                matched++;
                if (shown.size() < MAX_SHOWN) {
                    shown.add(match);
                }
            }
        }
    }
}
