package app.tidings.ingest.link;

import app.tidings.contracts.LinkEvent;
import app.tidings.ingest.IngestSettings;
import app.tidings.ingest.feed.FeedEntry;
import app.tidings.ingest.link.Candidate.Shown;
import app.tidings.ingest.link.Untaken.Open;
import app.tidings.ingest.source.Outcome.Counts;
import app.tidings.ingest.source.Source;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * The entries of a feed become links, each once. Entries that this source showed before cost one query for all of them; a
 * kill in the middle leaves links that the next poll finds known.
 */
@Component
public class TakeEntries {

    private final Links links;
    private final Untaken untaken;
    private final Duration maxLinkAge;

    TakeEntries(Links links, Untaken untaken, IngestSettings settings) {
        this.links = links;
        this.untaken = untaken;
        this.maxLinkAge = settings.maxLinkAge();
    }

    /**
     * What became of a feed's entries.
     *
     * @param note why entries were refused, by the first of them; null where none was
     */
    public record Taken(Counts counts, @Nullable String note) {}

    /** Takes what a source shows. */
    public Taken run(Source source, List<FeedEntry> entries, Instant now) {
        var shown = new LinkedHashMap<String, Shown>();
        var refused = new ArrayList<String>();
        var tooOld = 0;
        // measured from when the source was added, so that an entry that was too old once never is young enough
        var horizon = source.addedAt().minus(maxLinkAge);
        for (var entry : entries) {
            switch (Candidate.of(source.publicationId(), entry, horizon)) {
                case Shown each -> shown.putIfAbsent(each.id(), each);
                case Candidate.TooOld() -> tooOld++;
                case Candidate.Refused(var reason) -> refused.add(reason);
            }
        }
        var kept = keep(source, shown, now);
        var known = entries.size() - tooOld - refused.size() - kept.found() - kept.seenAgain();
        return new Taken(
                new Counts(entries.size(), kept.found(), kept.seenAgain(), known, tooOld, refused.size()),
                refused.isEmpty()
                        ? null
                        : "%d entries were refused; the first: %s".formatted(refused.size(), refused.getFirst()));
    }

    private record Kept(int found, int seenAgain) {}

    private Kept keep(Source source, Map<String, Shown> shown, Instant now) {
        var known = shown.isEmpty() ? Map.<String, Set<String>>of() : links.sourcesOfKnown(shown.keySet());
        var fresh = new ArrayList<Link>();
        var again = new ArrayList<Link>();
        for (var each : shown.values()) {
            var sources = known.get(each.id());
            if (sources == null) {
                fresh.add(each.link(source, now));
            } else if (!sources.contains(source.id()) && sources.size() < LinkEvent.MAX_SIGHTINGS) {
                again.add(each.link(source, now));
            }
        }
        untaken.open(fresh.stream().map(link -> new Open(link.id(), 1)).toList(), now);
        var found = 0;
        for (var link : fresh) {
            if (links.keepFirst(link)) {
                found++;
            } else {
                again.add(link); // another source was quicker
            }
        }
        return new Kept(
                found, (int) again.stream().filter(link -> seenAgain(link, now)).count());
    }

    /** Adds the sighting to the link that stands; says whether it was missing there. */
    private boolean seenAgain(Link again, Instant now) {
        while (true) {
            var standing = links.find(again.id()).orElseThrow().link();
            if (!standing.lacks(again.sightings().getFirst())) {
                return false;
            }
            var next = standing.seenAgain(again, now);
            untaken.open(List.of(new Open(next.id(), next.version())), now);
            if (links.replaceIfNext(next)) {
                return true;
            }
        }
    }
}
