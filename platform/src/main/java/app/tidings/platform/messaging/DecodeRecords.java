package app.tidings.platform.messaging;

import static java.nio.charset.StandardCharsets.UTF_8;

import app.tidings.contracts.EventCodec;
import java.util.Optional;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.record.TimestampType;
import org.jspecify.annotations.Nullable;
import org.springframework.kafka.listener.RecordInterceptor;

/**
 * Raw records to events, just before a handler sees them. A record that is no event of its topic throws
 * {@link app.tidings.contracts.BadEvent}; the error handler then still has the raw record.
 */
final class DecodeRecords implements RecordInterceptor<Object, Object> {

    @Override
    public ConsumerRecord<Object, Object> intercept(
            ConsumerRecord<Object, Object> raw, Consumer<Object, Object> consumer) {
        var event =
                EventCodec.decode(raw.topic(), text(raw.key()), EventHeaders.read(raw.headers()), (byte[]) raw.value());
        return new ConsumerRecord<>(
                raw.topic(),
                raw.partition(),
                raw.offset(),
                raw.timestamp(),
                TimestampType.CREATE_TIME,
                raw.serializedKeySize(),
                raw.serializedValueSize(),
                raw.key(),
                event,
                new RecordHeaders(),
                Optional.empty());
    }

    private static @Nullable String text(@Nullable Object key) {
        return key instanceof byte[] bytes ? new String(bytes, UTF_8) : null;
    }
}
