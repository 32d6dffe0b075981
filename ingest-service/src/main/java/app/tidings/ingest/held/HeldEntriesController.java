package app.tidings.ingest.held;

import app.tidings.ingest.held.HeldEntries.Held;
import app.tidings.ingest.held.HeldEntries.Waiting;
import app.tidings.ingest.link.KeepLinks;
import app.tidings.ingest.link.Link;
import app.tidings.ingest.seen.Memories;
import java.net.URI;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;

/** Entries that wait because nearly all of their feed was new at once: an editor looks at them and accepts or dismisses. */
@RestController
@RequestMapping("/api/v1/sources")
class HeldEntriesController {

    private static final int MAX_PAGE = 200;

    private final HeldEntries held;
    private final KeepLinks keepLinks;
    private final Memories memories;
    private final InstantSource clock;

    /** An entry that waits, by the id of the link that it would become. */
    record EntryView(
            String link,
            URI url,
            String title,
            @Nullable String teaser,
            @Nullable Instant publishedAt) {

        static EntryView of(Link link) {
            return new EntryView(
                    link.id(),
                    link.url(),
                    link.title(),
                    link.teaser(),
                    link.sightings().getFirst().publishedAt());
        }
    }

    /** What waits at a source, and since when. */
    record HeldView(String source, Instant since, List<EntryView> entries) {}

    /** A page of sources at which something waits; {@code next} is the cursor of the next page, if there may be one. */
    record Page(List<Waiting> sources, @Nullable String next) {}

    /**
     * What became of entries that waited.
     *
     * @param found links that nobody had shown before
     * @param seenAgain links that other sources had shown
     * @param dismissed entries that become no links
     * @param held entries that wait still
     */
    record Decided(int found, int seenAgain, int dismissed, int held) {}

    HeldEntriesController(HeldEntries held, KeepLinks keepLinks, Memories memories, InstantSource clock) {
        this.held = held;
        this.keepLinks = keepLinks;
        this.memories = memories;
        this.clock = clock;
    }

    @GetMapping("/held")
    Page list(@RequestParam(required = false) @Nullable String cursor, @RequestParam(defaultValue = "50") int limit) {
        if (limit < 1 || limit > MAX_PAGE) {
            throw new ResponseStatusException(HttpStatus.BAD_REQUEST, "limit is not from 1 to " + MAX_PAGE);
        }
        var page = held.page(cursor, limit);
        return new Page(page, page.size() < limit ? null : page.getLast().sourceId());
    }

    @GetMapping("/{id}/held")
    HeldView one(@PathVariable String id) {
        var waiting = existing(id);
        return new HeldView(
                id, waiting.since(), waiting.links().stream().map(EntryView::of).toList());
    }

    /** Makes links of the entries, or of those that {@code link} names. */
    @PostMapping("/{id}/held/accept")
    Decided accept(@PathVariable String id, @RequestParam(required = false) @Nullable Set<String> link) {
        var waiting = existing(id);
        var chosen = chosen(waiting, link);
        var kept = keepLinks.run(chosen, List.of(), clock.instant());
        if (link == null) {
            memories.useToFloods(id);
        }
        return new Decided(kept.found(), kept.seenAgain(), 0, release(waiting, chosen));
    }

    /** Makes no links of the entries, or of those that {@code link} names; they are not asked about again. */
    @PostMapping("/{id}/held/dismiss")
    Decided dismiss(@PathVariable String id, @RequestParam(required = false) @Nullable Set<String> link) {
        var waiting = existing(id);
        var chosen = chosen(waiting, link);
        return new Decided(0, 0, chosen.size(), release(waiting, chosen));
    }

    private static List<Link> chosen(Held waiting, @Nullable Set<String> ids) {
        if (ids == null) {
            return waiting.links();
        }
        var chosen =
                waiting.links().stream().filter(link -> ids.contains(link.id())).toList();
        if (chosen.size() < ids.size()) {
            var unknown = new TreeSet<>(ids);
            chosen.forEach(link -> unknown.remove(link.id()));
            throw new ResponseStatusException(
                    HttpStatus.NOT_FOUND,
                    "of the source %s these links do not wait, and nothing was decided: %s"
                            .formatted(waiting.sourceId(), String.join(", ", unknown)));
        }
        return chosen;
    }

    /** Takes them off what waits, and what came meanwhile stays; returns how many do. */
    private int release(Held read, List<Link> decided) {
        var gone = decided.stream().map(Link::id).collect(Collectors.toSet());
        var standing = read;
        while (true) {
            var left = standing.links().stream()
                    .filter(each -> !gone.contains(each.id()))
                    .toList();
            if (held.replaceIfVersion(standing, left)) {
                return left.size();
            }
            var again = held.find(read.sourceId());
            if (again.isEmpty()) {
                return 0;
            }
            standing = again.get();
        }
    }

    private Held existing(String id) {
        return held.find(id)
                .orElseThrow(() -> new ResponseStatusException(
                        HttpStatus.NOT_FOUND,
                        "nothing of the source %s waits, or there is no such source".formatted(id)));
    }
}
