package app.tidings.platform.limit;

import static org.assertj.core.api.Assertions.assertThat;

import app.tidings.platform.limit.ClientAddress.Caller;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ClientAddressTest {

    private static final Caller HOME = new Caller("[-64,0,2,7]/32", "[-64,0,2]/24");

    private final ClientAddress behindProxies = new ClientAddress(List.of("10.0.0.0/8", "fd00::/8"));

    @Test
    void believesNobodyByItself() {
        assertThat(new ClientAddress(List.of()).of(new Origin("192.0.2.7", "198.51.100.1")))
                .isEqualTo(HOME);
    }

    @ParameterizedTest
    @CsvSource({
        "192.0.2.7, 198.51.100.1",
        "10.0.0.1, 192.0.2.7",
        "10.0.0.1, '198.51.100.1, 192.0.2.7'",
        "10.0.0.1, 'forged, 192.0.2.7, 10.0.0.2'",
    })
    void believesTrustedProxiesAsFarAsTheyReach(String remote, String forwardedFor) {
        assertThat(behindProxies.of(new Origin(remote, forwardedFor))).isEqualTo(HOME);
    }

    @ParameterizedTest
    @CsvSource({"10.0.0.1, nonsense", "10.0.0.1, ''", "10.0.0.1,"})
    void staysWithTheProxyThatTellsNothing(String remote, String forwardedFor) {
        assertThat(behindProxies.of(new Origin(remote, forwardedFor)).own()).isEqualTo("[10,0,0,1]/32");
    }

    @Test
    void countsANetworkOfTheNewKindAsOne() {
        var one = behindProxies.of(new Origin("2001:db8:1:2:3::4", null));
        var neighbour = behindProxies.of(new Origin("2001:db8:1:2:ffff::1", null));
        var sameSite = behindProxies.of(new Origin("2001:db8:1:9::1", null));

        assertThat(one).isEqualTo(neighbour);
        assertThat(sameSite.own()).isNotEqualTo(one.own());
        assertThat(sameSite.net()).isEqualTo(one.net());
    }
}
