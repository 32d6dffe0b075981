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

    /** The form that subscribes to a publication, in the words of a language. */
    public URI subscribe(String publication, String language) {
        var form = subscribeUrl == null ? publicUrl.resolve("/subscribe") : subscribeUrl;
        return URI.create("%s?publication=%s&lang=%s".formatted(form, publication, language));
    }
}
