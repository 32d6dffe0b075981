package app.tidings.ingest.connector;

import static java.nio.charset.StandardCharsets.UTF_8;

import app.tidings.platform.fetch.FetchRequest;
import app.tidings.platform.fetch.Fetched.Answer;
import java.net.URI;
import java.net.URLEncoder;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Reads what an API answers in JSON. */
final class ApiRead {

    /** More entries are not read from one answer. */
    static final int MAX_ENTRIES = 1_000;

    private static final int MAX_DEPTH = 64;

    /** So that the tree of an answer takes a few times its bytes at most, though it be made of the smallest of values. */
    private static final int MAX_TOKENS = 500_000;

    private static final int MAX_TEXT = 2 * 1024 * 1024;

    private static final JsonMapper MAPPER = JsonMapper.builder(JsonFactory.builder()
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxNestingDepth(MAX_DEPTH)
                            .maxNumberLength(100)
                            .maxStringLength(MAX_TEXT)
                            .maxTokenCount(MAX_TOKENS)
                            .build())
                    .build())
            .build();

    private ApiRead() {}

    /** Finds the entries in an answer; null says that it is of another shape than documented. */
    @FunctionalInterface
    interface Shape {
        @Nullable
        List<ApiEntry> entries(JsonNode root);
    }

    /**
     * Asks an API.
     *
     * @param empty what it means that there are no entries
     */
    static Reading json(FetchRequest request, Ask ask, Empty empty, Shape shape) {
        var json = request.acceptedTypes().isEmpty() ? request.accept("application/json", "*/*") : request;
        return ConditionalRead.of(json, ask, (answer, validators, hints) -> {
            var root = parse(answer);
            if (root == null) {
                return InsteadOfFeed.page(answer, hints)
                        .orElseGet(() -> new Reading.Failed("unreadable", "the answer is not valid JSON", hints));
            }
            var entries = shape.entries(root);
            return entries == null
                    ? new Reading.Failed(
                            "unexpected-content", "the answer is JSON, but not of the form that we know", hints)
                    : entries(entries, empty, validators, hints);
        });
    }

    /**
     * Where in an answer the entries are.
     *
     * @param pointer to their list (RFC 6901)
     * @param wanted which of its elements count
     */
    record Items(String pointer, Predicate<JsonNode> wanted, Function<JsonNode, ApiEntry> entry) {

        /** Every element of a list. */
        static Items all(String pointer, Function<JsonNode, ApiEntry> entry) {
            return new Items(pointer, element -> true, entry);
        }

        private @Nullable List<ApiEntry> in(JsonNode root) {
            var list = pointer.isEmpty() ? root : root.at(pointer);
            return list.isArray() ? list.valueStream().filter(wanted).map(entry).toList() : null;
        }
    }

    /** Asks an API that answers with a list, in which there may be nothing. */
    static Reading list(FetchRequest request, Ask ask, Items items) {
        return json(request, ask, Empty.NOTHING_FOUND, items::in);
    }

    /** The answer as JSON; null where it is none. */
    static @Nullable JsonNode parse(Answer answer) {
        try {
            return MAPPER.readTree(answer.body().stream());
        } catch (JacksonException e) {
            return null;
        }
    }

    /** Walks over an answer that is too large for a tree. */
    static JsonParser walk(Answer answer) {
        return MAPPER.createParser(answer.body().stream());
    }

    /** What it means that an answer of the right form has no entries. */
    enum Empty {
        /** Nothing was found this time, as may be. */
        NOTHING_FOUND,
        /** Whoever set the source up wanted something else: the page changed, or a path in the settings is wrong. */
        FAULT
    }

    /** The reading of entries that were found, of which those without an address are none. */
    static Reading entries(List<ApiEntry> found, Empty empty, Validators validators, Hints hints) {
        var linked = found.stream()
                .filter(entry -> entry.link() != null)
                .limit(MAX_ENTRIES)
                .map(ApiEntry::toFeedEntry)
                .toList();
        if (linked.isEmpty() && !found.isEmpty()) {
            return new Reading.Failed(
                    "no-links", "there are %d entries, but none has an address".formatted(found.size()), hints);
        }
        if (linked.isEmpty() && empty == Empty.FAULT) {
            return new Reading.Failed(
                    "nothing-matched",
                    "what the settings look for is not there: the content may have changed its form",
                    hints);
        }
        var note = linked.isEmpty() ? "the answer has no entries" : null;
        return new Reading.Entries(null, null, linked, validators, hints, note);
    }

    /** An address below that of an API. */
    static URI at(URI api, String path, Map<String, String> query) {
        var base = api.toString().replaceFirst("/+$", "");
        var asked = query.entrySet().stream()
                .map(each -> each.getKey() + "=" + encoded(each.getValue()))
                .collect(Collectors.joining("&"));
        return URI.create(base + path + (asked.isEmpty() ? "" : "?" + asked));
    }

    /** A text as it stands in a path or a query. */
    static String encoded(String text) {
        return URLEncoder.encode(text, UTF_8).replace("+", "%20");
    }
}
