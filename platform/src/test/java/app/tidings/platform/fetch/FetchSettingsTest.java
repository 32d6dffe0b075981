package app.tidings.platform.fetch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.tidings.platform.address.Cidr;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FetchSettingsTest {

    @Test
    void readsBlocksOfAddresses() {
        assertThat(TestSettings.with("allowed-private=127.0.0.0/8,fd00::/8").allowedPrivate())
                .containsExactly(Cidr.of("127.0.0.0/8"), Cidr.of("fd00::/8"));
    }

    @Test
    void takesNamesThatAreNeverFetchedInAnyCase() {
        assertThat(TestSettings.with("refused-hosts=Tidings.Example.ORG").refusedHosts())
                .containsExactly("tidings.example.org");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "connect-timeout=0s",
                "first-byte-timeout=-1s",
                "total-timeout=0s",
                "host-wait=0s",
                "slow-after=-1s",
                "max-size=0B",
                "max-size=257MB",
                "max-redirects=-1",
                "per-host=0",
                "user-agent=Weekly\r\nX-Injected: 1",
                "contact=周刊",
                "allowed-private=127.0.0.1/8",
                "allowed-private=everything",
                "proxies=proxy.example:3128",
                "proxies=https://proxy.example:3128",
                "proxies=http://user:secret@proxy.example:3128",
                "proxies=http://proxy.example:3128/path",
            })
    void refusesSettingsThatCannotBeMeant(String change) {
        assertThatThrownBy(() -> TestSettings.with(change))
                .rootCause()
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageNotContaining("Injected");
    }
}
