package app.tidings.curation.repository.refresh;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How an issue's repositories are asked for again.
 *
 * @param within how long that may take; an approval waits no longer for it
 * @param after what is known for less is new enough for an approval
 */
@ConfigurationProperties("tidings.curation.refresh")
record RefreshSettings(
        @DefaultValue("10s") Duration within,
        @DefaultValue("1h") Duration after) {}
