package app.tidings.curation;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.core.io.Resource;

/**
 * What an operator may set about curation.
 *
 * @param profiles YAML file with the publications; a change of it is taken at the next start
 * @param profileInterval how often the profiles are told again
 * @param profileCheck how often it is looked whether the topic of profiles has been emptied
 * @param enrichWorkers how many items use processor and memory at a time; sixteen times as many are in hand, and wait for servers
 * @param enrichRetry pause before an item is looked up again after a fault of our own store
 * @param lookAgain how long an item whose page did not answer for now waits to be looked up again, doubling
 * @param tend how often open issues are looked after
 * @param issuePatience how long an approved issue waits for its editions before it is told again, doubling up to an hour; ten
 *     times as long for the end of their sending
 */
@ConfigurationProperties("tidings.curation")
public record CurationSettings(
        @DefaultValue("classpath:publications.yml") Resource profiles,
        @DefaultValue("1h") Duration profileInterval,
        @DefaultValue("30s") Duration profileCheck,
        @DefaultValue("8") int enrichWorkers,
        @DefaultValue("10s") Duration enrichRetry,
        @DefaultValue("10m") Duration lookAgain,
        @DefaultValue("5s") Duration tend,
        @DefaultValue("1m") Duration issuePatience) {}
