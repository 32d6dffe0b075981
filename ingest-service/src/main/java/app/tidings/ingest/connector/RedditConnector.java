package app.tidings.ingest.connector;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/** Reads a subreddit: <a href="https://www.reddit.com/dev/api#section_listings">the listings of its API</a>. */
@Component
class RedditConnector implements Connector<RedditConnector.RedditSettings> {

    private final RedditApi reddit;

    RedditConnector(RedditApi reddit) {
        this.reddit = reddit;
    }

    /**
     * Posts of a subreddit.
     *
     * @param subreddit its name without {@code r/}
     * @param listing {@code hot} (the default), {@code new}, {@code top} (of the week) or {@code rising}
     * @param minimumScore lower ones are left out; null for no bound
     */
    record RedditSettings(
            @Nullable String subreddit,
            @Nullable String listing,
            @Nullable Integer minimumScore) implements ConnectorSettings {

        private static final Pattern SUBREDDIT = Pattern.compile("[A-Za-z0-9_]{2,50}");
        private static final List<String> LISTINGS = List.of("hot", "new", "top", "rising");

        RedditSettings {
            subreddit = Wording.stripped(subreddit);
            listing = listing == null ? "hot" : listing;
        }

        /** Posts that moderators pinned stay where they are for months. */
        private boolean isWanted(JsonNode child) {
            var post = child.path("data");
            return !post.path("stickied").asBoolean(false)
                    && (minimumScore == null || post.path("score").asInt(0) >= minimumScore);
        }

        @Override
        public String key() {
            return Wording.key("reddit", Wording.lower(subreddit), listing, minimumScore);
        }

        @Override
        public String host() {
            return "oauth.reddit.com";
        }

        @Override
        public String title() {
            return "r/" + subreddit;
        }

        @Override
        public @Nullable String fault() {
            return Wording.first(
                    Wording.needed("subreddit", subreddit, SUBREDDIT, "the name alone, such as programming"),
                    Wording.oneOf("listing", listing, LISTINGS),
                    Wording.count("minimumScore", minimumScore));
        }
    }

    @Override
    public Class<RedditSettings> settings() {
        return RedditSettings.class;
    }

    @Override
    public @Nullable String lacking() {
        return reddit.lacking();
    }

    @Override
    public Reading read(RedditSettings wanted, Ask ask) {
        var query = new LinkedHashMap<String, String>();
        query.put("limit", "100");
        query.put("raw_json", "1");
        if ("top".equals(wanted.listing())) {
            query.put("t", "week");
        }
        var path = "/r/%s/%s".formatted(wanted.subreddit(), wanted.listing());
        var posts = new ApiRead.Items("/data/children", wanted::isWanted, child -> entry(child.path("data")));
        return reddit.list(ask, path, query, posts);
    }

    private static ApiEntry entry(JsonNode post) {
        var discussion = "https://www.reddit.com" + post.path("permalink").asString("");
        var self = post.path("is_self").asBoolean(false);
        var text = ApiEntry.text(post, "/selftext");
        return new ApiEntry(
                ApiEntry.text(post, "/name"),
                self ? discussion : ApiEntry.text(post, "/url"),
                ApiEntry.text(post, "/title"),
                text == null ? ApiEntry.votes(post, "score", "num_comments", discussion) : text,
                ApiEntry.text(post, "/author"),
                ApiEntry.time(post, "/created_utc"));
    }
}
