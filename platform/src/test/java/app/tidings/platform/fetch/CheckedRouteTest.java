package app.tidings.platform.fetch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.SocketException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class CheckedRouteTest {

    private static final InetAddress CHECKED = InetAddress.ofLiteral("93.184.216.34");

    private final List<InetSocketAddress> connects = new ArrayList<>();
    private final CheckedRoute route = new CheckedRoute(List.of(CHECKED), 80, address -> {
        connects.add(address);
        return new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
    });

    @Test
    void makesSocketsThatConnectToNothingElse() throws IOException {
        try (var socket = route.create(null)) {
            for (var address : List.of(
                    new InetSocketAddress(InetAddress.ofLiteral("127.0.0.1"), 80),
                    new InetSocketAddress(CHECKED, 81),
                    InetSocketAddress.createUnresolved("news.example", 80))) {
                assertThatThrownBy(() -> socket.connect(address)).hasMessage("not an address that was checked");
            }
        }
        assertThat(connects).isEmpty();
    }

    @Test
    void knowsNoOtherAddressWhateverTheName() {
        assertThat(route.resolve("anything.example", 443)).containsExactly(new InetSocketAddress(CHECKED, 80));
        assertThat(route.resolve("anything.example")).containsExactly(CHECKED);
    }

    @Test
    void offersNoMoreThanFourAddresses() {
        var many = IntStream.range(1, 9)
                .mapToObj(i -> InetAddress.ofLiteral("93.184.216." + i))
                .toList();

        assertThat(new CheckedRoute(many, 80, address -> address).resolve("many.example", 80))
                .hasSize(4);
    }

    @Test
    void beginsNothingAfterItWasCut() throws IOException {
        var open = route.create(null);

        route.cut();

        assertThat(open.isClosed()).isTrue();
        assertThat(route.isCut()).isTrue();
        assertThatThrownBy(() -> route.create(null)).isInstanceOf(SocketException.class);
    }
}
