package app.tidings.local.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class PortsTest {

    @Test
    void areThoseOfTheDesignWithoutAnOffset() {
        var ports = new Ports(0);

        assertThat(Stream.of(Service.values()).map(ports::of)).containsExactly(8081, 8082, 8083, 8084);
        assertThat(Stream.of(Service.values()).map(ports::management)).containsExactly(9081, 9082, 9083, 9084);
    }

    @Test
    void areAllDifferentAndAllMoved() {
        assertThat(new Ports(0).all()).doesNotHaveDuplicates().hasSize(13);
        assertThat(new Ports(500).all())
                .isEqualTo(new Ports(0).all().map(port -> port + 500).toList());
    }

    @Test
    void refuseAnOffsetBeyondWhatPortsAllow() {
        assertThat(new Ports(30_000).all()).allMatch(port -> port < 65_536);
        assertThatExceptionOfType(Refusal.class).isThrownBy(() -> new Ports(30_001));
        assertThatExceptionOfType(Refusal.class).isThrownBy(() -> new Ports(-1));
    }

    @Test
    void sayWhichOfThemAnotherProgramHas() throws IOException {
        var ports = Ports.free();
        assertThat(ports.taken()).isEmpty();

        try (var _ = new ServerSocket(ports.mailbox(), 1, InetAddress.ofLiteral("127.0.0.1"))) {
            assertThat(ports.taken()).containsExactly(ports.mailbox());
        }
    }
}
