package app.tidings.ingest.entry;

import app.tidings.contracts.LinkEvent;
import app.tidings.ingest.IngestSettings;
import app.tidings.ingest.entry.Candidate.Shown;
import app.tidings.ingest.link.Links;
import app.tidings.ingest.seen.Recall;
import app.tidings.ingest.shortened.ShortAddresses;
import app.tidings.ingest.source.Source;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Which entries of a feed show what nobody knows, or what only other sources showed; looks behind shortened addresses. */
@Component
class FindNewcomers {

    private final Links links;
    private final ShortAddresses shortAddresses;
    private final Duration maxLinkAge;

    FindNewcomers(Links links, ShortAddresses shortAddresses, IngestSettings settings) {
        this.links = links;
        this.shortAddresses = shortAddresses;
        this.maxLinkAge = settings.maxLinkAge();
    }

    Newcomers among(Source source, Sorted sorted, Recall recall) {
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
}
