package app.tidings.ingest.connector;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/** Reads a node of V2EX: <a href="https://www.v2ex.com/p/7v9TEc53">its API</a>, topics of a node. */
@Component
class V2exConnector implements Connector<V2exConnector.V2exSettings> {

    private final ApiSettings settings;

    V2exConnector(ApiSettings settings) {
        this.settings = settings;
    }

    /**
     * Topics of a node.
     *
     * @param node its name, such as {@code python}
     */
    record V2exSettings(@Nullable String node) implements ConnectorSettings {

        V2exSettings {
            node = Wording.lower(node);
        }

        @Override
        public String key() {
            return Wording.key("v2ex", node);
        }

        @Override
        public String host() {
            return "www.v2ex.com";
        }

        @Override
        public String title() {
            return "V2EX: " + node;
        }

        @Override
        public @Nullable String fault() {
            return Wording.needed("node", node, Wording.NAME);
        }
    }

    @Override
    public Class<V2exSettings> settings() {
        return V2exSettings.class;
    }

    @Override
    public Reading read(V2exSettings wanted, Ask ask) {
        var address = ApiRead.at(
                settings.apis().v2ex(), "/api/topics/show.json", Map.of("node_name", String.valueOf(wanted.node())));
        return ApiRead.list(ask.get(address), ask, ApiRead.Items.all("", V2exConnector::entry));
    }

    private static ApiEntry entry(JsonNode topic) {
        return new ApiEntry(
                ApiEntry.text(topic, "/id"),
                ApiEntry.text(topic, "/url"),
                ApiEntry.text(topic, "/title"),
                ApiEntry.text(topic, "/content"),
                ApiEntry.text(topic, "/member/username"),
                ApiEntry.time(topic, "/created"));
    }
}
