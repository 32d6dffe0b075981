package app.tidings.local.inspect.score;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/**
 * Judges how past issues are read. An item is found where title and address are right, markup and white space aside; an issue is whole
 * where every item is found and none is invented. An item that the editor withdrew may be told or not.
 */
public record IssueScore(Tally tally) {

    private static final Set<String> KINDS = Set.of("articles", "projects", "podcasts", "discussions");
    private static final List<String> LISTS = List.of("images", "links");

    private record Placed(String section, JsonNode item) {

        private String key() {
            return item.path("title").asString("").replaceAll("\\s+", " ").strip() + " "
                    + item.path("url").asString("");
        }
    }

    /**
     * Counts an issue in.
     *
     * @param set what it belongs to, for whoever looks for what is missing
     * @param expected the issue as it is
     * @param got as it was read; missing where it was not
     */
    public void add(String set, JsonNode expected, JsonNode got) {
        var name = set + " " + expected.path("number").asString("") + ": ";
        var wanted = items(expected).stream()
                .filter(each -> KINDS.contains(each.section.split(" ", 2)[0]))
                .toList();
        var withdrawn =
                wanted.stream().filter(IssueScore::isRemoved).map(Placed::key).collect(Collectors.toSet());
        var found = items(got).stream()
                .filter(each -> !each.item.path("url").isNull() || !withdrawn.contains(each.key()))
                .toList();
        var pool = pool(found);
        var missed = 0;
        for (var each : wanted.stream().filter(each -> !isRemoved(each)).toList()) {
            missed += count(name, each, pool) ? 0 : 1;
        }
        var invented = pool.values().stream().flatMap(Deque::stream).toList();
        found.forEach(each -> tally.count("true", !invented.contains(each), name + each.key()));
        tally.count(
                "whole",
                missed == 0 && invented.isEmpty(),
                name + expected.path("file").asString(""));
    }

    private boolean count(String name, Placed wanted, Map<String, Deque<Placed>> pool) {
        var candidates = pool.getOrDefault(wanted.key(), new ArrayDeque<>());
        var found = candidates.poll();
        tally.count("items", found != null, name + wanted.key());
        if (found != null) {
            tally.count("fields", sameFields(wanted, found), name + wanted.key());
        }
        return found != null;
    }

    private static boolean sameFields(Placed wanted, Placed found) {
        return found.section.equals(wanted.section)
                && LISTS.stream()
                        .allMatch(list -> wanted.item.path(list).size()
                                == found.item.path(list).size())
                && List.of("n", "lang_en", "stars", "contributor").stream()
                        .allMatch(field -> wanted.item.path(field).equals(found.item.path(field)));
    }

    private static boolean isRemoved(Placed placed) {
        return placed.item.path("removed").asBoolean(false);
    }

    private static List<Placed> items(JsonNode issue) {
        var items = new ArrayList<Placed>();
        for (var section : issue.path("sections")) {
            var name = section.path("kind").asString("") + " "
                    + section.path("name").asString("");
            section.path("items").forEach(item -> items.add(new Placed(name, item)));
        }
        return items;
    }

    private static Map<String, Deque<Placed>> pool(List<Placed> items) {
        var pool = new HashMap<String, Deque<Placed>>();
        items.forEach(each ->
                pool.computeIfAbsent(each.key(), _ -> new ArrayDeque<>()).add(each));
        return pool;
    }
}
