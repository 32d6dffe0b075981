package app.tidings.local.run;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import app.tidings.local.FreePorts;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import org.junit.jupiter.api.Test;

class ConditionTest {

    private static final String READINESS = "/actuator/health/readiness";

    @Test
    void isUpWhenTheServiceSaysSo() throws IOException {
        assertThat(answering(200, "{\"status\":\"UP\",\"components\":{\"store\":{\"status\":\"UP\"}}}"))
                .isEqualTo(new Condition(true, "up"));
    }

    @Test
    void namesWhatIsMissing() throws IOException {
        var health = """
            {"status":"DOWN","components":{"store":{"status":"DOWN"},"binders":{"status":"DOWN"},
            "readinessState":{"status":"UP"}}}""";

        assertThat(answering(503, health)).isEqualTo(new Condition(false, "not ready: store, binders"));
    }

    @Test
    void saysTheStateWhenNoPartIsNamed() throws IOException {
        assertThat(answering(503, "{\"status\":\"OUT_OF_SERVICE\"}"))
                .isEqualTo(new Condition(false, "not ready: OUT_OF_SERVICE"));
    }

    @Test
    void isNotReadyWhenTheAnswerIsNoAccountOfHealth() throws IOException {
        assertThat(answering(404, "<html>"))
                .isEqualTo(new Condition(false, "not ready: gives no account of its health"));
    }

    @Test
    void isStartingWhileNobodyListens() {
        assertThat(Condition.ofService(FreePorts.one())).isEqualTo(new Condition(false, "starting"));
    }

    private static Condition answering(int status, String body) throws IOException {
        var server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext(READINESS, exchange -> {
            try (exchange) {
                exchange.sendResponseHeaders(status, body.length());
                exchange.getResponseBody().write(body.getBytes(UTF_8));
            }
        });
        server.start();
        try {
            return Condition.ofService(server.getAddress().getPort());
        } finally {
            server.stop(0);
        }
    }
}
