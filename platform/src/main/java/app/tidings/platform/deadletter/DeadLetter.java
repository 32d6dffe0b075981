package app.tidings.platform.deadletter;

import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A record that could not be handled.
 *
 * @param id topic, partition, offset and timestamp of the record
 * @param reason why, in words that never repeat the content
 * @param headers the record's headers of the closed list
 * @param bytes size of the value; none if it was too large to be kept, which the reason then says
 * @param replayedAt when it was last put back on its topic
 */
public record DeadLetter(
        String id,
        String topic,
        @Nullable String key,
        String reason,
        Map<String, String> headers,
        int bytes,
        Instant parkedAt,
        @Nullable Instant replayedAt) {}
