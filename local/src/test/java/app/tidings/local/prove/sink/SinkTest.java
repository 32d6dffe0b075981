package app.tidings.local.prove.sink;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import app.tidings.local.prove.sink.Sink.Mail;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SinkTest {

    private static final String OTHER = "Message-ID: <c@x>\r\n\r\nPress the button. List-Unsubscribe-Post:\r\n";

    @Test
    void countsEachMailByIdAndRecipient() {
        try (var sink = Sink.open(0, Mischief.NONE)) {
            assertThat(sink.take("s@x", List.of("a@y"), mail("1"))).isTrue();
            assertThat(sink.take("s@x", List.of("a@y"), mail("1"))).isTrue();
            assertThat(sink.take("s@x", List.of("b@y"), mail("1"))).isTrue();

            assertThat(sink.issueMails()).isEqualTo(Map.of(new Mail("<1@x>", "a@y"), 2, new Mail("<1@x>", "b@y"), 1));
            assertThat(sink.arrivals()).isEqualTo(3);
        }
    }

    @Test
    void keepsWhatIsNoIssueToBeRead() throws Exception {
        try (var sink = Sink.open(0, new Mischief(1, 0, 1))) {
            assertThat(sink.take("s@x", List.of("a@y"), OTHER.getBytes(UTF_8))).isTrue();

            assertThat(sink.otherMailTo("a@y")).contains(OTHER);
            assertThat(sink.otherMailTo("b@y")).isEmpty();
            assertThat(sink.awaitArrivals(1, Duration.ZERO)).isFalse();
        }
    }

    @Test
    void hangsUpOnSomeWhichItHasOrHasNotTaken() {
        try (var sink = Sink.open(0, new Mischief(1, 0, 0.5))) {
            var answered = IntStream.range(0, 400)
                    .filter(i -> sink.take("s@x", List.of("r%d@y".formatted(i)), mail("m" + i)))
                    .count();

            assertThat(sink.unanswered()).isEqualTo(400 - answered).isBetween(120L, 280L);
            assertThat((long) sink.issueMails().size()).isGreaterThan(answered).isLessThan(400);
        }
    }

    @Test
    void takesNoMoreMailsASecondThanItIsTold() {
        try (var sink = Sink.open(0, Mischief.NONE)) {
            sink.pace(200);
            var from = System.nanoTime();
            IntStream.range(0, 20).forEach(i -> sink.take("s@x", List.of("a@y"), mail("m" + i)));

            assertThat(Duration.ofNanos(System.nanoTime() - from)).isGreaterThan(Duration.ofMillis(90));
        }
    }

    private static byte[] mail(String id) {
        return "Message-ID: <%s@x>\r\nList-Unsubscribe-Post: List-Unsubscribe=One-Click\r\n\r\nHello\r\n"
                .formatted(id)
                .getBytes(UTF_8);
    }
}
