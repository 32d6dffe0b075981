package app.tidings.platform.messaging;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How topics are created where they are missing; an existing topic is left as it is.
 *
 * @param partitions of each topic; more allow more replicas of a service
 * @param replication copies of each partition; 3 on a broker cluster
 * @param minInsyncReplicas copies that must have a record before it counts as written; 2 with replication 3
 * @param retention how long events are kept; truth is in the stores, so this is for replay only
 * @param deadLetterRetention how long dead letters are kept, on their topics and in the stores
 * @param check how often it is looked whether all of them are still there; a broker may come back without its data
 */
@ConfigurationProperties("tidings.topics")
public record TopicSettings(
        @DefaultValue("6") int partitions,
        @DefaultValue("1") short replication,
        @DefaultValue("1") short minInsyncReplicas,
        @DefaultValue("30d") Duration retention,
        @DefaultValue("90d") Duration deadLetterRetention,
        @DefaultValue("30s") Duration check) {}
