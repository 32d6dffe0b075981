package app.tidings.curation.linkcheck;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How the links of an issue are checked.
 *
 * @param within how long all of them may take; what has not answered by then counts as unknown
 * @param maxAge what was checked longer ago is checked again before an issue is approved
 */
@ConfigurationProperties("tidings.curation.link-check")
record LinkCheckSettings(
        @DefaultValue("30s") Duration within,
        @DefaultValue("24h") Duration maxAge) {}
