package app.tidings.ingest.connector;

import app.tidings.platform.address.HttpUrl;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/** Reads JSON of any form, by paths: JSON pointers (RFC 6901) in which a {@code *} stands for every element. */
@Component
class JsonPathConnector implements Connector<JsonPathConnector.JsonPathSettings> {

    /**
     * A JSON document. All paths but {@code items} begin at each item.
     *
     * @param items where the entries are, such as {@code /data/posts/*}
     * @param link where the address is; one without a host is meant at the document's own
     * @param titlePath where the title is
     */
    record JsonPathSettings(
            @Nullable URI url,
            @Nullable String items,
            @Nullable String link,
            @Nullable String titlePath,
            @Nullable String id,
            @Nullable String date,
            @Nullable String summary)
            implements ConnectorSettings {

        private static final String FORM = "a path of the form /data/posts/*";
        private static final Pattern PATH = Pattern.compile("(?:/(?:[^/~\\p{Cc}]|~[01]){0,200}){0,20}");

        @Override
        public String key() {
            return Wording.key("json-path", url, items, link);
        }

        @Override
        public String host() {
            return Wording.host(url);
        }

        @Override
        public String title() {
            return host().isEmpty() ? "JSON" : host();
        }

        @Override
        public @Nullable String fault() {
            return Wording.first(
                    Wording.address("url", url),
                    Wording.needed("items", items, PATH, FORM),
                    Wording.needed("link", link, PATH, FORM),
                    Wording.needed("titlePath", titlePath, PATH, FORM),
                    Wording.optional("id", id, PATH, FORM),
                    Wording.optional("date", date, PATH, FORM),
                    Wording.optional("summary", summary, PATH, FORM));
        }

        @Override
        public ConnectorSettings movedTo(URI address) {
            return new JsonPathSettings(address, items, link, titlePath, id, date, summary);
        }
    }

    @Override
    public Class<JsonPathSettings> settings() {
        return JsonPathSettings.class;
    }

    @Override
    public Reading read(JsonPathSettings settings, Ask ask) {
        var url = Objects.requireNonNull(settings.url());
        return ApiRead.json(ask.get(url), ask, ApiRead.Empty.FAULT, root -> entries(root, settings, url));
    }

    /** What the settings find in a document. */
    static List<ApiEntry> entries(JsonNode root, JsonPathSettings settings, URI url) {
        return all(root, Objects.requireNonNull(settings.items())).stream()
                .map(item -> entry(item, settings, url))
                .toList();
    }

    private static ApiEntry entry(JsonNode item, JsonPathSettings settings, URI url) {
        var link = first(item, settings.link());
        var date = first(item, settings.date());
        return new ApiEntry(
                first(item, settings.id()),
                link == null ? null : absolute(url, link),
                first(item, settings.titlePath()),
                first(item, settings.summary()),
                null,
                date == null ? null : ApiEntry.time(date));
    }

    private static String absolute(URI url, String link) {
        return HttpUrl.parse(url.toString()) instanceof HttpUrl.Parsed.Good(var base)
                        && base.resolve(link) instanceof HttpUrl.Parsed.Good(var resolved)
                ? resolved.toString()
                : link;
    }

    private static @Nullable String first(JsonNode item, @Nullable String path) {
        if (path == null) {
            return null;
        }
        return all(item, path).stream()
                .map(found -> ApiEntry.text(found, ""))
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
    }

    /** Every node at a path, in the order of the document. */
    static List<JsonNode> all(JsonNode root, String path) {
        var found = List.of(root);
        for (var step :
                path.isEmpty() ? List.<String>of() : List.of(path.substring(1).split("/", -1))) {
            var next = new ArrayList<JsonNode>();
            for (var node : found) {
                if (step.equals("*")) {
                    node.values().forEach(next::add);
                } else {
                    next.add(node.at("/" + step));
                }
            }
            found = next.stream()
                    .filter(node -> !node.isMissingNode())
                    .limit(ApiRead.MAX_ENTRIES)
                    .toList();
        }
        return found;
    }
}
