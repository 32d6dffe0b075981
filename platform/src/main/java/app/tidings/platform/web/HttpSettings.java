package app.tidings.platform.web;

import java.util.Map;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * What the API takes.
 *
 * @param maxBody largest body of a request
 * @param largerBodies the same for a few paths that take more, such as lists
 */
@ConfigurationProperties("tidings.http")
record HttpSettings(
        @DefaultValue("4MB") DataSize maxBody, @DefaultValue Map<String, DataSize> largerBodies) {}
