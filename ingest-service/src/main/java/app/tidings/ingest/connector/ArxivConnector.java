package app.tidings.ingest.connector;

import java.net.URI;
import java.util.LinkedHashMap;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Looks for papers: <a href="https://info.arxiv.org/help/api/user-manual.html">the API of arXiv</a>, which answers with a feed. */
@Component
class ArxivConnector implements Connector<ArxivConnector.ArxivSettings> {

    private final ApiSettings settings;

    ArxivConnector(ApiSettings settings) {
        this.settings = settings;
    }

    /**
     * Papers that a query finds, the newest first.
     *
     * @param query in arXiv's own words, such as {@code cat:cs.PL AND ti:python}
     */
    record ArxivSettings(@Nullable String query) implements ConnectorSettings {

        ArxivSettings {
            query = Wording.stripped(query);
        }

        @Override
        public String key() {
            return Wording.key("arxiv", query);
        }

        @Override
        public String host() {
            return "export.arxiv.org";
        }

        @Override
        public String title() {
            return "arXiv: " + query;
        }

        @Override
        public @Nullable String fault() {
            return Wording.needed("query", query, Wording.QUERY);
        }
    }

    @Override
    public Class<ArxivSettings> settings() {
        return ArxivSettings.class;
    }

    @Override
    public Reading read(ArxivSettings wanted, Ask ask) {
        return FeedConnector.read(address(wanted), ask);
    }

    private URI address(ArxivSettings wanted) {
        var query = new LinkedHashMap<String, String>();
        query.put("search_query", String.valueOf(wanted.query()));
        query.put("sortBy", "submittedDate");
        query.put("sortOrder", "descending");
        query.put("max_results", "100");
        return ApiRead.at(settings.apis().arxiv(), "/api/query", query);
    }
}
