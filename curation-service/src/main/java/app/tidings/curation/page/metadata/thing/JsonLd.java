package app.tidings.curation.page.metadata.thing;

import app.tidings.curation.page.outline.Outline;
import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.core.json.JsonReadFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.MissingNode;

/** The first thing of a page's JSON-LD that is a piece of writing, a recording or software; nothing where there is none. */
public record JsonLd(JsonNode node, Map<String, JsonNode> known) implements Thing {

    private static final int MAX_LENGTH = 512 * 1024;
    private static final int MAX_NODES = 5_000;

    /** Comments and CDATA marks around it, and what stands behind its end. */
    private static final Pattern OPENING =
            Pattern.compile("\\s*(?:<!--|//\\s*<!\\[CDATA\\[|/\\*\\s*<!\\[CDATA\\[\\s*\\*/)");

    private static final Pattern CLOSING = Pattern.compile("(?:-->|//\\s*\\]\\]>|/\\*\\s*\\]\\]>\\s*\\*/)?[\\s;]*$");
    private static final int LONGEST_CLOSING = 100;

    private static final JsonMapper LENIENT = JsonMapper.builder(JsonFactory.builder()
                    .streamReadConstraints(
                            StreamReadConstraints.builder().maxNestingDepth(64).build())
                    .enable(JsonReadFeature.ALLOW_UNESCAPED_CONTROL_CHARS)
                    .enable(JsonReadFeature.ALLOW_TRAILING_COMMA)
                    .enable(JsonReadFeature.ALLOW_JAVA_COMMENTS)
                    .build())
            .build();

    /** Reads the page; a script that is no JSON is passed over. */
    public static JsonLd of(Outline outline) {
        var open = new ArrayDeque<JsonNode>();
        outline.scripts().stream()
                .filter(script -> script.attr("type").toLowerCase(Locale.ROOT).contains("ld+json"))
                .map(script -> read(script.data()))
                .flatMap(Optional::stream)
                .forEach(open::add);
        JsonNode found = MissingNode.getInstance();
        var known = new HashMap<String, JsonNode>();
        for (var seen = 0; !open.isEmpty() && seen < MAX_NODES; seen++) {
            var node = open.poll();
            if (isWanted(node.path("@type")) && !isWanted(found.path("@type"))) {
                found = node;
            } else if (found.isMissingNode() && isPage(node)) {
                found = node;
            }
            if (node.path("@id").isString() && node.size() > 1) {
                known.putIfAbsent(node.path("@id").asString(), node);
            }
            node.forEach(child -> {
                if (child.isContainer()) {
                    open.add(child);
                }
            });
        }
        return new JsonLd(found, known);
    }

    private static Optional<JsonNode> read(String json) {
        if (json.length() > MAX_LENGTH) {
            return Optional.empty();
        }
        try {
            return Optional.of(LENIENT.readTree(unwrapped(json)));
        } catch (JacksonException e) {
            return Optional.empty();
        }
    }

    /** The end alone is searched for its closing: at each place of the whole it would take as long as reading the whole. */
    private static String unwrapped(String json) {
        var opening = OPENING.matcher(json);
        var begin = opening.lookingAt() ? opening.end() : 0;
        var closing = CLOSING.matcher(json);
        closing.region(Math.max(begin, json.length() - LONGEST_CLOSING), json.length());
        return json.substring(begin, closing.find() ? closing.start() : json.length());
    }

    /** The page itself, of which some say when it was published; Baidu's form has no type. */
    private static boolean isPage(JsonNode node) {
        return node.has("pubDate")
                || (node.has("datePublished") && node.path("@type").asString("").endsWith("WebPage"));
    }

    private static boolean isWanted(JsonNode type) {
        return wanted(type).isPresent();
    }

    private static Optional<String> wanted(JsonNode type) {
        return (type.isArray() ? type.valueStream() : Stream.of(type))
                .map(each -> each.asString(""))
                .filter(ThingTypes::isWanted)
                .map(ThingTypes::plain)
                .findFirst();
    }

    @Override
    public @Nullable String type() {
        return wanted(node.path("@type")).orElse(null);
    }

    @Override
    public @Nullable String text(String field) {
        return text(node.path(field));
    }

    private @Nullable String text(JsonNode value) {
        var first = standing(value.isArray() ? value.path(0) : value);
        if (first.isObject()) {
            return first.has("name") ? plain(first.path("name")) : plain(first.path("url"));
        }
        return first.isBoolean() ? first.asString() : plain(first);
    }

    /** What stands elsewhere in the page is named by its id alone. */
    private JsonNode standing(JsonNode value) {
        return value.isObject() && value.size() == 1
                ? known.getOrDefault(value.path("@id").asString(""), value)
                : value;
    }

    private static @Nullable String plain(JsonNode value) {
        var first = value.isArray() ? value.path(0) : value;
        return first.isString() && !first.asString().isBlank() ? first.asString() : null;
    }

    @Override
    public @Nullable String names(String field) {
        var value = node.path(field);
        if (!value.isArray()) {
            return text(value);
        }
        var names = value.valueStream()
                .map(this::text)
                .filter(Objects::nonNull)
                .limit(5)
                .collect(Collectors.joining(", "));
        return names.isEmpty() ? null : names;
    }

    @Override
    public @Nullable String image() {
        var stated = image(node.path("image"));
        return stated == null ? image(node.path("thumbnailUrl")) : stated; // what videos state
    }

    private @Nullable String image(JsonNode value) {
        var first = standing(value.isArray() ? value.path(0) : value);
        if (!first.isObject()) {
            return plain(first);
        }
        return first.has("url") ? plain(first.path("url")) : plain(first.path("contentUrl"));
    }

    /** Of a page of questions, those of the question that it is about. */
    @Override
    public @Nullable String answers() {
        return Stream.of(node, standing(node.path("mainEntity")))
                .flatMap(each -> Stream.of(each.path("answerCount"), each.path("commentCount")))
                .filter(each -> each.isNumber() || each.isString())
                .map(JsonNode::asString)
                .findFirst()
                .orElse(null);
    }
}
