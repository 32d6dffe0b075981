package app.tidings.curation.item;

import app.tidings.curation.item.Page.Repository;
import app.tidings.curation.memory.Memory;
import app.tidings.curation.memory.Ran;
import app.tidings.curation.memory.RepositoryName;
import app.tidings.curation.memory.Trail;
import app.tidings.curation.memory.Trail.Named;
import java.net.URI;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Tells where items ran. */
@Component
public class RecallItems {

    private final Memory memory;

    RecallItems(Memory memory) {
        this.memory = memory;
    }

    /** By the items' ids; who never ran is missing. */
    public Map<String, List<Ran>> run(Collection<Item> items) {
        return memory.recall(
                items.stream().collect(Collectors.toMap(Item::id, RecallItems::trail, (first, _) -> first)));
    }

    /** The same in other issues than that in which each stands. */
    public Map<String, List<Ran>> elsewhere(Collection<Item> items) {
        var elsewhere = new HashMap<>(run(items));
        items.forEach(item -> elsewhere.computeIfPresent(item.id(), (_, ran) -> without(item, ran)));
        return elsewhere;
    }

    private static List<Ran> without(Item item, List<Ran> ran) {
        var place = item.placement();
        return ran.stream()
                .filter(each -> place == null || !each.issueId().equals(place.issueId()))
                .toList();
    }

    /** By what an item is known again, as far as it has been looked up. */
    public static Trail trail(Item item) {
        return trail(item, item.url());
    }

    /**
     * The same where it is printed under an address of its own.
     *
     * @param printed as it stands in the issue
     */
    public static Trail trail(Item item, URI printed) {
        var page = item.page();
        var addresses = Stream.of(
                        Stream.of(printed, item.url()),
                        page.map(Page::canonical).filter(each -> isOfItsSite(each, item)).stream(),
                        page.map(Page::leadsTo).stream(),
                        page.map(Page::formerly).stream().flatMap(List::stream))
                .flatMap(Function.identity())
                .distinct()
                .toList();
        return Trail.of(
                item.publicationId(),
                addresses,
                page.map(Page::canonical).filter(each -> !isOfItsSite(each, item)).stream()
                        .toList(),
                page.map(Page::repository)
                        .map(repository -> named(repository, addresses))
                        .orElse(null));
    }

    /** Whether it is at the host where the item was read, or at one above or below that. */
    private static boolean isOfItsSite(URI claimed, Item item) {
        var host = "." + claimed.getHost();
        return Stream.of(Optional.of(item.url()), item.page().map(Page::leadsTo))
                .flatMap(Optional::stream)
                .map(each -> "." + each.getHost())
                .anyMatch(own -> own.endsWith(host) || host.endsWith(own));
    }

    private static Named named(Repository repository, List<URI> addresses) {
        var host =
                repository.host() == null ? String.valueOf(addresses.getFirst().getHost()) : repository.host();
        return new Named(new RepositoryName(host, repository.owner(), repository.name()), repository.copyOf());
    }
}
