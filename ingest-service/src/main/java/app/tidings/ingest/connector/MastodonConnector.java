package app.tidings.ingest.connector;

import app.tidings.platform.fetch.Fetched;
import app.tidings.platform.fetch.Fetched.Answer;
import java.net.URI;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import org.jsoup.Jsoup;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/** Reads public posts of a Mastodon server: <a href="https://docs.joinmastodon.org/methods/timelines/">timelines</a> and <a href="https://docs.joinmastodon.org/methods/accounts/">accounts</a>. A post is about the page of its preview card, else itself. */
@Component
class MastodonConnector implements Connector<MastodonConnector.MastodonSettings> {

    private static final int MAX_CONTENT = 64 * 1024;

    /**
     * Posts with a tag, or of an account; one of the two.
     *
     * @param instance address of the server
     * @param tag without the hash
     * @param account without the first at, such as {@code name} or {@code name@other.example}
     */
    record MastodonSettings(
            @Nullable URI instance,
            @Nullable String tag,
            @Nullable String account) implements ConnectorSettings {

        private static final Pattern TAG = Pattern.compile("[\\p{L}\\p{M}\\p{N}_]{1,100}");
        private static final Pattern ACCOUNT = Pattern.compile("[a-z0-9_.-]{1,100}(?:@[a-z0-9.-]{1,200})?");

        MastodonSettings {
            tag = Wording.stripped(tag);
            account = Wording.lower(account);
        }

        @Override
        public String key() {
            return Wording.key("mastodon", Wording.authority(instance), tag, account);
        }

        @Override
        public String host() {
            return Wording.host(instance);
        }

        @Override
        public String title() {
            return account == null ? "#" + tag : "@" + account;
        }

        @Override
        public @Nullable String fault() {
            return Wording.first(
                    Wording.address("instance", instance),
                    instance != null && (instance.getRawQuery() != null || instance.getRawFragment() != null)
                            ? "instance has a query or a fragment; the address of the server alone is wanted"
                            : null,
                    (tag == null) == (account == null) ? "one of tag and account is needed, and not both" : null,
                    Wording.optional("tag", tag, TAG, "one word of letters and digits, without #"),
                    Wording.optional("account", account, ACCOUNT, "of the form name or name@host"));
        }
    }

    @Override
    public Class<MastodonSettings> settings() {
        return MastodonSettings.class;
    }

    @Override
    public Reading read(MastodonSettings wanted, Ask ask) {
        var instance = Objects.requireNonNull(wanted.instance());
        if (wanted.tag() != null) {
            return posts(
                    ask,
                    ApiRead.at(
                            instance, "/api/v1/timelines/tag/" + ApiRead.encoded(wanted.tag()), Map.of("limit", "40")));
        }
        var lookup = ask.get(ApiRead.at(
                        instance, "/api/v1/accounts/lookup", Map.of("acct", String.valueOf(wanted.account()))))
                .accept("application/json", "*/*");
        return switch (ask.fetch(lookup)) {
            case Fetched.Failed failure -> Reading.Failed.of(failure);
            case Answer answer when !answer.isOk() -> Reading.Failed.of(answer, ask.now());
            case Answer answer -> {
                var root = ApiRead.parse(answer);
                var id = root == null ? null : ApiEntry.text(root, "/id");
                yield id == null || !id.matches("[A-Za-z0-9]{1,40}")
                        ? new Reading.Failed(
                                "unexpected-content",
                                "the server does not name the account's id",
                                Hints.of(answer, ask.now()))
                        : posts(
                                ask,
                                ApiRead.at(
                                        instance,
                                        "/api/v1/accounts/" + id + "/statuses",
                                        Map.of("exclude_replies", "true", "limit", "40")));
            }
        };
    }

    private static Reading posts(Ask ask, URI address) {
        return ApiRead.list(ask.get(address), ask, ApiRead.Items.all("", MastodonConnector::entry));
    }

    private static ApiEntry entry(JsonNode status) {
        var post = status.path("reblog").isObject() ? status.path("reblog") : status;
        var content = post.path("content").asString("");
        var text = Jsoup.parseBodyFragment(content.substring(0, Math.min(MAX_CONTENT, content.length())))
                .text();
        var card = ApiEntry.text(post, "/card/url");
        var title = ApiEntry.text(post, "/card/title");
        return new ApiEntry(
                ApiEntry.text(post, "/uri"),
                card == null ? ApiEntry.text(post, "/url") : card,
                title == null ? text : title,
                text,
                ApiEntry.text(post, "/account/acct"),
                ApiEntry.time(post, "/created_at"));
    }
}
