package app.tidings.curation.duplicate;

import app.tidings.contracts.Sighting;
import java.net.URI;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * How an item stands to others that lead to the same article, or were taken for it.
 *
 * @param into the item that stands for this one; null where it stands for itself. This is the truth; what the other says follows
 * @param from what this one stands for, oldest first
 * @param apart items that an editor split from this one; they are never merged again but by hand
 */
public record Merges(@Nullable Into into, List<Merged> from, List<String> apart) {

    public static final Merges NONE = new Merges(null, List.of(), List.of());

    /** The item that stands for another, and what shows that both are one article. */
    public record Into(String id, String evidence) {}

    /** An item that another stands for, with those who showed it. */
    public record Merged(String id, URI url, String title, List<Sighting> sightings) {

        public Merged {
            sightings = List.copyOf(sightings);
        }
    }

    public Merges {
        from = List.copyOf(from);
        apart = List.copyOf(apart);
    }

    public Merges withInto(@Nullable Into changed) {
        return new Merges(changed, from, apart);
    }

    /** The same with an item that is merged, or with what is known of it now. */
    public Merges with(Merged merged) {
        return contains(merged.id())
                ? new Merges(
                        into,
                        from.stream()
                                .map(each -> each.id().equals(merged.id()) ? merged : each)
                                .toList(),
                        apart)
                : new Merges(into, added(from, merged), apart);
    }

    public Merges without(String id) {
        return new Merges(
                into, from.stream().filter(each -> !each.id().equals(id)).toList(), apart);
    }

    public Merges apartFrom(String id) {
        return apart.contains(id) ? this : new Merges(into, from, added(apart, id));
    }

    /** The same, kept apart from the items that one which it stands for is kept apart from. */
    public Merges apartLike(Merges merged, String own) {
        var inherited = new LinkedHashSet<>(apart);
        inherited.addAll(merged.apart);
        inherited.removeAll(all(own));
        return new Merges(into, from, List.copyOf(inherited));
    }

    public Merges notApartFrom(Set<String> ids) {
        return new Merges(
                into, from, apart.stream().filter(each -> !ids.contains(each)).toList());
    }

    public boolean contains(String id) {
        return from.stream().anyMatch(each -> each.id().equals(id));
    }

    /** The ids of an item and of all that it stands for. */
    public Set<String> all(String id) {
        return Stream.concat(Stream.of(id), from.stream().map(Merged::id)).collect(Collectors.toSet());
    }

    private static <T> List<T> added(List<T> list, T more) {
        return Stream.concat(list.stream(), Stream.of(more)).toList();
    }
}
