package app.tidings.curation.imports;

import app.tidings.contracts.Manuscript.Block;
import app.tidings.contracts.Manuscript.BlockKind;
import app.tidings.contracts.Manuscript.Entry;
import app.tidings.contracts.Manuscript.Part;
import app.tidings.contracts.Manuscript.Text;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Deque;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * An issue with what was printed of it in another language beside what it has. An item is the one with the same address; one
 * without is the one at the same place, where both languages have as many items in the section. Texts beside the entries are
 * those of the same kind at the same place, in their order. Pure.
 *
 * @param parts the issue's, each entry with its text in both languages as far as there is one
 * @param blocks likewise
 * @param joined the entries that got a text
 * @param strange titles of items that the issue does not have
 * @param strangeBlocks how many texts found no place
 */
record SecondLanguage(
        List<Part> parts, List<Block> blocks, List<Entry> joined, List<String> strange, int strangeBlocks) {

    /** What is there, and what is to be put beside it. */
    record Texts(List<Part> parts, List<Block> blocks) {}

    static SecondLanguage of(Texts standing, Texts other) {
        var pairs = new Pairs(standing.parts());
        other.parts().forEach(pairs::byAddress);
        other.parts().forEach(pairs::byPlace);
        var waiting = new HashMap<List<@Nullable Object>, Deque<Block>>();
        other.blocks()
                .forEach(block -> waiting.computeIfAbsent(place(block), _ -> new ArrayDeque<>())
                        .add(block));
        var blocks = standing.blocks().stream()
                .map(block -> joined(
                        block,
                        waiting.getOrDefault(place(block), new ArrayDeque<>()).poll()))
                .toList();
        var left = waiting.values().stream().mapToInt(Deque::size).sum();
        return new SecondLanguage(pairs.parts(), blocks, pairs.joined(), pairs.strange(other.parts()), left);
    }

    private static List<@Nullable Object> place(Block block) {
        return Arrays.asList(block.kind() == BlockKind.INTRO ? BlockKind.NOTICE : block.kind(), block.after());
    }

    private static Block joined(Block block, @Nullable Block other) {
        return other == null
                ? block
                : new Block(
                        block.kind(),
                        block.after(),
                        merged(block.heading(), other.heading()),
                        merged(block.text(), other.text()));
    }

    private static <T> Map<String, T> merged(Map<String, T> texts, Map<String, T> others) {
        var merged = new HashMap<>(others);
        merged.putAll(texts);
        return merged;
    }

    /** Which entry is which. Entries may be equal to each other, so they are told apart by themselves. */
    private static final class Pairs {

        private final List<Part> standing;
        private final IdentityHashMap<Entry, Entry> others = new IdentityHashMap<>();
        private final Set<Entry> placed = Collections.newSetFromMap(new IdentityHashMap<>());

        private Pairs(List<Part> standing) {
            this.standing = standing;
        }

        private void byAddress(Part part) {
            part.entries().stream()
                    .filter(other -> other.itemId() != null)
                    .forEach(other -> standing.stream()
                            .flatMap(each -> each.entries().stream())
                            .filter(entry -> Objects.equals(entry.itemId(), other.itemId()))
                            .filter(entry -> !others.containsKey(entry))
                            .findFirst()
                            .ifPresent(entry -> pair(entry, other)));
        }

        private void byPlace(Part part) {
            var own = section(part.section()).map(Part::entries).orElse(List.of());
            if (own.size() == part.entries().size()) {
                for (var i = 0; i < own.size(); i++) {
                    if (!others.containsKey(own.get(i))
                            && !placed.contains(part.entries().get(i))) {
                        pair(own.get(i), part.entries().get(i));
                    }
                }
            }
        }

        private Optional<Part> section(String id) {
            return standing.stream().filter(each -> each.section().equals(id)).findFirst();
        }

        private void pair(Entry entry, Entry other) {
            others.put(entry, other);
            placed.add(other);
        }

        private List<Part> parts() {
            return standing.stream()
                    .map(part -> new Part(
                            part.section(),
                            part.entries().stream().map(this::joined).toList()))
                    .toList();
        }

        private Entry joined(Entry entry) {
            var other = others.get(entry);
            return other == null ? entry : with(entry, merged(entry.texts(), other.texts()));
        }

        private List<Entry> joined() {
            var joined = new ArrayList<Entry>();
            standing.forEach(part -> part.entries().stream()
                    .filter(others::containsKey)
                    .map(this::joined)
                    .forEach(joined::add));
            return joined;
        }

        private List<String> strange(List<Part> parts) {
            return parts.stream()
                    .flatMap(part -> part.entries().stream())
                    .filter(entry -> !placed.contains(entry))
                    .map(entry -> entry.texts().values().iterator().next().title())
                    .toList();
        }

        private static Entry with(Entry entry, Map<String, Text> texts) {
            return new Entry(
                    entry.entryId(),
                    entry.itemId(),
                    entry.url(),
                    entry.linkLanguage(),
                    texts,
                    entry.stars(),
                    entry.credits(),
                    entry.images());
        }
    }
}
