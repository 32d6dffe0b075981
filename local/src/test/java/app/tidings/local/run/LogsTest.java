package app.tidings.local.run;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.function.Predicate;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LogsTest {

    @TempDir
    private Path directory;

    private final ByteArrayOutputStream said = new ByteArrayOutputStream();
    private Logs logs;

    @BeforeEach
    void look() {
        logs = new Logs(directory, new PrintStream(said, true, UTF_8));
    }

    @Test
    void showsTheLinesOfAllProcessesInTheOrderOfTime() throws IOException {
        log("notify-service", line(3000, "app.tidings.notify.ledger.Sender", "third"));
        log("ingest-service", line(1000, "app.tidings.ingest.poll.Poller", "first"));
        log("ground", line(2000, "app.tidings.local.mailbox.SmtpListener", "second"));

        assertThat(shown(_ -> true))
                .satisfiesExactly(
                        first -> assertThat(first).endsWith("INFO  ingest-service Poller: first"),
                        second -> assertThat(second).contains("second"),
                        third -> assertThat(third).contains("third"));
    }

    @Test
    void showsAPartOutOfTheCommonLog() throws IOException {
        log(
                "tidings",
                line(1, "app.tidings.ingest.poll.Poller", "polled"),
                line(2, "app.tidings.notify.ledger.Sender", "sent"),
                line(3, "kafka.server.BrokerServer", "served"));

        assertThat(shown(Logs.of(part("notify")))).singleElement().asString().contains("sent");
        assertThat(shownAgain(Logs.of(part("broker"))))
                .singleElement()
                .asString()
                .contains("served");
    }

    @Test
    void showsAllThatAServicesOwnProcessWrote() throws IOException {
        log("notify-service", line(1, "org.springframework.boot.Whatever", "failed"));
        log("ingest-service", line(1, "org.springframework.boot.Whatever", "not asked for"));

        assertThat(shown(Logs.of(part("notify")))).singleElement().asString().contains("failed");
    }

    @Test
    void showsOnlyWhatIsNewAndWholeAtTheNextLook() throws IOException {
        log("tidings", line(1, "a.B", "old"));
        shown(_ -> true);
        Files.writeString(directory.resolve("tidings.log"), "{\"timestamp\":2,\"formatted", StandardOpenOption.APPEND);

        assertThat(shown(_ -> true)).isEmpty();
        Files.writeString(directory.resolve("tidings.log"), "Message\":\"new\"}\n", StandardOpenOption.APPEND);
        assertThat(shown(_ -> true)).singleElement().asString().endsWith("new");
    }

    @Test
    void beginsAnewWithAFileThatWasRolledOver() throws IOException {
        log("tidings", line(1, "a.B", "a line that is rather long"));
        shown(_ -> true);

        log("tidings", line(2, "a.B", "short"));

        assertThat(shown(_ -> true)).singleElement().asString().contains("short");
    }

    @Test
    void tellsTheFailureAndThePairsOfALine() throws IOException {
        log("tidings", """
            {"timestamp":1,"level":"WARN","loggerName":"a.B","kvpList":[{"topic":"t"},{"key":7}],\
            "formattedMessage":"parked","throwable":{"className":"java.io.IOException","message":"gone"}}""");

        assertThat(shown(_ -> true))
                .singleElement()
                .asString()
                .endsWith("B: parked topic=t key=7 (java.io.IOException: gone)");
    }

    @Test
    void showsALineThatIsNotStructuredAsItIs() throws IOException {
        log("tidings", "plain words");

        assertThat(shown(_ -> true)).singleElement().asString().endsWith("plain words");
    }

    private void log(String process, String... lines) throws IOException {
        Files.write(directory.resolve(process + ".log"), List.of(lines));
    }

    private static String line(long millis, String logger, String message) {
        return "{\"timestamp\":%d,\"level\":\"INFO\",\"loggerName\":\"%s\",\"formattedMessage\":\"%s\",\"throwable\":null}"
                .formatted(millis, logger, message);
    }

    private static Part part(String word) {
        return Part.all(new Ports(0)).stream()
                .filter(each -> each.word().equals(word))
                .findFirst()
                .orElseThrow();
    }

    private List<String> shown(Predicate<LogLine> wanted) {
        said.reset();
        logs.show(wanted);
        return said.toString(UTF_8).lines().toList();
    }

    private List<String> shownAgain(Predicate<LogLine> wanted) {
        look();
        return shown(wanted);
    }
}
