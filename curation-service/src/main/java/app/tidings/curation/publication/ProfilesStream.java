package app.tidings.curation.publication;

import app.tidings.contracts.PublicationEvent;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ListOffsetsResult.ListOffsetsResultInfo;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.common.TopicPartition;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.kafka.core.KafkaAdmin;
import org.springframework.stereotype.Component;

/** The topic {@code curation.publications} as it stands at the broker. */
@Component
class ProfilesStream {

    private static final Logger LOG = LoggerFactory.getLogger(ProfilesStream.class);
    private static final int SECONDS = 10;

    private final KafkaAdmin kafka;

    ProfilesStream(KafkaAdmin kafka) {
        this.kafka = kafka;
    }

    /** Whether the topic is there and holds nothing, as after it was deleted and made anew. */
    boolean isEmpty() {
        try (var admin = Admin.create(kafka.getConfigurationProperties())) {
            return records(admin) == 0;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        } catch (ExecutionException | TimeoutException e) {
            LOG.atWarn()
                    .addKeyValue("cause", e.toString())
                    .log("the topic of profiles cannot be looked at; trying again");
            return false;
        }
    }

    private static long records(Admin admin) throws InterruptedException, ExecutionException, TimeoutException {
        var topic = PublicationEvent.TOPIC;
        var described = admin.describeTopics(List.of(topic)).allTopicNames().get(SECONDS, TimeUnit.SECONDS);
        var partitions = described.values().stream()
                .flatMap(each -> each.partitions().stream())
                .map(each -> new TopicPartition(topic, each.partition()))
                .toList();
        return sum(admin, partitions, OffsetSpec.latest()) - sum(admin, partitions, OffsetSpec.earliest());
    }

    private static long sum(Admin admin, List<TopicPartition> partitions, OffsetSpec spec)
            throws InterruptedException, ExecutionException, TimeoutException {
        var asked = partitions.stream().collect(Collectors.toMap(Function.identity(), each -> spec));
        return admin.listOffsets(asked).all().get(SECONDS, TimeUnit.SECONDS).values().stream()
                .mapToLong(ListOffsetsResultInfo::offset)
                .sum();
    }
}
