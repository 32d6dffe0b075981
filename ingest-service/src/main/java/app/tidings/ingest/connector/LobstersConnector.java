package app.tidings.ingest.connector;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/** Reads Lobsters: its pages as JSON, as <a href="https://lobste.rs/about">its own about page</a> names them. */
@Component
class LobstersConnector implements Connector<LobstersConnector.LobstersSettings> {

    private final ApiSettings settings;

    LobstersConnector(ApiSettings settings) {
        this.settings = settings;
    }

    /**
     * Stories of Lobsters.
     *
     * @param tag only stories with it; null for all
     * @param listing {@code hottest} (the default) or {@code newest}; of no use beside a tag
     * @param minimumScore lower ones are left out; null for no bound
     */
    record LobstersSettings(
            @Nullable String tag,
            @Nullable String listing,
            @Nullable Integer minimumScore) implements ConnectorSettings {

        private static final Pattern TAG = Pattern.compile("[a-z0-9.+_-]{1,50}");
        private static final List<String> LISTINGS = List.of("hottest", "newest");

        LobstersSettings {
            tag = Wording.lower(tag);
            listing = listing == null ? "hottest" : listing;
        }

        @Override
        public String key() {
            return Wording.key("lobsters", tag, listing, minimumScore);
        }

        @Override
        public String host() {
            return "lobste.rs";
        }

        @Override
        public String title() {
            return tag == null ? "Lobsters" : "Lobsters: " + tag;
        }

        @Override
        public @Nullable String fault() {
            return Wording.first(
                    Wording.optional("tag", tag, TAG, "one tag, such as rust"),
                    Wording.oneOf("listing", listing, LISTINGS),
                    Wording.count("minimumScore", minimumScore));
        }
    }

    @Override
    public Class<LobstersSettings> settings() {
        return LobstersSettings.class;
    }

    @Override
    public Reading read(LobstersSettings wanted, Ask ask) {
        var path = wanted.tag() == null ? "/" + wanted.listing() : "/t/" + ApiRead.encoded(wanted.tag());
        var least = Objects.requireNonNullElse(wanted.minimumScore(), Integer.MIN_VALUE);
        var address = ApiRead.at(settings.apis().lobsters(), path + ".json", Map.of());
        return ApiRead.list(
                ask.get(address),
                ask,
                new ApiRead.Items("", story -> story.path("score").asInt(0) >= least, LobstersConnector::entry));
    }

    private static ApiEntry entry(JsonNode story) {
        var link = ApiEntry.text(story, "/url");
        var discussion = ApiEntry.text(story, "/comments_url");
        var text = ApiEntry.text(story, "/description_plain");
        return new ApiEntry(
                ApiEntry.text(story, "/short_id"),
                link == null ? discussion : link,
                ApiEntry.text(story, "/title"),
                text == null ? ApiEntry.votes(story, "score", "comment_count", discussion) : text,
                ApiEntry.text(story, "/submitter_user"),
                ApiEntry.time(story, "/created_at"));
    }
}
