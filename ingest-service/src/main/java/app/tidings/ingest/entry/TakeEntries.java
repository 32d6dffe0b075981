package app.tidings.ingest.entry;

import app.tidings.ingest.IngestSettings;
import app.tidings.ingest.entry.Candidate.Shown;
import app.tidings.ingest.feed.FeedEntry;
import app.tidings.ingest.held.HeldEntries;
import app.tidings.ingest.link.KeepLinks;
import app.tidings.ingest.link.KeepLinks.Kept;
import app.tidings.ingest.link.Link;
import app.tidings.ingest.outcome.Outcome.Counts;
import app.tidings.ingest.seen.Memories;
import app.tidings.ingest.seen.Recall;
import app.tidings.ingest.source.Source;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
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

    private final FindNewcomers findNewcomers;
    private final KeepLinks keepLinks;
    private final HeldEntries held;
    private final Memories memories;
    private final Judge judge;
    private final Duration maxLinkAge;

    TakeEntries(
            FindNewcomers findNewcomers,
            KeepLinks keepLinks,
            HeldEntries held,
            Memories memories,
            Judge judge,
            IngestSettings settings) {
        this.findNewcomers = findNewcomers;
        this.keepLinks = keepLinks;
        this.held = held;
        this.memories = memories;
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
     * @param note why entries were refused, by the first of them; null where none were
     */
    public record Taken(Counts counts, @Nullable String note) {}

    /** Takes what a source shows, but for what rules stop. */
    public Taken run(Source source, List<FeedEntry> entries, Instant now) {
        return run(source, entries, now, true);
    }

    /** Takes entries that may be only those that are new: they say nothing of how much usually is new at the source. */
    public Taken runPart(Source source, List<FeedEntry> entries, Instant now) {
        return run(source, entries, now, false);
    }

    private Taken run(Source source, List<FeedEntry> entries, Instant now, boolean whole) {
        var sorted = Sorted.of(source, entries, maxLinkAge);
        var all = sorted.all();
        var recall = new Recall(memories.of(source.id()), all);
        var newcomers = judged(source, findNewcomers.among(source, sorted, recall), now);
        var fresh = newcomers.fresh();
        var unlikely = fresh.size() - news(source, fresh, now) + newcomers.past() + sorted.unknownOld(recall);
        var flooded = !fresh.isEmpty() && recall.memory().isFlooded(all.size(), unlikely);
        var links = links(source, fresh, now);
        var taken = flooded ? held.add(source, links, now) : links;
        var kept = keepLinks.run(taken, links(source, newcomers.again(), now), now);
        // what is stopped is judged anew at each poll
        all.stream().filter(each -> !newcomers.stopped().contains(each.entry())).forEach(recall::remember);
        memories.keep(source.id(), recall, all.size(), flooded || !whole ? 0 : fresh.size());
        return told(entries.size(), sorted, newcomers, kept, fresh.size() - taken.size());
    }

    /** Takes entries that an editor lets through, whatever the rules say now or later. */
    public void accept(Source source, List<FeedEntry> entries, Instant now) {
        keepLinks.keepForGood(
                links(source, Sorted.of(source, entries, maxLinkAge).shown().values(), now), now);
    }

    /** Takes entries that were stopped before, and are not now. */
    public void letThrough(Source source, List<FeedEntry> entries, Instant now) {
        keepLinks.run(
                links(source, Sorted.of(source, entries, maxLinkAge).shown().values(), now), List.of(), now);
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
        return all.without(stopped);
    }

    /** How many may well have come while we heard nothing of the source. */
    private static int news(Source source, List<Shown> fresh, Instant now) {
        return (int) fresh.stream()
                .filter(each -> cameInAPause(source, each.entry(), now))
                .count();
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
        var note = refused == 0
                ? null
                : "%d %s refused; the first: %s"
                        .formatted(
                                refused,
                                refused == 1 ? "entry was" : "entries were",
                                sorted.refused().getFirst());
        return new Taken(
                new Counts(entries, kept.found(), kept.seenAgain(), known, tooOld, refused, held, stopped), note);
    }
}
