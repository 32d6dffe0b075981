package app.tidings.ingest.connector;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/** Reads Hacker News by search: <a href="https://hn.algolia.com/api">its API by Algolia</a>, {@code search_by_date}. */
@Component
class HackerNewsConnector implements Connector<HackerNewsConnector.HackerNewsSettings> {

    private final ApiSettings settings;

    HackerNewsConnector(ApiSettings settings) {
        this.settings = settings;
    }

    /**
     * Stories of Hacker News.
     *
     * @param query words that a story holds; null for all
     * @param list {@code story} (the default), {@code show_hn}, {@code ask_hn} or {@code front_page}
     * @param minimumPoints fewer are left out; null for no bound
     */
    record HackerNewsSettings(
            @Nullable String query,
            @Nullable String list,
            @Nullable Integer minimumPoints) implements ConnectorSettings {

        private static final List<String> LISTS = List.of("story", "show_hn", "ask_hn", "front_page");

        HackerNewsSettings {
            query = Wording.stripped(query);
            list = list == null ? "story" : list;
        }

        @Override
        public String key() {
            return Wording.key("hacker-news", query, list, minimumPoints);
        }

        @Override
        public String host() {
            return "hn.algolia.com";
        }

        @Override
        public String title() {
            return query == null ? "Hacker News" : "Hacker News: " + query;
        }

        @Override
        public @Nullable String fault() {
            return Wording.first(
                    Wording.optional("query", query, Wording.QUERY),
                    Wording.oneOf("list", list, LISTS),
                    Wording.count("minimumPoints", minimumPoints));
        }
    }

    @Override
    public Class<HackerNewsSettings> settings() {
        return HackerNewsSettings.class;
    }

    @Override
    public Reading read(HackerNewsSettings wanted, Ask ask) {
        var query = new LinkedHashMap<String, String>();
        query.put("tags", Objects.requireNonNull(wanted.list()));
        query.put("hitsPerPage", "100");
        if (wanted.query() != null) {
            query.put("query", wanted.query());
        }
        if (wanted.minimumPoints() != null) {
            query.put("numericFilters", "points>=" + wanted.minimumPoints());
        }
        var request = ask.get(ApiRead.at(settings.apis().hackerNews(), "/search_by_date", query));
        return ApiRead.list(request, ask, ApiRead.Items.all("/hits", HackerNewsConnector::entry));
    }

    private static ApiEntry entry(JsonNode hit) {
        var id = ApiEntry.text(hit, "/objectID");
        var discussion = id == null ? null : "https://news.ycombinator.com/item?id=" + id;
        var link = ApiEntry.text(hit, "/url");
        return new ApiEntry(
                id,
                link == null ? discussion : link,
                ApiEntry.text(hit, "/title"),
                ApiEntry.votes(hit, "points", "num_comments", discussion),
                ApiEntry.text(hit, "/author"),
                ApiEntry.time(hit, "/created_at"));
    }
}
