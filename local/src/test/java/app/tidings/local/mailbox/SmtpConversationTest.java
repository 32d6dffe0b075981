package app.tidings.local.mailbox;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SmtpConversationTest {

    private static final Instant NOW = Instant.parse("2026-11-22T08:00:00Z");

    @TempDir
    private Path folder;

    private Mailbox mailbox;
    private SmtpClient client;

    @BeforeEach
    void connect() throws IOException {
        mailbox = Mailbox.open(folder, 0, 0, InstantSource.fixed(NOW));
        client = new SmtpClient(mailbox.smtpPort());
        assertThat(client.reply()).startsWith("220 ");
    }

    @AfterEach
    void hangUp() throws IOException {
        client.close();
        mailbox.close();
    }

    @Test
    void saysWhatItCan() throws IOException {
        client.write("EHLO tester\r\n");

        assertThat(client.lines())
                .containsExactly("250-mailbox", "250-PIPELINING", "250-8BITMIME", "250-SMTPUTF8", "250 SIZE 26214400");
    }

    @Test
    void keepsAMailAsAFileBeforeItSaysSo() throws IOException {
        greet();
        envelope();
        assertThat(client.ask("DATA")).startsWith("354");

        assertThat(client.ask("Subject: =?UTF-8?B?5r2u5rGQ?=\r\nMessage-ID: <1@tidings>\r\n\r\n潮汐\r\n."))
                .startsWith("250");

        assertThat(stored()).singleElement().isEqualTo("""
            Return-Path: <from@example.org>\r
            Delivered-To: to@example.org\r
            Subject: =?UTF-8?B?5r2u5rGQ?=\r
            Message-ID: <1@tidings>\r
            \r
            潮汐\r
            """);
        assertThat(mailbox.mails()).singleElement().satisfies(mail -> {
            assertThat(mail.to()).isEqualTo("to@example.org");
            assertThat(mail.subject()).isEqualTo("潮汐");
            assertThat(mail.messageId()).isEqualTo("<1@tidings>");
            assertThat(mail.receivedAt()).isEqualTo(NOW);
        });
    }

    @Test
    void takesManyMailsInOneConversationSentAheadOfTheAnswers() throws IOException {
        greet();
        var ahead = "MAIL FROM:<a@x.org> SIZE=10 BODY=8BITMIME\r\nRCPT TO:<b@x.org>\r\nDATA\r\n";

        client.write(ahead);
        assertThat(List.of(client.reply(), client.reply(), client.reply()))
                .extracting(each -> each.substring(0, 3))
                .containsExactly("250", "250", "354");
        client.write("one\r\n.\r\n" + ahead);
        assertThat(List.of(client.reply(), client.reply(), client.reply(), client.reply()))
                .extracting(each -> each.substring(0, 3))
                .containsExactly("250", "250", "250", "354");
        assertThat(client.ask("two\r\n.")).startsWith("250");
        assertThat(client.ask("QUIT")).startsWith("221");

        assertThat(stored()).hasSize(2);
    }

    @Test
    void takesAwayTheDotThatWasStuffed() throws IOException {
        greet();
        envelope();
        client.ask("DATA");

        client.ask("..\r\n...two\r\n.one\r\n.");

        assertThat(stored()).singleElement().asString().endsWith("\r\n.\r\n..two\r\none\r\n");
    }

    @Test
    void endsAMessageOnlyAtALineOfItsOwn() throws IOException {
        greet();
        envelope();
        client.ask("DATA");

        client.write("a\n.\nMAIL FROM:<evil@x.org>\r\n.\nb\n.\r\nc\r.\r\n");
        assertThat(client.ask(".")).startsWith("250");

        assertThat(client.ask("NOOP")).startsWith("250");
        assertThat(stored()).singleElement().asString().endsWith("a\n.\nMAIL FROM:<evil@x.org>\r\n\nb\n.\r\nc\r.\r\n");
    }

    @Test
    void refusesACommandWithABareLineFeed() throws IOException {
        greet();

        assertThat(client.ask("MAIL FROM:<a@x.org>\nRCPT TO:<b@x.org>")).startsWith("500");
        assertThat(client.ask("RCPT TO:<b@x.org>")).startsWith("503");
    }

    @Test
    void refusesCommandsOutOfOrderAndUnknownOnes() throws IOException {
        assertThat(client.ask("MAIL FROM:<a@x.org>")).startsWith("503");
        greet();
        assertThat(client.ask("RCPT TO:<b@x.org>")).startsWith("503");
        assertThat(client.ask("DATA")).startsWith("503");
        assertThat(client.ask("MAIL FROM:a@x.org")).startsWith("501");
        assertThat(client.ask("MAIL FROM:<a@x.org> SIZE=99999999")).startsWith("552");
        assertThat(client.ask("STARTTLS")).startsWith("502");
        assertThat(client.ask("x".repeat(3_000))).startsWith("500");
        assertThat(client.ask("NOOP")).startsWith("250");
    }

    @Test
    void forgetsTheEnvelopeOnReset() throws IOException {
        greet();
        envelope();

        assertThat(client.ask("RSET")).startsWith("250");

        assertThat(client.ask("DATA")).startsWith("503");
    }

    @Test
    void refusesAMessageThatIsTooLargeAndGoesOn() throws IOException {
        greet();
        envelope();
        client.ask("DATA");

        client.write(("x".repeat(1_000_000) + "\r\n").repeat(27));
        assertThat(client.ask(".")).startsWith("552");

        assertThat(stored()).isEmpty();
        envelope();
    }

    @Test
    void keepsNothingOfAMessageWhoseClientWentAway() throws IOException {
        greet();
        envelope();
        client.ask("DATA");
        client.write("half\r\n");
        client.close();

        try (var next = new SmtpClient(mailbox.smtpPort())) {
            assertThat(next.reply()).startsWith("220");
        }
        assertThat(mailbox.mails()).isEmpty();
        assertThat(stored()).isEmpty();
    }

    private void greet() throws IOException {
        client.write("EHLO tester\r\n");
        assertThat(client.lines()).hasSize(5);
    }

    private void envelope() throws IOException {
        assertThat(client.ask("MAIL FROM:<from@example.org>")).startsWith("250");
        assertThat(client.ask("RCPT TO:<to@example.org>")).startsWith("250");
    }

    private List<String> stored() throws IOException {
        try (var files = Files.list(folder)) {
            return files.filter(Files::isRegularFile)
                    .map(SmtpConversationTest::text)
                    .toList();
        }
    }

    private static String text(Path file) {
        try {
            return new String(Files.readAllBytes(file), UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
