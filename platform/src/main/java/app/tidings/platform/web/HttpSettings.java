package app.tidings.platform.web;

import java.util.Map;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * What the API takes.
 *
 * @param maxBody largest body of a request by who is signed in
 * @param maxOpenBody largest body of a request by anybody else: who sends it may be hostile, and send many at a time
 * @param otherBodies the largest body at a few addresses, whoever asks, by their path patterns (Spring's)
 */
@ConfigurationProperties("tidings.http")
record HttpSettings(
        @DefaultValue("4MB") DataSize maxBody,
        @DefaultValue("64KB") DataSize maxOpenBody,
        @DefaultValue Map<String, DataSize> otherBodies) {}
