package app.tidings.ingest.connector;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/** Looks for repositories: <a href="https://docs.github.com/en/rest/search/search#search-repositories">search repositories</a>. */
@Component
class GithubSearchConnector implements Connector<GithubSearchConnector.GithubSearchSettings> {

    private final GithubApi github;

    GithubSearchConnector(GithubApi github) {
        this.github = github;
    }

    /**
     * Repositories with certain traits; at least one must be named.
     *
     * @param minimumStars fewer are left out
     * @param pushedWithinDays only those that changed since
     * @param createdWithinDays only those that are no older
     */
    record GithubSearchSettings(
            @Nullable String topic,
            @Nullable String language,
            @Nullable Integer minimumStars,
            @Nullable Integer pushedWithinDays,
            @Nullable Integer createdWithinDays)
            implements ConnectorSettings {

        private static final Pattern TOPIC = Pattern.compile("[a-z0-9][a-z0-9-]{0,49}");
        private static final Pattern LANGUAGE = Pattern.compile("[a-z0-9+#. '-]{1,50}");

        GithubSearchSettings {
            topic = Wording.lower(topic);
            language = Wording.lower(language);
        }

        private List<String> parts() {
            var parts = new ArrayList<String>();
            if (topic != null) {
                parts.add("topic:" + topic);
            }
            if (language != null) {
                parts.add("language:\"" + language + "\"");
            }
            if (minimumStars != null) {
                parts.add("stars:>=" + minimumStars);
            }
            return parts;
        }

        /** What is asked for on a day. */
        private String query(Instant now) {
            var parts = parts();
            if (pushedWithinDays != null) {
                parts.add("pushed:>=" + day(now, pushedWithinDays));
            }
            if (createdWithinDays != null) {
                parts.add("created:>=" + day(now, createdWithinDays));
            }
            return String.join(" ", parts);
        }

        private static String day(Instant now, int daysBefore) {
            return now.minus(Duration.ofDays(daysBefore)).toString().substring(0, 10);
        }

        @Override
        public String key() {
            return Wording.key("github-search", topic, language, minimumStars, pushedWithinDays, createdWithinDays);
        }

        @Override
        public String host() {
            return "api.github.com";
        }

        @Override
        public String title() {
            return "GitHub: " + String.join(" ", parts());
        }

        @Override
        public @Nullable String fault() {
            return Wording.first(
                    topic == null && language == null && minimumStars == null
                            ? "topic, language and minimumStars are all missing"
                            : null,
                    Wording.optional("topic", topic, TOPIC, "one topic of lower-case letters, digits and hyphens"),
                    Wording.optional("language", language, LANGUAGE),
                    Wording.count("minimumStars", minimumStars),
                    Wording.count("pushedWithinDays", pushedWithinDays),
                    Wording.count("createdWithinDays", createdWithinDays));
        }
    }

    @Override
    public Class<GithubSearchSettings> settings() {
        return GithubSearchSettings.class;
    }

    @Override
    public Reading read(GithubSearchSettings wanted, Ask ask) {
        var query = new LinkedHashMap<String, String>();
        query.put("q", wanted.query(ask.now()));
        query.put("sort", "updated");
        query.put("order", "desc");
        query.put("per_page", "100");
        var found = ApiRead.Items.all("/items", GithubSearchConnector::entry);
        return github.list(ask, "/search/repositories", query, found);
    }

    /** Without a time: GitHub does not say since when a repository is found. */
    private static ApiEntry entry(JsonNode repository) {
        return new ApiEntry(
                ApiEntry.text(repository, "/node_id"),
                ApiEntry.text(repository, "/html_url"),
                ApiEntry.text(repository, "/full_name"),
                ApiEntry.text(repository, "/description"),
                ApiEntry.text(repository, "/owner/login"),
                null);
    }
}
