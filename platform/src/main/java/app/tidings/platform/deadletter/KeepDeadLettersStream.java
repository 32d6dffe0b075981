package app.tidings.platform.deadletter;

import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.springframework.kafka.annotation.KafkaListener;

/** {@code <reader>.dead-letters} -> deadLetters */
class KeepDeadLettersStream {

    private final DeadLetters letters;

    KeepDeadLettersStream(DeadLetters letters) {
        this.letters = letters;
    }

    @KafkaListener(
            id = "keepDeadLetters",
            autoStartup = "false", // until the topic is there
            topics = "${tidings.service}-service.dead-letters",
            groupId = "${tidings.group}.dead-letters")
    void keep(ConsumerRecord<byte[], byte[]> dead) {
        letters.keepFirst(dead);
    }
}
