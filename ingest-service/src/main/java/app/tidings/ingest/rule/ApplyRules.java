package app.tidings.ingest.rule;

import app.tidings.contracts.Ids;
import app.tidings.ingest.entry.TakeEntries.Judge;
import app.tidings.ingest.feed.FeedEntry;
import app.tidings.ingest.rule.Stopped.Entry;
import app.tidings.ingest.source.Source;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;

/**
 * Stops what the rules stop, then all that comes while the source is muted, then what is over its cap for one poll, the
 * newest staying. What was held back by mute or cap once stays so; what a rule stopped is judged anew at each poll.
 */
@Component
class ApplyRules implements Judge {

    /** In the place of a rule's name. */
    static final String MUTED = "muted";

    static final String FLOOD = "keepNewest";

    /** Begins the keys of what a rule stopped, and of what mute or cap held back. */
    private static final String BY_RULE = "r";

    private static final String HELD_BACK = "h";
    private static final int KEY_LENGTH = 16;

    private final Rules rules;
    private final Stopped stopped;

    ApplyRules(Rules rules, Stopped stopped) {
        this.rules = rules;
        this.stopped = stopped;
    }

    @Override
    public List<FeedEntry> letThrough(Source source, List<FeedEntry> fresh, Instant now) {
        if (fresh.isEmpty()) {
            return fresh;
        }
        var mutedUntil = source.settings().mutedUntil();
        var muted = mutedUntil != null && mutedUntil.isAfter(now);
        var verdicts = Verdicts.of(rules.of(source.publicationId()).rules(), source.id());
        var before = stopped.keys(source.id());
        var held = new LinkedHashMap<String, Entry>();
        var passed = new ArrayList<FeedEntry>();
        for (var entry : fresh) {
            var rule = verdicts.stops(Judged.of(source, entry));
            rule.ifPresentOrElse(name -> hold(held, BY_RULE, name, entry, now), () -> passed.add(entry));
        }
        var through = muted ? List.<FeedEntry>of() : underTheCap(source, passed, before);
        var kept = Set.copyOf(through);
        passed.stream()
                .filter(entry -> !kept.contains(entry))
                .forEach(entry -> hold(held, HELD_BACK, muted ? MUTED : FLOOD, entry, now));
        held.keySet().removeAll(before);
        if (!held.isEmpty()) {
            stopped.keep(source.id(), List.copyOf(held.values()));
        }
        return through;
    }

    /** What was over the cap, or came while it was muted, does not come in by the next poll. */
    private List<FeedEntry> underTheCap(Source source, List<FeedEntry> passed, Set<String> before) {
        var cap = source.settings().keepNewest();
        var first = passed.stream()
                .filter(entry -> !before.contains(HELD_BACK + key(entry)))
                .toList();
        return cap == null || first.size() <= cap
                ? first
                : first.stream()
                        .sorted(Comparator.comparing(
                                        FeedEntry::shownAt, Comparator.nullsFirst(Comparator.<Instant>naturalOrder()))
                                .reversed())
                        .limit(cap)
                        .toList();
    }

    private static void hold(Map<String, Entry> held, String kind, String rule, FeedEntry entry, Instant now) {
        var n = kind + key(entry);
        held.putIfAbsent(n, Entry.of(n, rule, entry, now));
    }

    /** Names an entry among those of its source: by its address. */
    private static String key(FeedEntry entry) {
        var address = String.valueOf(entry.address());
        return Ids.contentHash(address.getBytes(StandardCharsets.UTF_8)).substring(0, KEY_LENGTH);
    }
}
