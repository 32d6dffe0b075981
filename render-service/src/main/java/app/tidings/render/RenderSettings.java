package app.tidings.render;

import java.net.URI;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What an operator may set about render.
 *
 * @param publicUrl where the world reaches the archive: scheme and host, no path
 * @param subscribeUrl where readers subscribe: notify's form, without a query; by default {@code /subscribe} at the public
 *     address
 * @param printers how many editions are printed at a time
 * @param tellAgainAfter how long an edition may stay untaken by notify before it is told of again, doubling up to an hour
 * @param printAgainAfter how long an edition that could not be printed waits for the next try, doubling up to ten minutes
 */
@ConfigurationProperties("tidings.render")
public record RenderSettings(
        @DefaultValue("http://127.0.0.1:8083") URI publicUrl,
        @Nullable URI subscribeUrl,
        @DefaultValue("2") int printers,
        @DefaultValue("1m") Duration tellAgainAfter,
        @DefaultValue("5s") Duration printAgainAfter) {

    public RenderSettings {
        require(printers >= 1, "printers is 1 or more, not " + printers);
        requireSomeTime(tellAgainAfter, "tell-again-after");
        requireSomeTime(printAgainAfter, "print-again-after");
        require(
                subscribeUrl == null || subscribeUrl.getQuery() == null,
                "subscribe-url is an address without a query, not " + subscribeUrl);
    }

    /** Waits are kept in milliseconds and doubled; of none, each would be over at once for ever. */
    private static void requireSomeTime(Duration wait, String key) {
        require(wait.toMillis() >= 1, "%s is a millisecond or more, not %s".formatted(key, wait));
    }

    private static void require(boolean holds, String otherwise) {
        if (!holds) {
            throw new IllegalArgumentException("tidings.render." + otherwise);
        }
    }

    /** The form that subscribes to a publication, in the words of a language. */
    public URI subscribe(String publication, String language) {
        var form = subscribeUrl == null ? publicUrl.resolve("/subscribe") : subscribeUrl;
        return URI.create("%s?publication=%s&lang=%s".formatted(form, publication, language));
    }
}
