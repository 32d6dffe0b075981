package app.tidings.ingest.link;

import app.tidings.contracts.LinkEvent;
import app.tidings.ingest.IngestSettings;
import app.tidings.ingest.feed.FeedEntry;
import app.tidings.ingest.link.Candidate.Shown;
import app.tidings.ingest.link.KeepLinks.Kept;
import app.tidings.ingest.seen.Memories;
import app.tidings.ingest.seen.Recall;
import app.tidings.ingest.seen.Recall.Showing;
import app.tidings.ingest.shortened.ShortAddresses;
import app.tidings.ingest.source.Outcome.Counts;
import app.tidings.ingest.source.Source;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * The entries of a feed become links, each once. What the source showed before is known again though its address or its
 * name changed; where nearly all is new at once, an editor decides. A kill in the middle leaves links that the next poll
 * finds known.
 */
@Component
public class TakeEntries {

    /** After so long a silence between us and the source much may be new. */
    private static final Duration LONG_PAUSE = Duration.ofHours(6);

    private final Links links;
    private final KeepLinks keepLinks;
    private final HeldEntries held;
    private final Memories memories;
    private final ShortAddresses shortAddresses;
    private final Judge judge;
    private final Duration maxLinkAge;

    TakeEntries(
            Links links,
            KeepLinks keepLinks,
            HeldEntries held,
            Memories memories,
            ShortAddresses shortAddresses,
            Judge judge,
            IngestSettings settings) {
        this.links = links;
        this.keepLinks = keepLinks;
        this.held = held;
        this.memories = memories;
        this.shortAddresses = shortAddresses;
        this.judge = judge;
        this.maxLinkAge = settings.maxLinkAge();
    }

    /** Decides which entries become links. A seam, so that links know nothing of rules. */
    @FunctionalInterface
    public interface Judge {

        /**
         * Returns those that are let through, and keeps the others findable.
         *
         * @param fresh entries whose link the source has not shown yet, each address once
         */
        List<FeedEntry> letThrough(Source source, List<FeedEntry> fresh, Instant now);
    }

    /**
     * What became of a feed's entries.
     *
     * @param note why entries were refused, by the first of them, and that entries wait for an editor; null for neither
     */
    public record Taken(Counts counts, @Nullable String note) {}

    /** The entries of a feed; of those that lead to one link, the first. */
    private record Sorted(Map<String, Shown> shown, Map<String, Shown> old, int tooOld, List<String> refused) {

        List<Showing> all() {
            return Stream.concat(shown.values().stream(), old.values().stream())
                    .map(Shown::showing)
                    .toList();
        }
    }

    /**
     * What nobody knows of a feed, and what others know.
     *
     * @param past entries so old that they must have been shown before, under another address
     * @param stopped entries that the judge did not let through
     */
    private record Newcomers(List<Shown> fresh, List<Shown> again, int past, Set<FeedEntry> stopped) {}

    /** Takes what a source shows, but for what rules stop. */
    public Taken run(Source source, List<FeedEntry> entries, Instant now) {
        var sorted = sorted(source, entries);
        var all = sorted.all();
        var recall = new Recall(memories.of(source.id()), all);
        var newcomers = judged(source, newcomers(source, sorted, recall), now);
        var fresh = newcomers.fresh();
        var unlikely = fresh.size() - news(source, fresh, now) + newcomers.past() + unknownOld(sorted, recall);
        var flooded = !fresh.isEmpty() && recall.memory().isFlooded(all.size(), unlikely);
        var links = links(source, fresh, now);
        var taken = flooded ? held.add(source, links, now) : links;
        var kept = keepLinks.run(taken, links(source, newcomers.again(), now), now);
        // what is stopped is judged anew at each poll
        all.stream().filter(each -> !newcomers.stopped().contains(each.entry())).forEach(recall::remember);
        memories.keep(source.id(), recall, all.size(), flooded ? 0 : fresh.size());
        return told(entries.size(), sorted, newcomers, kept, fresh.size() - taken.size());
    }

    /** Takes entries that an editor lets through, whatever the rules say. */
    public void accept(Source source, List<FeedEntry> entries, Instant now) {
        keepLinks.run(links(source, sorted(source, entries).shown().values(), now), List.of(), now);
    }

    /** How many links entries would be, were they shown by a source that is added now. */
    public int countLinks(List<FeedEntry> entries, Instant now) {
        var horizon = now.minus(maxLinkAge);
        return (int) entries.stream()
                .map(entry -> Candidate.of("preview", entry, horizon))
                .flatMap(candidate -> candidate instanceof Shown shown ? Stream.of(shown.id()) : Stream.empty())
                .distinct()
                .count();
    }

    private static List<Link> links(Source source, Collection<Shown> shown, Instant now) {
        return shown.stream().map(each -> each.link(source, now)).toList();
    }

    private Newcomers judged(Source source, Newcomers all, Instant now) {
        var entries = Stream.concat(all.fresh().stream(), all.again().stream())
                .map(Shown::entry)
                .toList();
        Set<FeedEntry> stopped = Collections.newSetFromMap(new IdentityHashMap<>());
        stopped.addAll(entries);
        judge.letThrough(source, entries, now).forEach(stopped::remove);
        return new Newcomers(without(stopped, all.fresh()), without(stopped, all.again()), all.past(), stopped);
    }

    private static List<Shown> without(Set<FeedEntry> stopped, List<Shown> shown) {
        return shown.stream().filter(each -> !stopped.contains(each.entry())).toList();
    }

    private Sorted sorted(Source source, List<FeedEntry> entries) {
        var shown = new LinkedHashMap<String, Shown>();
        var old = new LinkedHashMap<String, Shown>();
        var refused = new ArrayList<String>();
        var tooOld = 0;
        // measured from when the source was added, so that an entry that was too old once never is young enough
        var horizon = source.addedAt().minus(maxLinkAge);
        for (var entry : entries) {
            switch (Candidate.of(source.publicationId(), entry, horizon)) {
                case Shown each -> shown.putIfAbsent(each.id(), each);
                case Candidate.TooOld(var each) -> {
                    tooOld++;
                    if (each != null) {
                        old.putIfAbsent(each.id(), each);
                    }
                }
                case Candidate.Refused(var reason) -> refused.add(reason);
            }
        }
        return new Sorted(shown, old, tooOld, refused);
    }

    private static int unknownOld(Sorted sorted, Recall recall) {
        return (int) sorted.old().values().stream()
                .filter(each -> !recall.knows(each.showing()))
                .count();
    }

    private Newcomers newcomers(Source source, Sorted sorted, Recall recall) {
        var again = new ArrayList<Shown>();
        var fresh = new LinkedHashMap<String, Shown>();
        unknown(source, sorted.shown().values(), recall, again).forEach(each -> fresh.put(each.id(), each));
        var whole = whole(source, fresh);
        unknown(source, whole.values(), recall, again).forEach(each -> fresh.putIfAbsent(each.id(), each));
        whole.forEach((each, other) -> recall.leadsOn(each.showing(), other.id()));
        var unknown = fresh.size();
        var read = source.poll().content();
        var horizon = (read == null ? source.addedAt() : read.at()).minus(maxLinkAge);
        fresh.values().removeIf(each -> Candidate.isBefore(horizon, each.entry()));
        return new Newcomers(List.copyOf(fresh.values()), again, unknown - fresh.size(), Set.of());
    }

    /** How many may well have come while we heard nothing of the source. */
    private static int news(Source source, List<Shown> fresh, Instant now) {
        return (int) fresh.stream()
                .filter(each -> cameInAPause(source, each.entry(), now))
                .count();
    }

    /** Those that neither this source nor another showed; adds to {@code again} what only others did. */
    private List<Shown> unknown(Source source, Collection<Shown> shown, Recall recall, List<Shown> again) {
        var ids = shown.stream().map(Shown::id).toList();
        var known = ids.isEmpty() ? Map.<String, Set<String>>of() : links.sourcesOfKnown(ids);
        var unknown = new ArrayList<Shown>();
        for (var each : shown) {
            var sources = known.get(each.id());
            if (sources == null) {
                if (!recall.knows(each.showing())) {
                    unknown.add(each);
                }
            } else if (!sources.contains(source.id()) && sources.size() < LinkEvent.MAX_SIGHTINGS) {
                again.add(each);
            }
        }
        return unknown;
    }

    /** Takes out the entries that show a shortened address, and returns each with what it leads to. */
    private Map<Shown, Shown> whole(Source source, Map<String, Shown> fresh) {
        var lookUps = shortAddresses.begin();
        var whole = new LinkedHashMap<Shown, Shown>();
        for (var each : List.copyOf(fresh.values())) {
            var other = lookUps.behind(each.url())
                    .map(address -> each.at(source.publicationId(), address))
                    .orElse(each);
            if (!other.id().equals(each.id())) {
                fresh.remove(each.id());
                whole.put(each, other);
            }
        }
        return whole;
    }

    /** Whether the feed dates it into a time in which we heard nothing of the source. */
    private static boolean cameInAPause(Source source, FeedEntry entry, Instant now) {
        var poll = source.poll();
        var heard = poll.failingSince() == null ? poll.polledAt() : poll.failingSince();
        return heard != null
                && Duration.between(heard, now).compareTo(LONG_PAUSE) >= 0
                && Candidate.dateOf(entry) != null
                && !Candidate.isBefore(heard, entry);
    }

    private static Taken told(int entries, Sorted sorted, Newcomers newcomers, Kept kept, int held) {
        var tooOld = sorted.tooOld() + newcomers.past();
        var refused = sorted.refused().size();
        var stopped = newcomers.stopped().size();
        var known = entries - tooOld - refused - kept.found() - kept.seenAgain() - held - stopped;
        var notes = new ArrayList<String>();
        if (held > 0) {
            notes.add("%d entries are new at once, as after a change of the site; they wait for an editor"
                    .formatted(held));
        }
        if (refused > 0) {
            notes.add("%d entries were refused; the first: %s"
                    .formatted(refused, sorted.refused().getFirst()));
        }
        return new Taken(
                new Counts(entries, kept.found(), kept.seenAgain(), known, tooOld, refused, held, stopped),
                notes.isEmpty() ? null : String.join("; ", notes));
    }
}
