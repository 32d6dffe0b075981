package app.tidings.platform.deadletter;

import static java.nio.charset.StandardCharsets.UTF_8;

import app.tidings.contracts.BadEvent;
import app.tidings.contracts.EventCodec;
import app.tidings.contracts.Ids;
import app.tidings.platform.messaging.EventHeaders;
import java.util.concurrent.CompletionException;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.NestedExceptionUtils;
import org.springframework.kafka.core.KafkaTemplate;
import org.springframework.kafka.listener.ConsumerRecordRecoverer;

/**
 * Puts a record that cannot be handled on the topic of the reader's dead letters, with the reason and where it came from. The
 * bytes go along as they are, but for those that no message may have: whoever writes with compression can get a larger
 * record past the broker than any producer may send on.
 */
record ParkRecord(String topic, KafkaTemplate<byte[], byte[]> kafka) implements ConsumerRecordRecoverer {

    private static final Logger LOG = LoggerFactory.getLogger(ParkRecord.class);
    private static final int MAX_KEY_BYTES = 1024;

    @Override
    public void accept(ConsumerRecord<?, ?> failed, @Nullable Exception fault) {
        var key = (byte[]) failed.key();
        var value = (byte[]) failed.value();
        var reason = reason(fault);
        if (longer(key, MAX_KEY_BYTES)) {
            reason = tooLarge("key", key);
            key = null;
        }
        if (longer(value, EventCodec.MAX_BYTES) || !sent(failed, key, value, reason)) {
            reason = tooLarge("value", value);
            send(failed, key, null, reason);
        }
        LOG.atWarn()
                .addKeyValue("topic", failed.topic())
                .addKeyValue("partition", failed.partition())
                .addKeyValue("offset", failed.offset())
                .addKeyValue("reason", reason)
                .log("record parked");
    }

    /** Not if the topic takes less than ours do, as one may that somebody else made. */
    private boolean sent(ConsumerRecord<?, ?> failed, byte @Nullable [] key, byte @Nullable [] value, String reason) {
        try {
            send(failed, key, value, reason);
            return true;
        } catch (CompletionException e) {
            if (value != null && NestedExceptionUtils.getRootCause(e) instanceof RecordTooLargeException) {
                return false;
            }
            throw e;
        }
    }

    private void send(ConsumerRecord<?, ?> failed, byte @Nullable [] key, byte @Nullable [] value, String reason) {
        var parked = new ProducerRecord<byte[], byte[]>(topic, key, value);
        EventHeaders.read(failed.headers())
                .forEach((name, text) -> parked.headers().add(name, text.getBytes(UTF_8)));
        DeadLetterHeaders.of(failed, reason).write(parked.headers());
        kafka.send(parked).join();
    }

    private static boolean longer(byte @Nullable [] bytes, int limit) {
        return bytes != null && bytes.length > limit;
    }

    private static String tooLarge(String part, byte @Nullable [] bytes) {
        var there = bytes == null ? new byte[0] : bytes;
        return "%s of %d bytes is larger than a message may have, and not kept; its SHA-256 is %s"
                .formatted(part, there.length, Ids.contentHash(there));
    }

    /** A bad event names its own fault; a defect is named by its kind alone, for its message may hold content. */
    private static String reason(@Nullable Throwable fault) {
        Throwable root = new IllegalStateException();
        for (Throwable cause = fault; cause != null; cause = cause.getCause()) {
            if (cause instanceof BadEvent bad) {
                return String.valueOf(bad.getMessage());
            }
            root = cause;
        }
        return "could not be handled: " + root.getClass().getSimpleName();
    }
}
