package app.tidings.platform.web;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * What the API takes.
 *
 * @param maxBody largest body of a request
 */
@ConfigurationProperties("tidings.http")
record HttpSettings(@DefaultValue("4MB") DataSize maxBody) {}
