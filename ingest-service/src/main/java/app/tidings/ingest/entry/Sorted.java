package app.tidings.ingest.entry;

import app.tidings.ingest.entry.Candidate.Shown;
import app.tidings.ingest.feed.FeedEntry;
import app.tidings.ingest.seen.Recall;
import app.tidings.ingest.seen.Recall.Showing;
import app.tidings.ingest.source.Source;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * The entries of a feed by what they can be; of those that lead to one link, the first.
 *
 * @param shown those that can become links, by the link's id
 * @param old those that could, were they not published long before their source was added
 * @param tooOld how many are so old, whether they could become links or not
 * @param refused why others cannot
 */
record Sorted(Map<String, Shown> shown, Map<String, Shown> old, int tooOld, List<String> refused) {

    /**
     * Sorts them.
     *
     * @param maxLinkAge how long before its source was added an entry may have been published: measured from there, so that
     *     one that was too old once never is young enough
     */
    static Sorted of(Source source, List<FeedEntry> entries, Duration maxLinkAge) {
        var shown = new LinkedHashMap<String, Shown>();
        var old = new LinkedHashMap<String, Shown>();
        var refused = new ArrayList<String>();
        var tooOld = 0;
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

    List<Showing> all() {
        return Stream.concat(shown.values().stream(), old.values().stream())
                .map(Shown::showing)
                .toList();
    }

    /** How many of the old ones the source did not show before. */
    int unknownOld(Recall recall) {
        return (int) old.values().stream()
                .filter(each -> !recall.knows(each.showing()))
                .count();
    }
}
