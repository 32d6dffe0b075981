package app.tidings.ingest.rule;

import app.tidings.ingest.entry.TakeEntries;
import app.tidings.ingest.link.RecentLinks;
import app.tidings.ingest.link.RecentLinks.Seen;
import app.tidings.ingest.link.TakeBackLinks;
import app.tidings.ingest.rule.Stopped.Entry;
import app.tidings.ingest.source.Source;
import app.tidings.ingest.source.Sources;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;

/**
 * Applies the rules of today to what was seen before them: stopped entries that they let through become links, and links that
 * they stop are withdrawn. Or lets through one entry, as an editor wishes.
 */
@Component
class ReapplyRules {

    private static final Set<String> NOT_BY_RULE = Set.of(ApplyRules.MUTED, ApplyRules.FLOOD);

    private final Sources sources;
    private final Rules rules;
    private final Stopped stopped;
    private final TakeEntries takeEntries;
    private final RecentLinks recentLinks;
    private final TakeBackLinks takeBackLinks;
    private final InstantSource clock;

    /**
     * What became of stopped entries and of links.
     *
     * @param looked how many stopped entries were looked at
     * @param accepted how many of these were let through
     * @param withdrawn how many links were taken back
     * @param broughtBack how many withdrawn links are wanted again
     */
    record Reapplied(int looked, int accepted, int withdrawn, int broughtBack) {}

    /** A source with the rules that are for it. */
    private record Judging(Source source, Verdicts verdicts) {

        Optional<String> stops(Seen link) {
            return verdicts.stops(Judged.of(source, link.entry()));
        }
    }

    ReapplyRules(
            Sources sources,
            Rules rules,
            Stopped stopped,
            TakeEntries takeEntries,
            RecentLinks recentLinks,
            TakeBackLinks takeBackLinks,
            InstantSource clock) {
        this.sources = sources;
        this.rules = rules;
        this.stopped = stopped;
        this.takeEntries = takeEntries;
        this.recentLinks = recentLinks;
        this.takeBackLinks = takeBackLinks;
        this.clock = clock;
    }

    /** Makes a link of a stopped entry, whatever the rules say; says whether it was on the list. */
    boolean accept(Source source, String n) {
        var wanted = stopped.of(source.id()).stream()
                .filter(entry -> entry.n().equals(n))
                .toList();
        wanted.forEach(entry -> {
            takeEntries.accept(source, List.of(entry.asShown()), clock.instant());
            stopped.release(source.id(), entry.n());
        });
        return !wanted.isEmpty();
    }

    /**
     * Judges all stopped entries of a publication anew, and its links that changed since then. What mute or cap held back stays
     * for an editor to accept; what a person brought, or an editor accepted, is not judged.
     */
    Reapplied run(String publicationId, Instant since) {
        var judging = new HashMap<String, Judging>();
        var book = rules.of(publicationId).rules();
        sources.each(
                publicationId, source -> judging.put(source.id(), new Judging(source, Verdicts.of(book, source.id()))));
        var looked = 0;
        var accepted = 0;
        for (var each : judging.values()) {
            var entries = stoppedByRule(each.source());
            looked += entries.size();
            accepted += letThrough(each, entries);
        }
        var withdrawn = 0;
        var broughtBack = 0;
        for (var link : judged(publicationId, since)) {
            var stops = stops(judging, link);
            if (stops.isEmpty()) {
                broughtBack += takeBackLinks.bringBack(link.id(), clock.instant()) ? 1 : 0;
            } else {
                withdrawn += takeBackLinks.withdraw(link.id(), reason(stops.get()), clock.instant()) ? 1 : 0;
            }
        }
        return new Reapplied(looked, accepted, withdrawn, broughtBack);
    }

    private List<Entry> stoppedByRule(Source source) {
        return stopped.of(source.id()).stream()
                .filter(entry -> !NOT_BY_RULE.contains(entry.rule()))
                .toList();
    }

    /** The link first: a kill between the two leaves an entry on the list that is a link already. */
    private int letThrough(Judging judging, List<Entry> entries) {
        var source = judging.source();
        var passed = entries.stream()
                .filter(entry -> judging.verdicts()
                        .stops(Judged.of(source, entry.asShown()))
                        .isEmpty())
                .toList();
        for (var entry : passed) {
            takeEntries.letThrough(source, List.of(entry.asShown()), clock.instant());
            stopped.release(source.id(), entry.n());
        }
        return passed.size();
    }

    private List<Seen> judged(String publicationId, Instant since) {
        var links = new ArrayList<Seen>();
        recentLinks.each(publicationId, since, link -> {
            if (!link.byPeople()) {
                links.add(link);
            }
        });
        return links;
    }

    /** The rule that stops it; empty where any of its sources may show it, or is gone. */
    private static Optional<String> stops(Map<String, Judging> judging, Seen link) {
        Optional<String> first = Optional.empty();
        for (var id : link.sourceIds()) {
            var stops = Optional.ofNullable(judging.get(id)).flatMap(each -> each.stops(link));
            if (stops.isEmpty()) {
                return stops;
            }
            first = first.or(() -> stops);
        }
        return first;
    }

    private static String reason(String rule) {
        return rule.equals(Verdicts.NOT_ALLOWED) ? rule : "stopped by the rule “%s”".formatted(rule);
    }
}
