package app.tidings.ingest.connector;

import app.tidings.platform.token.SecretFile;
import java.net.URI;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Reads a route of the RSSHub instance that the operator names: <a href="https://docs.rsshub.app/guide/">its guide</a>, with the key that it wants (its deployment guide, "Access Control"). */
@Component
class RsshubConnector implements Connector<RsshubConnector.RsshubSettings> {

    private final @Nullable URI instance;
    private final Map<String, String> query;

    RsshubConnector(ApiSettings settings) {
        this.instance = settings.rsshub();
        var key = SecretFile.read(settings.rsshubKeyFile(), "tidings.ingest.rsshub-key-file");
        this.query = key == null ? Map.of() : Map.of("key", key);
    }

    /**
     * A route.
     *
     * @param route such as {@code /sspai/index}; the instance is the installation's setting {@code tidings.ingest.rsshub}
     */
    record RsshubSettings(@Nullable String route) implements ConnectorSettings {

        private static final Pattern ROUTE =
                Pattern.compile("(?:/(?:[A-Za-z0-9._~@:=&+,-]|%[0-9A-Fa-f]{2}){1,200}){1,10}");

        /** Steps up, however they are encoded, once or twice, would leave the route. */
        private static final Pattern STEP =
                Pattern.compile("(?i)(?:/|%(?:25)*2f|%(?:25)*5c)(?:\\.|%(?:25)*2e){1,2}(?:/|%(?:25)*2f|%(?:25)*5c|$)");

        RsshubSettings {
            route = Wording.stripped(route);
        }

        @Override
        public String key() {
            return Wording.key("rsshub", route);
        }

        @Override
        public String host() {
            return "rsshub";
        }

        @Override
        public String title() {
            return "RSSHub: " + route;
        }

        @Override
        public @Nullable String fault() {
            return route != null && STEP.matcher(route).find()
                    ? "route holds . or .. as a step"
                    : Wording.needed("route", route, ROUTE);
        }
    }

    @Override
    public Class<RsshubSettings> settings() {
        return RsshubSettings.class;
    }

    @Override
    public @Nullable String lacking() {
        return instance == null ? "this installation names no RSSHub instance: tidings.ingest.rsshub is not set" : null;
    }

    @Override
    public Reading read(RsshubSettings wanted, Ask ask) {
        var route = String.valueOf(wanted.route());
        return FeedConnector.read(ApiRead.at(Objects.requireNonNull(instance), route, query), ask);
    }
}
