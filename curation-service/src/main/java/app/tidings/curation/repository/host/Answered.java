package app.tidings.curation.repository.host;

import app.tidings.curation.text.PlainText;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Fields of an API's answer, whatever they hold; each is named by its JSON pointer (RFC 6901). */
record Answered(JsonNode json) {

    private static final int MAX_NAME = 200;
    private static final int MAX_SHORT = 50;
    private static final int MAX_DESCRIPTION = 500;
    private static final int MOST_TOPICS = 20;

    /** Owner, with the groups below it, and name. */
    record FullName(String owner, String name) {}

    /** A line of plain text of at most 200 characters. */
    @Nullable
    String name(String pointer) {
        return text(json.at(pointer), MAX_NAME);
    }

    /** The first of two names that is there. */
    @Nullable
    String first(String one, String other) {
        var named = name(one);
        return named == null ? name(other) : named;
    }

    /** A line of at most 50 characters, such as a licence's identifier. */
    @Nullable
    String word(String pointer) {
        return text(json.at(pointer), MAX_SHORT);
    }

    /** A line of at most 500 characters. */
    @Nullable
    String description(String pointer) {
        return text(json.at(pointer), MAX_DESCRIPTION);
    }

    boolean yes(String pointer) {
        return json.at(pointer).asBoolean(false);
    }

    /** A count of 0 or more; empty where there is none. */
    OptionalInt count(String pointer) {
        var node = json.at(pointer);
        return node.isInt() ? OptionalInt.of(Math.max(0, node.asInt())) : OptionalInt.empty();
    }

    @Nullable
    Instant instant(String pointer) {
        var node = json.at(pointer);
        try {
            return node.isString() ? OffsetDateTime.parse(node.asString()).toInstant() : null;
        } catch (DateTimeException _) {
            return null;
        }
    }

    /**
     * The words of a list, each once.
     *
     * @param within where the word stands in each item; empty where the item is the word
     */
    List<String> words(String pointer, String within) {
        return items(json.at(pointer))
                .map(each -> text(each.at(within), MAX_SHORT))
                .filter(Objects::nonNull)
                .distinct()
                .limit(MOST_TOPICS)
                .toList();
    }

    /** Owner and name out of {@code owner/name}. */
    Optional<FullName> fullName(String pointer) {
        var full = name(pointer);
        var slash = full == null ? -1 : full.lastIndexOf('/');
        return full == null || slash <= 0 || slash == full.length() - 1
                ? Optional.empty()
                : Optional.of(new FullName(full.substring(0, slash), full.substring(slash + 1)));
    }

    private static Stream<JsonNode> items(JsonNode list) {
        return list.isArray() ? list.valueStream() : Stream.empty();
    }

    private static @Nullable String text(JsonNode node, int max) {
        return node.isString() ? PlainText.line(node.asString(), max) : null;
    }
}
