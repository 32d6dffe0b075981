package app.tidings.ingest.websub;

import static org.assertj.core.api.Assertions.assertThat;

import app.tidings.ingest.connector.HubLinks;
import java.net.URI;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HubTest {

    private static final URI OWN = URI.create("https://news.example");
    private static final String TOPIC = "https://a.example/feed";

    @Test
    void isTheFirstThatKeepsSecrets() {
        var links = links(TOPIC, "http://one.example/", "https://two.example/", "https://three.example/");

        assertThat(Hub.of(links, OWN)).contains(new Hub(URI.create("https://two.example/"), TOPIC));
        assertThat(Hub.of(links(TOPIC, "http://one.example/"), OWN)).isPresent();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://news.example/websub/x",
                "http://NEWS.example/hub",
                "https://news.example.:443/",
                "ftp://hub.example/",
                "https://user@hub.example/"
            })
    void isNotOneOfOurOwnNorOfAnotherScheme(String hub) {
        assertThat(Hub.of(links(TOPIC, hub), OWN)).isEmpty();
        assertThat(Hub.of(links(hub, "https://hub.example/"), OWN)).isEmpty();
        assertThat(Hub.of(links(TOPIC, hub, "http://other.example/"), OWN)).isPresent();
    }

    @Test
    void mayRunBesideUsUnderAPortOfItsOwn() {
        assertThat(Hub.of(links(TOPIC, "https://news.example:8443/hub"), OWN)).isPresent();
    }

    @Test
    void isNoneWhereAnAddressIsLongerThanAnyNeedBe() {
        assertThat(Hub.of(links("https://a.example/" + "x".repeat(2_000), "https://hub.example/"), OWN))
                .isEmpty();
        assertThat(Hub.of(null, OWN)).isEmpty();
    }

    @Test
    void givesEachSourceASubscriptionOfItsOwn() {
        var hub = new Hub(URI.create("https://hub.example/"), TOPIC);

        assertThat(hub.subscriptionId("weekly:1"))
                .isEqualTo(hub.subscriptionId("weekly:1"))
                .isNotEqualTo(hub.subscriptionId("weekly:2"))
                .isNotEqualTo(new Hub(hub.address(), TOPIC + "s").subscriptionId("weekly:1"));
    }

    private static HubLinks links(String topic, String... hubs) {
        return new HubLinks(List.of(hubs).stream().map(URI::create).toList(), topic);
    }
}
