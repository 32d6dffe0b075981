package app.tidings.contracts;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import app.tidings.contracts.IssueEvent.IssueApproved;
import app.tidings.contracts.ItemEvent.ItemPublished;
import app.tidings.contracts.Manuscript.Text;
import app.tidings.contracts.Manuscript.TextStatus;
import java.io.IOException;
import java.util.Arrays;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.json.JsonMapper;

/** One golden JSON per event, under {@code events/}: what is there must be readable for ever. */
class GoldenEventsTest {

    private static final JsonMapper JSON = JsonMapper.shared();

    static Stream<Event> events() {
        return TestEvents.all();
    }

    @ParameterizedTest
    @MethodSource("events")
    void writesWhatTheGoldenFileHolds(Event event) throws IOException {
        var written = JSON.readTree(EventCodec.encode(event).value());

        assertThat(written).isEqualTo(JSON.readTree(golden(event)));
    }

    @ParameterizedTest
    @MethodSource("events")
    void readsBackWhatItWrote(Event event) {
        var encoded = EventCodec.encode(event);

        var read = EventCodec.decode(
                encoded.topic(),
                encoded.key(),
                encoded.headers(),
                encoded.value().getBytes(UTF_8));

        assertThat(read).isEqualTo(event);
    }

    @ParameterizedTest
    @MethodSource("events")
    void ignoresAFieldThatALaterVersionAdded(Event event) throws IOException {
        var later = golden(event).replaceFirst("\\{", "{\"addedLater\": {\"x\": [1]},");

        assertThat(Signed.decode(event, later)).isEqualTo(event);
    }

    @Test
    void readsAnIssueWithoutPagesAsItWasWrittenAtFirst() {
        var event = (ItemPublished) TestEvents.all()
                .filter(ItemPublished.class::isInstance)
                .findFirst()
                .orElseThrow();
        var first = "{\"type\": \"item-published\", \"itemId\": \"%s\", \"publicationId\": \"%s\", \"version\": 8,"
                        .formatted(event.itemId(), event.publicationId())
                + " \"issueId\": \"%s\", \"number\": 12, \"occurredAt\": \"%s\"}"
                        .formatted(event.issueId(), event.occurredAt());

        assertThat(((ItemPublished) Signed.decode(event, first)).pages()).isEmpty();
    }

    @Test
    void readsAManuscriptAsItWasWrittenBeforeItToldOfTranslations() throws IOException {
        var event = (IssueApproved) TestEvents.all()
                .filter(IssueApproved.class::isInstance)
                .findFirst()
                .orElseThrow();
        var before = golden(event).replaceFirst(",\\s*\"translation\"[^}]+", "");

        var text = ((IssueApproved) Signed.decode(event, before))
                .manuscript()
                .entries()
                .flatMap(entry -> entry.texts().values().stream())
                .findFirst();

        assertThat(before).doesNotContain("translation");
        assertThat(text).contains(new Text("uv 为什么这么快？", "读一读。", TextStatus.WRITTEN));
    }

    @Test
    void coverEveryEventOfEveryTopic() {
        var covered = TestEvents.all().map(Topic::typeOf).collect(Collectors.toSet());

        var stated = Topic.ALL.stream()
                .flatMap(topic -> topic.types().keySet().stream())
                .collect(Collectors.toSet());

        assertThat(covered).isEqualTo(stated);
    }

    @Test
    void haveWireNamesForExactlyTheirPermittedRecords() {
        for (var topic : Topic.ALL) {
            assertThat(topic.types().values())
                    .containsExactlyInAnyOrder(Arrays.stream(topic.events().getPermittedSubclasses())
                            .toArray(Class<?>[]::new));
        }
    }

    private static String golden(Event event) throws IOException {
        var name = "/events/" + Topic.typeOf(event) + ".json";
        try (var in = GoldenEventsTest.class.getResourceAsStream(name)) {
            assertThat(in).as(name).isNotNull();
            return new String(in.readAllBytes(), UTF_8);
        }
    }
}
