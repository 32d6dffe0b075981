package app.tidings.local.inspect.score;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;
import java.util.function.BiPredicate;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Compares what was read out of feeds with what other programs read out of them. A field is right if any of them has it so,
 * markup, white space and the case of hosts aside; a file matches if its title, its link and those of its entries and their
 * dates are right.
 */
public final class FeedScore {

    private static final List<String> ENTRY_FIELDS = List.of("title", "link", "id", "author");
    private static final List<String> FEED_FIELDS = List.of("title", "link", "language");

    private final Tally tally;

    /** Counts into a tally: {@code match}, {@code assertions}, {@code dates} and {@code read}. */
    public FeedScore(Tally tally) {
        this.tally = tally;
    }

    /**
     * Counts a file in.
     *
     * @param expected what others read, in the form of {@code expected.jsonl}
     * @param got what {@code inspect feed} says of the file
     */
    public void add(JsonNode expected, JsonNode got) {
        var file = expected.path("file").asString();
        expected.path("checks").forEach(check -> assertion(file, check, got));
        var peers = peers(expected);
        if (!expected.path("informative").asBoolean() || peers.isEmpty()) {
            return;
        }
        var alike = peers.stream()
                .filter(peer ->
                        peer.path("entries").size() == got.path("entries").size())
                .toList();
        var read = !got.has("error");
        tally.count("read", read, file);
        tally.count("match", read && feedIsRight(got, peers) && entriesAreRight(got, alike), file);
        if (read) {
            dates(file, got, peers, alike);
        }
    }

    private static List<JsonNode> peers(JsonNode expected) {
        var trusted = expected.path("reference_trusted").asBoolean(true);
        return Stream.of(expected.path("peer"), trusted ? expected.path("reference") : expected.path("none"))
                .filter(JsonNode::isObject)
                .toList();
    }

    private static boolean feedIsRight(JsonNode got, List<JsonNode> peers) {
        return isAnyAlike(got, peers, "title", Alike::sameWords) && isAnyAlike(got, peers, "link", Alike::sameAddress);
    }

    private static boolean entriesAreRight(JsonNode got, List<JsonNode> peers) {
        return !peers.isEmpty()
                && IntStream.range(0, got.path("entries").size()).allMatch(i -> {
                    var entry = got.path("entries").get(i);
                    var theirs = peers.stream()
                            .map(peer -> peer.path("entries").get(i))
                            .toList();
                    return isAnyAlike(entry, theirs, "title", Alike::sameWords)
                            && isAnyAlike(entry, theirs, "link", Alike::sameAddress)
                            && theirs.stream().anyMatch(their -> isSameDate(date(entry), dates(their)));
                });
    }

    private static boolean isAnyAlike(
            JsonNode got, List<JsonNode> theirs, String field, BiPredicate<@Nullable String, @Nullable String> alike) {
        return theirs.stream().anyMatch(their -> alike.test(Alike.text(got, field), Alike.text(their, field)));
    }

    /** No date passes for one of two: they may have read what is none. */
    private static boolean isSameDate(@Nullable Instant date, List<Instant> theirs) {
        return date == null ? theirs.size() < 2 : theirs.contains(date);
    }

    /** Of entries that a peer has a date for; where no peer has as many entries, all that it has are missed. */
    private void dates(String file, JsonNode got, List<JsonNode> peers, List<JsonNode> alike) {
        for (var i = 0; i < got.path("entries").size() && !alike.isEmpty(); i++) {
            var index = i;
            var stated = alike.stream()
                    .flatMap(peer -> dates(peer.path("entries").get(index)).stream())
                    .toList();
            if (!stated.isEmpty()) {
                tally.count("dates", stated.contains(date(got.path("entries").get(i))), file);
            }
        }
        if (alike.isEmpty()) {
            var missed = peers.stream().mapToLong(FeedScore::dated).max().orElse(0);
            LongStream.range(0, missed).forEach(_ -> tally.count("dates", false, file));
        }
    }

    private static long dated(JsonNode peer) {
        return peer.path("entries")
                .valueStream()
                .filter(entry -> !dates(entry).isEmpty())
                .count();
    }

    /** What the other program's own tests demand of a field. */
    private void assertion(String file, JsonNode check, JsonNode got) {
        var path = check.path("path");
        var field = path.path(path.size() - 1).asString();
        var ofFeed = path.size() == 2 && path.get(0).asString().equals("feed") && FEED_FIELDS.contains(field);
        var ofEntry = path.size() == 3
                && path.get(0).asString().equals("entries")
                && path.get(1).isInt()
                && ENTRY_FIELDS.contains(field);
        if (!check.path("op").asString().equals("eq") || !check.path("value").isString() || !(ofFeed || ofEntry)) {
            return;
        }
        var node = ofFeed ? got : got.path("entries").path(path.get(1).asInt());
        var wanted = check.path("value").asString();
        var right = field.equals("link")
                ? Alike.sameAddress(Alike.text(node, field), wanted)
                : Alike.sameWords(Alike.text(node, field), wanted);
        tally.count("assertions", right, file);
    }

    private static @Nullable Instant date(JsonNode entry) {
        return dates(entry).stream().findFirst().orElse(null);
    }

    private static List<Instant> dates(JsonNode entry) {
        return Stream.of("published", "updated")
                .map(field -> Alike.text(entry, field))
                .filter(Objects::nonNull)
                .map(date -> Instant.parse(date).truncatedTo(ChronoUnit.SECONDS))
                .toList();
    }
}
