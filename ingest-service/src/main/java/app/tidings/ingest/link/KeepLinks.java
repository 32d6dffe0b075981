package app.tidings.ingest.link;

import static java.util.stream.Gatherers.windowFixed;

import app.tidings.ingest.link.Untaken.Open;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Keeps links, each once, and tells curation of them. To keep one again changes nothing. */
@Component
public class KeepLinks {

    /** Links in one write: each takes some ten kilobytes until it is written. */
    private static final int AT_ONCE = 100;

    private final Links links;
    private final Untaken untaken;

    KeepLinks(Links links, Untaken untaken) {
        this.links = links;
        this.untaken = untaken;
    }

    /**
     * What became of them.
     *
     * @param found links that nobody had shown before
     * @param seenAgain links that got a sighting which was missing
     */
    public record Kept(int found, int seenAgain) {}

    /** Keeps links that seem to be new, and sightings of links that others had shown. */
    public Kept run(Collection<Link> fresh, Collection<Link> again, Instant now) {
        var shownBefore = fresh.stream()
                .gather(windowFixed(AT_ONCE))
                .flatMap(some -> keepFirst(some, now).stream())
                .toList();
        var seenAgain = Stream.concat(again.stream(), shownBefore.stream()).filter(link -> seenAgain(link, now));
        return new Kept(fresh.size() - shownBefore.size(), (int) seenAgain.count());
    }

    /** Returns those that another source was quicker to show. */
    private List<Link> keepFirst(List<Link> fresh, Instant now) {
        untaken.open(fresh.stream().map(link -> new Open(link.id(), 1)).toList(), now);
        return links.keepFirst(fresh);
    }

    /** Keeps links that an editor wants, so that no rule takes them back. */
    public void keepForGood(Collection<Link> wanted, Instant now) {
        run(wanted, List.of(), now);
        links.markAccepted(wanted.stream().map(Link::id).toList());
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
