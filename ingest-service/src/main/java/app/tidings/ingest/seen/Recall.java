package app.tidings.ingest.seen;

import app.tidings.ingest.feed.FeedEntry;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * One reading of a feed, held against what the source showed before. An entry is known by the link it leads to; by its guid
 * where title or text agree; by title and text where the feed gives it the same date or none. What two entries share, be it
 * a guid or a text, tells neither of them.
 */
public final class Recall {

    private final Memory memory;
    private final Map<Long, Mark> byLink = new HashMap<>();
    private final Map<Long, Mark> byGuid;
    private final Map<List<Long>, Mark> byContent;
    private final Set<String> sharedGuids;
    private final Set<List<String>> sharedTexts;

    /** What the marks have become, by what they were; those of entries that were not known by themselves. */
    private final Map<Mark, Mark> shown = new LinkedHashMap<>();

    /** An entry and the link that it leads to. */
    public record Showing(String linkId, FeedEntry entry) {}

    /** Of a whole feed: whether two entries share something can be told only with all of them at hand. */
    public Recall(Memory memory, Collection<Showing> feed) {
        this.memory = memory;
        memory.marks().forEach(mark -> mark.links().forEach(link -> byLink.put(link, mark)));
        this.byGuid = unshared(mark -> mark.guid() == 0 ? null : mark.guid());
        this.byContent = unshared(mark -> List.of(mark.title(), mark.text()));
        this.sharedGuids = shared(feed, FeedEntry::id);
        this.sharedTexts = shared(
                feed, entry -> List.of(entry.title().raw(), entry.summary().raw()));
    }

    /** What is remembered of the source. */
    public Memory memory() {
        return memory;
    }

    /** Whether the source showed the entry before, be it under another name or address. */
    public boolean knows(Showing showing) {
        return standing(showing) != null;
    }

    /** Remembers that the entry was shown. */
    public void remember(Showing showing) {
        var link = Mark.hash(showing.linkId());
        var standing = standing(showing);
        if (standing == null) {
            var fresh = Mark.of(showing.entry(), List.of(link));
            shown.put(fresh, fresh);
            byLink.put(link, fresh);
        } else {
            var now = shown.getOrDefault(standing, standing).shownAs(showing.entry(), link);
            shown.put(standing, now);
            byLink.put(link, standing);
        }
    }

    /** Notes that what the entry shows leads on to another link: a shortened address and the whole one are one entry. */
    public void leadsOn(Showing showing, String linkId) {
        remember(showing);
        var link = Mark.hash(linkId);
        var mark = byLink.get(Mark.hash(showing.linkId()));
        shown.computeIfPresent(mark, (_, now) -> now.shownAs(showing.entry(), link));
        byLink.putIfAbsent(link, mark);
    }

    /** What to remember after this reading. */
    Memory after() {
        var marks = new ArrayList<Mark>();
        memory.marks().stream().filter(mark -> !shown.containsKey(mark)).forEach(marks::add);
        marks.addAll(shown.values());
        return new Memory(marks.subList(Math.max(0, marks.size() - Memory.MAX_MARKS), marks.size()), memory.usual());
    }

    private @Nullable Mark standing(Showing showing) {
        var known = byLink.get(Mark.hash(showing.linkId()));
        if (known != null || !memory.isOfOld()) {
            return known;
        }
        var entry = showing.entry();
        var mark = Mark.of(entry, List.of());
        var named = sharedGuids.contains(entry.id()) ? null : byGuid.get(mark.guid());
        if (named != null && named.agreesWith(mark)) {
            return named;
        }
        var texts = List.of(entry.title().raw(), entry.summary().raw());
        var said = sharedTexts.contains(texts) ? null : byContent.get(List.of(mark.title(), mark.text()));
        return said != null && said.isSameMoment(mark) && Mark.isTelling(entry) ? said : null;
    }

    private <K> Map<K, Mark> unshared(Function<Mark, @Nullable K> key) {
        var marks = new HashMap<K, Mark>();
        var shared = new HashSet<K>();
        for (var mark : memory.marks()) {
            var each = key.apply(mark);
            if (each != null && marks.put(each, mark) != null) {
                shared.add(each);
            }
        }
        marks.keySet().removeAll(shared);
        return marks;
    }

    private static <K> Set<K> shared(Collection<Showing> feed, Function<FeedEntry, @Nullable K> key) {
        var once = new HashSet<K>();
        var shared = new HashSet<K>();
        for (var showing : feed) {
            var each = key.apply(showing.entry());
            if (each != null && !once.add(each)) {
                shared.add(each);
            }
        }
        return shared;
    }
}
