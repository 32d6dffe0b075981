package app.tidings.curation.enrich;

import java.util.ArrayDeque;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jsoup.nodes.Document;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.core.json.JsonReadFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.MissingNode;

/** The first thing of a page's JSON-LD that is a piece of writing, a recording or software; nothing where there is none. */
record JsonLd(JsonNode node) {

    private static final int MAX_LENGTH = 512 * 1024;
    private static final int MAX_NODES = 5_000;

    private static final JsonMapper LENIENT = JsonMapper.builder(JsonFactory.builder()
                    .streamReadConstraints(
                            StreamReadConstraints.builder().maxNestingDepth(64).build())
                    .enable(JsonReadFeature.ALLOW_UNESCAPED_CONTROL_CHARS)
                    .enable(JsonReadFeature.ALLOW_TRAILING_COMMA)
                    .build())
            .build();

    private static final Set<String> TYPES = Set.of(
            "article",
            "newsarticle",
            "blogposting",
            "techarticle",
            "scholarlyarticle",
            "report",
            "socialmediaposting",
            "discussionforumposting",
            "qapage",
            "howto",
            "liveblogposting",
            "advertisercontentarticle",
            "satiricalarticle",
            "videoobject",
            "podcastepisode",
            "audioobject",
            "softwaresourcecode",
            "softwareapplication");

    static JsonLd of(Document html) {
        return html.select("script[type=application/ld+json]").stream()
                .map(script -> find(script.data()))
                .flatMap(Optional::stream)
                .findFirst()
                .orElse(new JsonLd(MissingNode.getInstance()));
    }

    private static Optional<JsonLd> find(String json) {
        if (json.length() > MAX_LENGTH) {
            return Optional.empty();
        }
        try {
            return find(LENIENT.readTree(json));
        } catch (JacksonException e) {
            return Optional.empty();
        }
    }

    private static Optional<JsonLd> find(JsonNode root) {
        var open = new ArrayDeque<JsonNode>();
        open.add(root);
        for (var seen = 0; !open.isEmpty() && seen < MAX_NODES; seen++) {
            var node = open.poll();
            if (node.isObject() && isWanted(node.path("@type"))) {
                return Optional.of(new JsonLd(node));
            }
            node.forEach(child -> {
                if (child.isContainer()) {
                    open.add(child);
                }
            });
        }
        return Optional.empty();
    }

    private static boolean isWanted(JsonNode type) {
        return wanted(type).isPresent();
    }

    private static Optional<String> wanted(JsonNode type) {
        return (type.isArray() ? type.valueStream() : Stream.of(type))
                .map(each -> each.asString("").toLowerCase(Locale.ROOT))
                .filter(TYPES::contains)
                .findFirst();
    }

    /** What it is, in lower case, such as {@code videoobject}. */
    @Nullable
    String type() {
        return wanted(node.path("@type")).orElse(null);
    }

    /** A text field, or the name or address of the first thing that stands there. */
    @Nullable
    String text(String field) {
        return text(node.path(field));
    }

    private static @Nullable String text(JsonNode value) {
        var first = value.isArray() ? value.path(0) : value;
        if (first.isObject()) {
            return first.has("name") ? text(first.path("name")) : text(first.path("url"));
        }
        return first.isString() && !first.asString().isBlank() ? first.asString() : null;
    }

    /** The names of all things that stand in a field. */
    @Nullable
    String names(String field) {
        var value = node.path(field);
        if (!value.isArray()) {
            return text(value);
        }
        var names = value.valueStream()
                .map(JsonLd::text)
                .filter(Objects::nonNull)
                .limit(5)
                .collect(Collectors.joining(", "));
        return names.isEmpty() ? null : names;
    }

    /** An image's address: as text, or in the object that stands there. */
    @Nullable
    String image() {
        var value = node.path("image");
        var first = value.isArray() ? value.path(0) : value;
        return first.isObject() ? text(first.path("url")) : text(first);
    }
}
