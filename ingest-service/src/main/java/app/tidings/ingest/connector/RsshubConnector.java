package app.tidings.ingest.connector;

import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Reads a route of the RSSHub instance that the operator names: <a href="https://docs.rsshub.app/guide/">its guide</a>. */
@Component
class RsshubConnector implements Connector<RsshubConnector.RsshubSettings> {

    private final ApiSettings settings;

    RsshubConnector(ApiSettings settings) {
        this.settings = settings;
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
    public Reading read(RsshubSettings wanted, Ask ask) {
        var instance = settings.rsshub();
        return instance == null
                ? new Reading.Failed(
                        "not-configured",
                        "this installation names no RSSHub instance (tidings.ingest.rsshub)",
                        Hints.NONE)
                : FeedConnector.read(ApiRead.at(instance, String.valueOf(wanted.route()), Map.of()), ask);
    }
}
