package app.tidings.local.demo;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.joining;

import app.tidings.local.demo.EditorScript.Twins;
import app.tidings.local.demo.ReadInbox.Item.Ran;
import app.tidings.local.stage.Api;
import app.tidings.local.stage.Columns;
import app.tidings.local.stage.Patience.Look;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The second chapter: links become items, and the editor reads what came in. */
final class ReadInbox {

    private static final int NAME = 20;
    private static final int TITLE = 58;

    private final Scene scene;

    /** An item as curation's API shows it, as far as the demo cares. */
    record Item(
            String id,
            long version,
            String state,
            URI url,
            String title,
            String kind,
            String language,
            @Nullable String excerpt,
            @Nullable Integer stars,
            List<Source> sources,
            Map<String, Text> texts,
            List<Picture> images,
            List<Picture> proposedImages,
            @Nullable String declineReason,
            @Nullable Placement placement,
            List<Ran> ran,
            List<Duplicate> duplicates,
            boolean enriched) {

        record Source(String name) {}

        record Text(@Nullable String title, @Nullable String comment) {}

        record Ran(String text) {}

        record Placement(@Nullable Integer number) {}

        record Duplicate(URI url) {}

        record Picture(String sha256, @Nullable String alt) {}

        boolean isMerged() {
            return state.equals("MERGED");
        }

        boolean isUndecided() {
            return state.equals("NEW");
        }

        /** Whether the editor may still change it. */
        boolean isOpen() {
            return isUndecided() || state.equals("SHORTLISTED");
        }
    }

    /** What is merged into another item is listed only where that is asked for. */
    private static final String ANY_STATE = "NEW,SHORTLISTED,PLACED,PUBLISHED,DECLINED,MERGED";

    private record Listed(List<Item> items, @Nullable String next) {}

    ReadInbox(Scene scene) {
        this.scene = scene;
    }

    /**
     * Every item, once all that is expected is there and looked up.
     *
     * @param tellAll whether each item is named
     */
    List<Item> run(int expected, boolean tellAll) {
        scene.story().chapter("Inbox");
        var items = scene.patience().until(() -> look(expected)).stream()
                .filter(item -> !item.isMerged())
                .toList();
        tellSums(items);
        tellMerged(items);
        if (tellAll) {
            items.stream()
                    .sorted((one, other) -> source(one).compareTo(source(other)))
                    .forEach(this::tell);
        }
        return items;
    }

    private Look<List<Item>> look(int expected) {
        var items = all(scene);
        var ready = items.stream().filter(Item::enriched).count();
        var wanted = Math.max(expected, items.size());
        if (ready < wanted) {
            return new Look.NotYet<>("pages looked up: %d of %d".formatted(ready, wanted));
        }
        var open = scene.script().twins().stream()
                .filter(twins -> !areOne(items, twins))
                .toList();
        return open.isEmpty()
                ? new Look.Done<>(items)
                : new Look.NotYet<>("%s is not seen to be %s"
                        .formatted(open.getFirst().page(), open.getFirst().of()));
    }

    /** Which of them stands depends on which came in first. */
    private boolean areOne(List<Item> items, Twins twins) {
        var both = List.of(scene.address(twins.page()), scene.address(twins.of()));
        return items.stream()
                .anyMatch(item -> both.contains(item.url())
                        && item.duplicates().stream().anyMatch(each -> both.contains(each.url())));
    }

    static List<Item> all(Scene scene) {
        var all = new ArrayList<Item>();
        var page = new Listed(List.of(), "");
        while (page.next() != null) {
            var cursor = page.next().isEmpty() ? "" : "&cursor=" + Api.encoded(page.next());
            page = scene.curation()
                    .get(
                            "/api/v1/items?limit=200&state=%s&%s%s".formatted(ANY_STATE, scene.inPublication(), cursor),
                            Listed.class);
            all.addAll(page.items());
        }
        return all;
    }

    private void tellSums(List<Item> items) {
        scene.story()
                .say("%s: %s; %s."
                        .formatted(
                                counted(items.size(), "item"),
                                sums(items, Item::kind, ReadInbox::ofKind),
                                sums(items, Item::language, ReadInbox::inLanguage)));
        var shared = items.stream().filter(each -> each.sources().size() > 1).count();
        if (shared > 0) {
            scene.story()
                    .say("%d of them were shown by two sources, under different addresses, and are one item each."
                            .formatted(shared));
        }
    }

    private void tellMerged(List<Item> items) {
        items.stream()
                .filter(item -> !item.duplicates().isEmpty())
                .forEach(item -> scene.story()
                        .say("“%s” is on two sites, with other words around it, and is one item with both sources."
                                .formatted(Columns.cut(item.title(), TITLE))));
    }

    private static String sums(
            List<Item> items, Function<Item, String> property, BiFunction<Long, String, String> words) {
        return new TreeMap<>(items.stream().collect(groupingBy(property, counting())))
                .entrySet().stream()
                        .map(each -> words.apply(each.getValue(), each.getKey()))
                        .collect(joining(", "));
    }

    private static String ofKind(long count, String kind) {
        return counted(count, kind.equals("audio") ? "recording" : kind);
    }

    private static String inLanguage(long count, String language) {
        return "%d in %s".formatted(count, Locale.forLanguageTag(language).getDisplayLanguage(Locale.ENGLISH));
    }

    private static String counted(long count, String thing) {
        return count == 1 ? "1 " + thing : "%d %ss".formatted(count, thing);
    }

    private void tell(Item item) {
        var before = item.placement() == null || !item.state().equals("PUBLISHED")
                ? Stream.<String>empty()
                : Stream.of("ran in #" + item.placement().number());
        var ran = Stream.concat(before, item.ran().stream().map(Ran::text));
        var facts = Stream.concat(
                        Stream.of(item.language(), item.stars() == null ? "" : "★ %,d".formatted(item.stars())), ran)
                .filter(each -> !each.isEmpty())
                .collect(joining("  "));
        scene.story().row("·", source(item), NAME, Columns.fill(item.title(), TITLE) + "  " + facts);
    }

    private static String source(Item item) {
        return item.sources().isEmpty() ? "?" : item.sources().getFirst().name();
    }
}
