package app.tidings.curation.publication;

import static app.tidings.curation.TestLinks.NOW;
import static app.tidings.curation.issue.TestIssues.PROFILE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import app.tidings.contracts.Profile;
import app.tidings.contracts.PublicationEvent;
import app.tidings.curation.AtOnce;
import app.tidings.curation.CurationTest;
import app.tidings.platform.testing.ReadTopic;
import app.tidings.platform.testing.TestBroker;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.config.TopicConfig;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

class PublicationsIT extends CurationTest {

    @Autowired
    private Publications publications;

    @Test
    void raisesTheVersionOnlyWhenSomethingChanged() {
        var id = "p-" + UUID.randomUUID();

        publications.raiseIfChanged(named(id, "One"), NOW);
        publications.raiseIfChanged(named(id, "One"), NOW);
        assertThat(publications.find(id).orElseThrow().version()).isEqualTo(1);

        publications.raiseIfChanged(named(id, "Two"), NOW);
        assertThat(publications.find(id).orElseThrow().version()).isEqualTo(2);
        await().atMost(LONG)
                .untilAsserted(() -> assertThat(ReadTopic.events(PublicationEvent.TOPIC, id))
                        .extracting(event -> ((PublicationEvent.ProfileChanged) event)
                                .profile()
                                .name()
                                .get("zh"))
                        .contains("Two"));
    }

    @Test
    void raisesItOnceWhenTwoReplicasStartAtOnce() throws Exception {
        var id = "p-" + UUID.randomUUID();
        publications.raiseIfChanged(named(id, "One"), NOW);

        AtOnce.run(8, () -> {
            publications.raiseIfChanged(named(id, "Two"), NOW);
            return true;
        });

        assertThat(publications.find(id).orElseThrow().version()).isEqualTo(2);
    }

    @Test
    void tellsTheSameAgainAfterTheTopicWasEmptied() throws Exception {
        await().atMost(LONG).until(() -> !ids().isEmpty());
        var before = ids().getLast();

        try (var admin = Admin.create(Map.of("bootstrap.servers", TestBroker.bootstrapServers()))) {
            admin.deleteTopics(List.of(PublicationEvent.TOPIC)).all().get();
            await().atMost(LONG).until(() -> !admin.listTopics().names().get().contains(PublicationEvent.TOPIC));
            admin.createTopics(List.of(new NewTopic(PublicationEvent.TOPIC, 1, (short) 1)
                            .configs(Map.of(TopicConfig.CLEANUP_POLICY_CONFIG, TopicConfig.CLEANUP_POLICY_COMPACT))))
                    .all()
                    .get();
        }

        await().atMost(LONG).ignoreExceptions().until(() -> ids().contains(before));
    }

    private static List<String> ids() {
        return ReadTopic.records(PublicationEvent.TOPIC, "tidings-weekly").stream()
                .map(record -> new String(record.headers().lastHeader("ce_id").value(), UTF_8))
                .toList();
    }

    private static Profile named(String id, String name) {
        return new Profile(
                id,
                1,
                Map.of("zh", name),
                PROFILE.tagline(),
                PROFILE.language(),
                PROFILE.zone(),
                PROFILE.titlePattern(),
                PROFILE.sections(),
                PROFILE.editions(),
                PROFILE.style(),
                PROFILE.imprint());
    }
}
