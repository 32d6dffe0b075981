package app.tidings.ingest.connector;

import java.net.URI;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Looks for papers: <a href="https://info.arxiv.org/help/api/user-manual.html">the API of arXiv</a>, which answers with a feed. Its
 * <a href="https://info.arxiv.org/help/api/tou.html">terms of use</a>, "Rate limits", allow one call every three seconds over one
 * connection.
 */
@Component
class ArxivConnector implements Connector<ArxivConnector.ArxivSettings> {

    /** How the id of an entry begins that is no paper but says what is wrong (user manual, 3.4). */
    private static final Pattern ERROR = Pattern.compile("https?://arxiv\\.org/api/errors.*");

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
        public Duration pause() {
            return Duration.ofSeconds(3);
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
        return FeedConnector.read(address(wanted), ask, ArxivConnector::papers);
    }

    private static Reading papers(Reading.Entries read) {
        var refused = read.entries().stream()
                .anyMatch(
                        entry -> entry.id() != null && ERROR.matcher(entry.id()).matches());
        return refused ? new Reading.Failed("bad-query", "arXiv does not understand the query", read.hints()) : read;
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
