package app.tidings.notify.channel;

import static app.tidings.notify.channel.SmtpRelayIT.MAIL;
import static app.tidings.notify.channel.SmtpRelayIT.TO_ADA;
import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import app.tidings.notify.channel.RelayAddress.Login;
import app.tidings.notify.channel.RelayAddress.Security;
import app.tidings.notify.channel.SmtpResult.Accepted;
import app.tidings.notify.channel.SmtpResult.NotStarted;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.NetworkInterface;
import java.net.ServerSocket;
import java.nio.file.Path;
import javax.net.ssl.SSLContext;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The way to the relay: private where it must be, with the right relay at its end. */
class SmtpPrivacyIT {

    private static SSLContext localhost;
    private static SSLContext elsewhere;

    private final ScriptedRelay sink = new ScriptedRelay().offers("STARTTLS", "PIPELINING", "AUTH PLAIN");

    @BeforeAll
    static void makeCertificates(@TempDir Path directory) {
        localhost = TestCertificates.forHost(directory, "localhost");
        elsewhere = TestCertificates.forHost(directory, "relay.example.org");
    }

    @AfterEach
    void hangUp() throws Exception {
        sink.close();
    }

    @Test
    void sendsAndSignsInOnlyOnceTheWayIsPrivate() {
        sink.tls(localhost, "").answer("AUTH", "235 welcome");

        assertThat(send(Security.STARTTLS, localhost, new Login("notify", "s3cret")))
                .isInstanceOf(Accepted.class);

        assertThat(sink.commands())
                .startsWith("EHLO [127.0.0.1]", "STARTTLS", "EHLO [127.0.0.1]")
                .element(3)
                .asString()
                .startsWith("AUTH PLAIN");
    }

    @Test
    void doesNotSendInTheClearWhereThatIsNotWanted() {
        sink.offers("PIPELINING");

        assertThat(send(Security.STARTTLS, localhost, null)).isInstanceOf(NotStarted.class);
        assertThat(send(Security.STARTTLS_IF_OFFERED, localhost, null)).isInstanceOf(Accepted.class);
    }

    @Test
    void takesThePrivateWayWhereItIsOffered() {
        sink.tls(localhost, "");

        assertThat(send(Security.STARTTLS_IF_OFFERED, localhost, null)).isInstanceOf(Accepted.class);

        assertThat(sink.commands()).contains("STARTTLS");
    }

    @Test
    void doesNotSendToARelayOfAnotherName() {
        sink.tls(elsewhere, "");

        assertThat(send(Security.STARTTLS, elsewhere, null)).isInstanceOf(NotStarted.class);

        assertThat(sink.messages()).isEmpty();
    }

    @Test
    void doesNotSendToARelayThatNobodyVouchesFor() {
        sink.tls(localhost, "");

        assertThat(send(Security.STARTTLS, elsewhere, null)).isInstanceOf(NotStarted.class);
    }

    @Test
    void believesNothingThatWasSaidBeforeTheWayWasPrivate() {
        sink.answer("STARTTLS", "220 go ahead\r\n250-relay\r\n250 AUTH PLAIN").tls(localhost, "");

        assertThat(send(Security.STARTTLS, localhost, null))
                .isEqualTo(new NotStarted("the relay spoke before the way was private"));
    }

    @Test
    void sendsNoPasswordInTheClearToAnotherMachine() throws Exception {
        var outside = NetworkInterface.networkInterfaces()
                .flatMap(NetworkInterface::inetAddresses)
                .filter(address -> address.getAddress().length == 4 && !address.isLoopbackAddress())
                .findFirst();
        assumeThat(outside).as("an address that is not loopback").isPresent();
        try (var server = new ServerSocket(0, 1, outside.get())) {
            var heard = listen(server);
            var address = SmtpRelayIT.address(
                    outside.get().getHostAddress(),
                    server.getLocalPort(),
                    Security.NONE,
                    new Login("notify", "s3cret"));
            try (var relay = new SmtpRelay(address, null)) {
                assertThat(relay.send(TO_ADA, MAIL))
                        .isEqualTo(new NotStarted("a password is never sent to another machine without TLS"));
            }
            heard.join();
        }
    }

    private static Thread listen(ServerSocket server) {
        return Thread.ofVirtual().start(() -> {
            try (var socket = server.accept()) {
                socket.getOutputStream().write("220 relay\r\n250-relay\r\n250 AUTH PLAIN\r\n".getBytes(US_ASCII));
                socket.getInputStream().transferTo(OutputStream.nullOutputStream());
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
    }

    private SmtpResult send(Security security, SSLContext trust, @Nullable Login login) {
        var address = SmtpRelayIT.address("localhost", sink.port(), security, login);
        try (var relay = new SmtpRelay(address, trust.getSocketFactory())) {
            return relay.send(TO_ADA, MAIL);
        }
    }
}
