package app.tidings.platform.deadletter;

import static java.nio.charset.StandardCharsets.UTF_8;

import app.tidings.platform.deadletter.ReplayDeadLetter.Outcome.Replayed;
import app.tidings.platform.deadletter.ReplayDeadLetter.Outcome.Unknown;
import app.tidings.platform.deadletter.ReplayDeadLetter.Outcome.WithoutValue;
import java.time.InstantSource;
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

    /** What became of the wish. */
    sealed interface Outcome {

        record Replayed(DeadLetter letter) implements Outcome {}

        record Unknown() implements Outcome {}

        /** The record had none, or one that was too large to be kept: there is nothing that a reader could take. */
        record WithoutValue() implements Outcome {}
    }

    /** Returns when the broker has the record. */
    Outcome run(String id) {
        var found = letters.raw(id);
        if (found.isEmpty()) {
            return new Unknown();
        }
        var document = found.get();
        var value = bytes(document, "value");
        if (value == null) {
            return new WithoutValue();
        }
        var letter = DeadLetters.letter(document);
        var record = new ProducerRecord<byte[], byte[]>(letter.topic(), bytes(document, "key"), value);
        letter.headers().forEach((name, text) -> record.headers().add(name, text.getBytes(UTF_8)));
        kafka.send(record).join();
        letters.markReplayed(id, clock.instant());
        return new Replayed(letter);
    }

    private static byte @Nullable [] bytes(Document document, String field) {
        var binary = document.get(field, Binary.class);
        return binary == null ? null : binary.getData();
    }
}
