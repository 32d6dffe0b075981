package app.tidings.bench.stage;

import static java.nio.charset.StandardCharsets.UTF_8;

import app.tidings.contracts.Event;
import app.tidings.contracts.EventCodec;
import app.tidings.local.run.Refusal;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.GroupListing;
import org.apache.kafka.clients.admin.MemberDescription;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/** Events in and out, by plain clients of the broker. For one thread, but for {@link #send}. */
public final class Topics implements AutoCloseable {

    private static final Duration POLL = Duration.ofMillis(20);

    private final String brokers;
    private final KafkaProducer<byte[], byte[]> producer;
    private final KafkaConsumer<byte[], byte[]> consumer;

    Topics(String brokers) {
        this.brokers = brokers;
        this.producer = new KafkaProducer<>(
                Map.of(
                        "bootstrap.servers",
                        brokers,
                        "acks",
                        "all",
                        "compression.type",
                        "lz4",
                        "max.request.size",
                        2_162_688),
                new ByteArraySerializer(),
                new ByteArraySerializer());
        this.consumer = new KafkaConsumer<>(
                Map.of("bootstrap.servers", brokers, "enable.auto.commit", false, "fetch.max.wait.ms", 20),
                new ByteArrayDeserializer(),
                new ByteArrayDeserializer());
    }

    /** Makes a topic of ours. */
    public void create(String topic) {
        try (var admin = Admin.create(Map.of("bootstrap.servers", brokers))) {
            admin.createTopics(List.of(new NewTopic(topic, 2, (short) 1))).all().get();
        } catch (ExecutionException e) {
            throw new Refusal("the broker did not make a topic", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Refusal("interrupted", e);
        }
    }

    /** Sends an event as its writer would, and returns when the broker has it. */
    public void send(Event event) {
        sendAll(List.of(event));
    }

    /** Sends events as their writers would, and returns when the broker has them all. */
    public void sendAll(List<? extends Event> events) {
        send(events.stream().map(Topics::encoded).toList());
    }

    private static ProducerRecord<byte[], byte[]> encoded(Event event) {
        var encoded = EventCodec.encode(event);
        var sent = new ProducerRecord<>(
                encoded.topic(), encoded.key().getBytes(UTF_8), encoded.value().getBytes(UTF_8));
        encoded.headers().forEach((name, value) -> sent.headers().add(name, value.getBytes(UTF_8)));
        return sent;
    }

    /** Sends records, and returns when the broker has them all. */
    public void send(List<ProducerRecord<byte[], byte[]>> records) {
        try {
            for (var sending : records.stream().map(producer::send).toList()) {
                sending.get();
            }
        } catch (ExecutionException e) {
            throw new Refusal("the broker did not take a record", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Refusal("interrupted", e);
        }
    }

    /** The members of all groups; one that was slow to ask for more has another name afterwards. */
    public Set<String> members() {
        try (var admin = Admin.create(Map.of("bootstrap.servers", brokers))) {
            var groups = admin.listGroups().all().get().stream()
                    .map(GroupListing::groupId)
                    .toList();
            return admin.describeConsumerGroups(groups).all().get().values().stream()
                    .flatMap(group -> group.members().stream())
                    .map(MemberDescription::consumerId)
                    .collect(Collectors.toSet());
        } catch (ExecutionException e) {
            throw new Refusal("the broker does not tell its groups", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Refusal("interrupted", e);
        }
    }

    /** How many records a topic has ever had. */
    public long count(String topic) {
        return consumer.endOffsets(partitions(topic)).values().stream()
                .mapToLong(Long::longValue)
                .sum();
    }

    private List<TopicPartition> partitions(String topic) {
        return consumer.partitionsFor(topic).stream()
                .map(each -> new TopicPartition(topic, each.partition()))
                .toList();
    }

    /** From here on, {@link #await} sees what comes. */
    public void follow(String topic) {
        var partitions = partitions(topic);
        consumer.assign(partitions);
        consumer.seekToEnd(partitions);
        partitions.forEach(consumer::position);
    }

    /** Waits for an event of the topic that is followed. */
    public <E> E await(String what, Duration limit, Class<E> type, Predicate<E> wanted) {
        var deadline = System.nanoTime() + limit.toNanos();
        while (System.nanoTime() < deadline) {
            for (var found : consumer.poll(POLL)) {
                var headers = new HashMap<String, String>();
                found.headers().forEach(header -> headers.put(header.key(), new String(header.value(), UTF_8)));
                var event = EventCodec.decode(found.topic(), new String(found.key(), UTF_8), headers, found.value());
                if (type.isInstance(event) && wanted.test(type.cast(event))) {
                    return type.cast(event);
                }
            }
        }
        throw new Refusal("after %d s still waiting: %s".formatted(limit.toSeconds(), what));
    }

    @Override
    public void close() {
        producer.close(Duration.ofSeconds(5));
        consumer.close();
    }
}
