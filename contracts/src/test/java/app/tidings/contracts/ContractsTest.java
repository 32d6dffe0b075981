package app.tidings.contracts;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Collections.nCopies;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.tidings.contracts.DeliveryEvent.SendingStarted;
import app.tidings.contracts.ImageEvent.ImageKept;
import app.tidings.contracts.LinkEvent.LinkFound;
import app.tidings.contracts.Manuscript.Part;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ContractsTest {

    @Test
    void haveOneWriterATopic() {
        assertThat(Topic.ALL).extracting(Topic::writer).containsOnly("ingest", "curation", "render", "notify");
        assertThat(Topic.ALL).extracting(Topic::name).doesNotHaveDuplicates();
        assertThat(Topic.readBy("ingest"))
                .extracting(Topic::name)
                .containsExactlyInAnyOrder("curation.items", "curation.publications");
    }

    @Test
    void refuseALinkWhoseIdIsNoneOrThatOfAnotherPublication() {
        var good = (LinkFound) TestEvents.all().findFirst().orElseThrow();

        assertThatThrownBy(() -> withId(
                        good, "another" + good.linkId().substring(good.linkId().indexOf(':'))))
                .hasMessage("linkId is that of another publication");
        assertThatThrownBy(() -> withId(good, good.publicationId() + ":1"))
                .hasMessageContaining("linkId does not match");
    }

    private static LinkFound withId(LinkFound link, String linkId) {
        return new LinkFound(linkId, link.publicationId(), 1, link.url(), "t", null, link.sightings(), TestEvents.NOW);
    }

    @Test
    void refuseALinkWithALongerTeaserOrMoreSightingsThanItMayHave() {
        var good = (LinkFound) TestEvents.all().findFirst().orElseThrow();
        var sighting = good.sightings().getFirst();

        assertThat(withTeaserAndSightings(good, "x".repeat(2_000), nCopies(50, sighting))
                        .sightings())
                .hasSize(50);
        assertThatThrownBy(() -> withTeaserAndSightings(good, "x".repeat(2_001), good.sightings()))
                .hasMessage("teaser is longer than 2000 characters");
        assertThatThrownBy(() -> withTeaserAndSightings(good, null, nCopies(51, sighting)))
                .hasMessage("sightings are more than 50");
    }

    private static LinkFound withTeaserAndSightings(LinkFound link, @Nullable String teaser, List<Sighting> sightings) {
        return new LinkFound(
                link.linkId(),
                link.publicationId(),
                link.version(),
                link.url(),
                link.title(),
                teaser,
                sightings,
                link.occurredAt());
    }

    @Test
    void refuseAnImageWhoseHashIsNotThatOfItsBytes() {
        var bytes = Base64.getEncoder().encodeToString(new byte[] {9});

        assertThatThrownBy(() -> new ImageKept("0".repeat(64), "image/png", 1, 1, bytes, TestEvents.NOW))
                .hasMessageContaining("sha256");
        assertThatThrownBy(() ->
                        new ImageKept(Ids.contentHash(new byte[] {9}), "image/svg+xml", 1, 1, bytes, TestEvents.NOW))
                .hasMessageContaining("mediaType");
    }

    @Test
    void refuseAnImageAboveTheLimitAndTakeOneAtIt() {
        var atLimit = new byte[ImageKept.MAX_BYTES];
        var above = new byte[ImageKept.MAX_BYTES + 1];

        assertThat(new ImageKept(
                                Ids.contentHash(atLimit),
                                "image/png",
                                1,
                                1,
                                Base64.getEncoder().encodeToString(atLimit),
                                TestEvents.NOW)
                        .bytes())
                .isEqualTo(atLimit);
        assertThatThrownBy(() -> new ImageKept(
                        Ids.contentHash(above),
                        "image/png",
                        1,
                        1,
                        Base64.getEncoder().encodeToString(above),
                        TestEvents.NOW))
                .hasMessageContaining("larger");
    }

    @Test
    void refuseAManuscriptWithASectionThatTheProfileDoesNotHave() {
        var good = TestEvents.aManuscript();

        assertThatThrownBy(() -> new Manuscript(
                        good.issueId(),
                        12,
                        good.headline(),
                        good.date(),
                        good.profile(),
                        List.of(new Part("nowhere", List.of())),
                        List.of()))
                .hasMessageContaining("not in the profile");
    }

    @Test
    void refuseChannelsThatAreNotNamed() {
        assertThatThrownBy(() -> new Announce(Announce.Mode.CHANNELS, List.of()))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Announce(Announce.Mode.NONE, List.of("telegram")))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void takeACountOfZeroAndNoneBelow() {
        assertThat(new SendingStarted("w:1:zh:full", 1, 1, 0, TestEvents.NOW).count())
                .isZero();
        assertThatThrownBy(() -> new SendingStarted("w:1:zh:full", 1, 1, -1, TestEvents.NOW))
                .hasMessageContaining("count");
    }

    @Test
    void refuseAnEventThatIsLargerThanAMessageMayBe() {
        var large = new LinkEvent.LinkFound(
                TestEvents.LINK,
                TestEvents.PUBLICATION,
                1,
                TestEvents.URL,
                "x".repeat(EventCodec.MAX_BYTES),
                null,
                ((LinkFound) TestEvents.all().findFirst().orElseThrow()).sightings(),
                TestEvents.NOW);

        assertThatThrownBy(() -> EventCodec.encode(large)).hasMessageContaining("a message may have");
    }

    @Test
    void areSentAsTheChecksumHasThemThoughATextHoldsHalfACharacter() {
        var good = (LinkFound) TestEvents.all().findFirst().orElseThrow();
        var halved = new LinkFound(
                good.linkId(),
                good.publicationId(),
                1,
                good.url(),
                "Half \ud83d",
                null,
                good.sightings(),
                TestEvents.NOW);

        var encoded = EventCodec.encode(halved);

        assertThat(UTF_8.newEncoder().canEncode(encoded.value())).isTrue();
        assertThat(EventCodec.decode(
                        encoded.topic(),
                        encoded.key(),
                        encoded.headers(),
                        encoded.value().getBytes(UTF_8)))
                .isInstanceOf(LinkFound.class);
    }

    @Test
    void stateTheirHeadersAsCloudEvents() {
        var event = TestEvents.all().findFirst().orElseThrow();

        assertThat(EventCodec.encode(event).headers())
                .containsAllEntriesOf(Map.of(
                        "ce_specversion", "1.0",
                        "ce_source", "/ingest-service",
                        "ce_type", "link-found",
                        "ce_subject", event.key(),
                        "ce_version", "1",
                        "content-type", "application/json"));
    }

    @Test
    void areWhatTheCommittedDocumentSays() throws Exception {
        assertThat(AsyncApi.document()).isEqualToIgnoringWhitespace(Files.readString(Path.of("../docs/asyncapi.json")));
    }
}
