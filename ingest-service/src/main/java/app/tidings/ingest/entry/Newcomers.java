package app.tidings.ingest.entry;

import app.tidings.ingest.entry.Candidate.Shown;
import app.tidings.ingest.feed.FeedEntry;
import java.util.List;
import java.util.Set;

/**
 * What nobody knows of a feed, and what others know.
 *
 * @param past entries so old that they must have been shown before, under another address
 * @param stopped entries that the judge did not let through, by identity
 */
record Newcomers(List<Shown> fresh, List<Shown> again, int past, Set<FeedEntry> stopped) {

    /** The same but for those that are stopped. */
    Newcomers without(Set<FeedEntry> stopped) {
        return new Newcomers(left(fresh, stopped), left(again, stopped), past, stopped);
    }

    private static List<Shown> left(List<Shown> shown, Set<FeedEntry> stopped) {
        return shown.stream().filter(each -> !stopped.contains(each.entry())).toList();
    }
}
