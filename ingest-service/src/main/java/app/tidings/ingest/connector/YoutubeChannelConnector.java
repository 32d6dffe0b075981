package app.tidings.ingest.connector;

import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Reads the feed of a YouTube channel, as <a href="https://developers.google.com/youtube/v3/guides/push_notifications">its guide to push notifications</a> names it. */
@Component
class YoutubeChannelConnector implements Connector<YoutubeChannelConnector.YoutubeChannelSettings> {

    private final ApiSettings settings;

    YoutubeChannelConnector(ApiSettings settings) {
        this.settings = settings;
    }

    /**
     * A channel.
     *
     * @param channel its id, which begins with {@code UC}
     */
    record YoutubeChannelSettings(@Nullable String channel) implements ConnectorSettings {

        private static final Pattern CHANNEL = Pattern.compile("UC[A-Za-z0-9_-]{22}");

        YoutubeChannelSettings {
            channel = Wording.stripped(channel);
        }

        @Override
        public String key() {
            return Wording.key("youtube-channel", channel);
        }

        @Override
        public String host() {
            return "www.youtube.com";
        }

        @Override
        public String title() {
            return "YouTube " + channel;
        }

        @Override
        public @Nullable String fault() {
            return Wording.needed(
                    "channel", channel, CHANNEL, "an id of UC and 22 more characters, as in youtube.com/channel/UC…");
        }
    }

    @Override
    public Class<YoutubeChannelSettings> settings() {
        return YoutubeChannelSettings.class;
    }

    @Override
    public Reading read(YoutubeChannelSettings wanted, Ask ask) {
        return FeedConnector.read(
                ApiRead.at(
                        settings.apis().youtube(),
                        "/feeds/videos.xml",
                        Map.of("channel_id", String.valueOf(wanted.channel()))),
                ask);
    }
}
