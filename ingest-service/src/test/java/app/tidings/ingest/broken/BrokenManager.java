package app.tidings.ingest.broken;

import app.tidings.ingest.poll.BrokenHalf;
import com.mongodb.client.MongoDatabase;
import java.net.Socket;
import java.net.http.HttpClient;
import org.springframework.kafka.core.KafkaTemplate;
import org.springframework.web.bind.annotation.RestController;

/** Breaks each rule of the architecture once, to show that each can fail. */
@RestController
public class BrokenManager {

    KafkaTemplate<String, String> sendsWithoutBeingAStream(KafkaTemplate<String, String> kafka) {
        return kafka;
    }

    String readsTheStoreWithoutHoldingACollection(MongoDatabase database) {
        return database.getName();
    }

    HttpClient goesOutPastTheSafeFetcher(HttpClient client) {
        return client;
    }

    Socket opensConnections(Socket socket) {
        return socket;
    }

    /** Half of a cycle of features. */
    BrokenHalf leadsToAFeature(BrokenHalf half) {
        return half;
    }
}
