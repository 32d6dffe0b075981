package app.tidings.render;

import java.net.URI;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What an operator may set about render.
 *
 * @param publicUrl where the world reaches the archive: scheme and host, no path
 * @param printers how many editions are printed at a time
 * @param tellAgainAfter how long an edition may stay untaken by notify before it is told of again, doubling up to an hour
 * @param printAgainAfter how long an edition that could not be printed waits for the next try, doubling up to ten minutes
 */
@ConfigurationProperties("tidings.render")
public record RenderSettings(
        @DefaultValue("http://127.0.0.1:8083") URI publicUrl,
        @DefaultValue("2") int printers,
        @DefaultValue("1m") Duration tellAgainAfter,
        @DefaultValue("5s") Duration printAgainAfter) {}
