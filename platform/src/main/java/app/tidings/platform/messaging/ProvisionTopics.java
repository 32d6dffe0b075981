package app.tidings.platform.messaging;

import app.tidings.contracts.EventCodec;
import app.tidings.contracts.Topic;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.config.TopicConfig;
import org.apache.kafka.common.errors.TopicExistsException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.kafka.core.KafkaAdmin;

/**
 * Creates the topics that the service writes or reads, where they are missing, before any binding starts. While the broker
 * is away it goes on trying in the background, so that the service starts and serves its API meanwhile; and it goes on
 * looking after that, because a broker may lose its data and come back empty.
 */
final class ProvisionTopics implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(ProvisionTopics.class);
    private static final Duration TRY = Duration.ofSeconds(5);
    private static final Duration RETRY = Duration.ofSeconds(2);
    private static final int HEADROOM = 64 * 1024;

    private final String service;
    private final TopicSettings settings;
    private final KafkaAdmin kafka;
    private volatile @Nullable Thread looking;
    private final CountDownLatch there = new CountDownLatch(1);
    private volatile boolean running;

    ProvisionTopics(String service, TopicSettings settings, KafkaAdmin kafka) {
        this.service = service;
        this.settings = settings;
        this.kafka = kafka;
    }

    @Override
    public void start() {
        running = true;
        create();
        looking = Thread.ofPlatform().daemon().name("provision-topics").start(this::goOnLooking);
    }

    /** Waits until the topics are there, or until the service stops. */
    void await() {
        try {
            there.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void goOnLooking() {
        try {
            while (running) {
                var pause = there.getCount() > 0 ? RETRY : settings.check();
                TimeUnit.MILLISECONDS.sleep(pause.toMillis());
                create();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void create() {
        var config = new HashMap<>(kafka.getConfigurationProperties());
        config.put(AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, (int) TRY.toMillis());
        config.put(AdminClientConfig.REQUEST_TIMEOUT_MS_CONFIG, (int) TRY.toMillis());
        try (var admin = Admin.create(config)) {
            var existing = admin.listTopics().names().get(TRY.toSeconds(), TimeUnit.SECONDS);
            var missing =
                    topics().filter(topic -> !existing.contains(topic.name())).toList();
            create(admin, missing);
            there.countDown();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (ExecutionException | TimeoutException | KafkaException e) { // the last where no name resolves
            LOG.atWarn().addKeyValue("cause", e.toString()).log("topics could not be looked at; trying again");
        }
    }

    private static void create(Admin admin, List<NewTopic> topics)
            throws InterruptedException, ExecutionException, TimeoutException {
        for (var result : admin.createTopics(topics).values().entrySet()) {
            try {
                result.getValue().get(TRY.toSeconds(), TimeUnit.SECONDS);
                LOG.atInfo().addKeyValue("topic", result.getKey()).log("topic created");
            } catch (ExecutionException e) {
                if (!(e.getCause() instanceof TopicExistsException)) { // another service was quicker
                    throw e;
                }
            }
        }
    }

    private Stream<NewTopic> topics() {
        var events = Stream.concat(Topic.writtenBy(service).stream(), Topic.readBy(service).stream())
                .distinct()
                .map(topic -> topic(topic.name(), topic.compacted(), settings.retention()));
        return Stream.concat(
                events, Stream.of(topic(DeadLetterTopic.of(service), false, settings.deadLetterRetention())));
    }

    private NewTopic topic(String name, boolean compacted, Duration retention) {
        var retentionConfig = compacted
                ? Map.of(TopicConfig.CLEANUP_POLICY_CONFIG, TopicConfig.CLEANUP_POLICY_COMPACT)
                : Map.of(TopicConfig.RETENTION_MS_CONFIG, Long.toString(retention.toMillis()));
        var config = new HashMap<>(retentionConfig);
        config.put(TopicConfig.MAX_MESSAGE_BYTES_CONFIG, Integer.toString(EventCodec.MAX_BYTES + HEADROOM));
        config.put(TopicConfig.MIN_IN_SYNC_REPLICAS_CONFIG, Short.toString(settings.minInsyncReplicas()));
        config.put(TopicConfig.UNCLEAN_LEADER_ELECTION_ENABLE_CONFIG, "false");
        return new NewTopic(name, settings.partitions(), settings.replication()).configs(config);
    }

    /** Before the bindings, which want their topics. */
    @Override
    public int getPhase() {
        return Integer.MIN_VALUE;
    }

    @Override
    public void stop() {
        running = false;
        var thread = looking;
        if (thread != null) {
            thread.interrupt();
        }
        there.countDown();
    }

    @Override
    public boolean isRunning() {
        return running;
    }
}
