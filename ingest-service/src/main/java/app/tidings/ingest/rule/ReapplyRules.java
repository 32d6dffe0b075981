package app.tidings.ingest.rule;

import app.tidings.ingest.entry.TakeEntries;
import app.tidings.ingest.feed.FeedEntry;
import app.tidings.ingest.link.RecentLinks;
import app.tidings.ingest.rule.Stopped.Entry;
import app.tidings.ingest.source.Source;
import app.tidings.ingest.source.Sources;
import java.net.URI;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Lets through what was stopped: one entry as an editor wishes, or all that the rules of today would not stop. */
@Component
class ReapplyRules {

    private static final int MAX_SHOWN = 200;
    private static final Set<String> NOT_BY_RULE = Set.of(ApplyRules.MUTED, ApplyRules.FLOOD);

    private final Sources sources;
    private final Rules rules;
    private final Stopped stopped;
    private final TakeEntries takeEntries;
    private final RecentLinks recentLinks;
    private final InstantSource clock;

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

    /**
     * What became of stopped entries.
     *
     * @param looked how many were looked at
     * @param accepted how many were let through
     */
    record Reapplied(int looked, int accepted) {}

    ReapplyRules(
            Sources sources,
            Rules rules,
            Stopped stopped,
            TakeEntries takeEntries,
            RecentLinks recentLinks,
            InstantSource clock) {
        this.sources = sources;
        this.rules = rules;
        this.stopped = stopped;
        this.takeEntries = takeEntries;
        this.recentLinks = recentLinks;
        this.clock = clock;
    }

    /** Makes a link of a stopped entry, whatever the rules say; says whether it was on the list. */
    boolean accept(Source source, String n) {
        var wanted = stopped.of(source.id()).stream()
                .filter(entry -> entry.n().equals(n))
                .toList();
        wanted.forEach(entry -> letThrough(source, entry));
        return !wanted.isEmpty();
    }

    /** The link first: a kill between the two leaves an entry on the list that is a link already. */
    private void letThrough(Source source, Entry entry) {
        takeEntries.accept(source, List.of(entry.asShown()), clock.instant());
        stopped.release(source.id(), entry.n());
    }

    /** Judges all stopped entries of a publication anew; what mute or cap held back stays for an editor to accept. */
    Reapplied run(String publicationId) {
        var book = rules.of(publicationId).rules();
        var looked = new ArrayList<Entry>();
        var accepted = new ArrayList<Entry>();
        sources.each(publicationId, source -> {
            var verdicts = Verdicts.of(book, source.id());
            for (var entry : stoppedByRule(source)) {
                looked.add(entry);
                if (verdicts.stops(Judged.of(source, entry.asShown())).isEmpty()) {
                    letThrough(source, entry);
                    accepted.add(entry);
                }
            }
        });
        return new Reapplied(looked.size(), accepted.size());
    }

    private List<Entry> stoppedByRule(Source source) {
        return stopped.of(source.id()).stream()
                .filter(entry -> !NOT_BY_RULE.contains(entry.rule()))
                .toList();
    }

    /** What a rule without fault would match of the links and stopped entries since then; changes nothing. */
    DryRun dryRun(String publicationId, Rule rule, Instant since) {
        var matches = rule.matcher();
        var seen = new ArrayList<Boolean>();
        var shown = new ArrayList<Match>();
        sources.each(publicationId, source -> {
            if (!rule.isFor(source.id())) {
                return;
            }
            var stoppedSince = stopped.of(source.id()).stream()
                    .filter(entry -> !entry.at().isBefore(since))
                    .toList();
            for (var entry : stoppedSince) {
                var matched = matches.test(Judged.of(source, entry.asShown()));
                seen.add(matched);
                if (matched && shown.size() < MAX_SHOWN) {
                    shown.add(new Match("stopped", entry.title(), entry.link(), entry.at()));
                }
            }
        });
        recentLinks.each(publicationId, since, link -> {
            var source = sources.find(link.sourceId()).orElse(null);
            if (source == null || !rule.isFor(source.id())) {
                return;
            }
            var matched = matches.test(Judged.of(source, link.entry()));
            seen.add(matched);
            if (matched && shown.size() < MAX_SHOWN) {
                shown.add(new Match("link", title(link.entry()), address(link.url()), link.at()));
            }
        });
        return new DryRun(seen.size(), (int) seen.stream().filter(each -> each).count(), List.copyOf(shown));
    }

    private static String title(FeedEntry entry) {
        return entry.title().raw();
    }

    private static String address(URI url) {
        return url.toString();
    }
}
