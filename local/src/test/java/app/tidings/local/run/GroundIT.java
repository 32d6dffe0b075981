package app.tidings.local.run;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.MongoClients;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.admin.Admin;
import org.bson.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GroundIT {

    @TempDir
    private Path directory;

    @Test
    void opensStoreBrokerAndMailboxAndOpensThemAgain() throws Exception {
        var home = Home.at(directory);
        var installation = new Installation(home, Ports.free(), Secrets.in(home), null);
        for (int run = 1; run <= 2; run++) {
            try (var ground = Ground.open(installation);
                    var client = MongoClients.create(ground.store().uri());
                    var admin = Admin.create(
                            Map.of("bootstrap.servers", ground.broker().bootstrapServers()))) {
                var things = client.getDatabase("tidings_test").getCollection("things");
                things.insertOne(new Document("_id", run));
                assertThat(things.countDocuments()).isEqualTo(run);
                assertThat(admin.describeCluster().nodes().get(10, TimeUnit.SECONDS))
                        .hasSize(1);
                assertThat(ground.mailbox().smtpPort())
                        .isEqualTo(installation.ports().smtp());
            }
        }
    }
}
