package app.tidings.platform.deadletter;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.InstantSource;
import java.util.Optional;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.bson.Document;
import org.bson.types.Binary;
import org.jspecify.annotations.Nullable;
import org.springframework.kafka.core.KafkaTemplate;

/** Puts a dead letter back on the topic that it came from, byte for byte and with its own id. */
class ReplayDeadLetter {

    private final DeadLetters letters;
    private final KafkaTemplate<byte[], byte[]> kafka;
    private final InstantSource clock;

    ReplayDeadLetter(DeadLetters letters, KafkaTemplate<byte[], byte[]> kafka, InstantSource clock) {
        this.letters = letters;
        this.kafka = kafka;
        this.clock = clock;
    }

    /** Replays it; empty when there is no such letter. */
    Optional<DeadLetter> run(String id) {
        return letters.raw(id).map(document -> {
            var letter = DeadLetters.letter(document);
            var record = new ProducerRecord<byte[], byte[]>(
                    letter.topic(), bytes(document, "key"), bytes(document, "value"));
            letter.headers().forEach((name, text) -> record.headers().add(name, text.getBytes(UTF_8)));
            kafka.send(record).join();
            letters.markReplayed(id, clock.instant());
            return letter;
        });
    }

    private static byte @Nullable [] bytes(Document document, String field) {
        var binary = document.get(field, Binary.class);
        return binary == null ? null : binary.getData();
    }
}
