package app.tidings.local.mailbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.json.JsonMapper;

class MailboxTest {

    private static final String HTML_MAIL = """
        From: =?UTF-8?B?5r2u5rGQ?= <weekly@example.org>
        Subject: <script>alert(1)</script>
        Message-ID: <issue-1@tidings>
        MIME-Version: 1.0
        Content-Type: multipart/alternative; boundary="b"

        --b
        Content-Type: text/plain; charset=utf-8

        plain & simple <b>
        --b
        Content-Type: text/html; charset=utf-8
        Content-Transfer-Encoding: 8bit

        <!doctype html><html><head><title>t</title></head><body><p>周刊</p><script>alert(2)</script></body></html>
        --b--
        """;

    @TempDir
    private Path folder;

    private final AtomicLong millis =
            new AtomicLong(Instant.parse("2026-11-22T08:00:00Z").toEpochMilli());
    private final InstantSource clock = () -> Instant.ofEpochMilli(millis.incrementAndGet());
    private final HttpClient browser = HttpClient.newHttpClient();
    private Mailbox mailbox;

    @BeforeEach
    void open() {
        mailbox = Mailbox.open(folder, 0, 0, clock);
    }

    @AfterEach
    void close() {
        browser.close();
        mailbox.close();
    }

    @Test
    void countsWhatIsSentAgainToTheSameRecipient() throws Exception {
        send("a@example.org", HTML_MAIL);
        send("b@example.org", HTML_MAIL);
        send("a@example.org", HTML_MAIL);
        send("a@example.org", "Subject: no id\n\nx");
        send("a@example.org", "Subject: no id\n\nx");

        assertThat(mailbox.mails()).extracting(CaughtMail::repeat).containsExactly(0, 0, 1, 0, 0);
        assertThat(get("/").body()).contains("5 mails, 1 of them sent before to the same recipient");
    }

    @Test
    void knowsItsMailsAgainAfterARestart() throws Exception {
        send("a@example.org", HTML_MAIL);
        send("a@example.org", HTML_MAIL);
        var before = mailbox.mails();
        mailbox.close();

        open();

        assertThat(mailbox.mails()).isEqualTo(before).hasSize(2);
    }

    @Test
    void passesOverFilesThatItDidNotWrite() throws Exception {
        send("a@example.org", HTML_MAIL);
        Files.writeString(folder.resolve("x.eml"), "Subject: saved by hand\r\n\r\nx");
        Files.writeString(folder.resolve("2026-draft.eml"), "Subject: saved by hand\r\n\r\nx");
        mailbox.close();

        open();

        assertThat(mailbox.mails()).hasSize(1);
    }

    @Test
    void listsTheNewestFirstAndEscapesWhatComesFromMails() throws Exception {
        send("a@example.org", HTML_MAIL);
        send("b@example.org", "Subject: second\n\nx");

        var page = get("/").body();

        assertThat(page.indexOf("second")).isBetween(0, page.indexOf("&lt;script&gt;alert(1)&lt;/script&gt;"));
        assertThat(page).doesNotContain("<script>").contains("潮汐 &lt;weekly@example.org&gt;");
    }

    @Test
    void showsTheHtmlPartInAFrameWhereNothingRuns() throws Exception {
        send("a@example.org", HTML_MAIL);
        var id = mailbox.mails().getFirst().id();

        var page = get("/messages/" + id);
        var html = get("/messages/" + id + "/html");

        assertThat(page.body())
                .contains(
                        "sandbox=\"allow-popups allow-popups-to-escape-sandbox\"", "src=\"/messages/" + id + "/html\"")
                .contains("plain &amp; simple &lt;b&gt;", "Message-ID: &lt;issue-1@tidings&gt;")
                .doesNotContain("<script>");
        assertThat(html.body()).contains("<head><base target=\"_blank\">", "<p>周刊</p>");
        assertThat(policy(html)).contains("sandbox ", "default-src 'none'").doesNotContain("script-src");
        assertThat(policy(page)).contains("default-src 'none'").doesNotContain("script-src");
    }

    @Test
    void givesProgramsTheListTheMailAndTheBytesAsMailpitDoes() throws Exception {
        send("a@example.org", HTML_MAIL);
        var mail = mailbox.mails().getFirst();

        var listed = JsonMapper.builder()
                .build()
                .readTree(get("/api/v1/messages").body())
                .at("/messages/0");
        var whole = JsonMapper.builder()
                .build()
                .readTree(get("/api/v1/message/" + mail.id()).body());
        var raw = get("/api/v1/message/" + mail.id() + "/raw");

        assertThat(listed.get("ID").asString()).isEqualTo(mail.id());
        assertThat(listed.at("/To/0/Address").asString()).isEqualTo("a@example.org");
        assertThat(listed.get("Subject").asString()).isEqualTo("<script>alert(1)</script>");
        assertThat(listed.get("MessageID").asString()).isEqualTo("issue-1@tidings");
        assertThat(Instant.parse(listed.get("Created").asString())).isEqualTo(mail.receivedAt());
        assertThat(whole.get("HTML").asString()).contains("<p>周刊</p>");
        assertThat(whole.get("Text").asString()).contains("plain & simple <b>");
        assertThat(raw.body()).startsWith("Return-Path: <from@example.org>\r\n").contains("--b--");
        assertThat(raw.headers().firstValue("Content-Type")).hasValue("message/rfc822");
    }

    @Test
    void answersUnknownPathsAndMailsWithNotFound() throws Exception {
        assertThat(get("/messages/0000").statusCode()).isEqualTo(404);
        assertThat(get("/messages/..%2f..%2fetc%2fpasswd/raw").statusCode()).isEqualTo(404);
        assertThat(get("/nothing").statusCode()).isEqualTo(404);
        assertThat(get("/").body()).contains("None has come yet");
    }

    @Test
    void showsAMailThatIsNoProperMime() throws Exception {
        send("a@example.org", "Content-Type: multipart/mixed\n\nbroken");

        assertThat(get("/messages/" + mailbox.mails().getFirst().id()).statusCode())
                .isEqualTo(200);
    }

    @Test
    void refusesAPageThatReachesItUnderAnotherName() throws Exception {
        try (var socket = new Socket(InetAddress.ofLiteral("127.0.0.1"), mailbox.pagePort())) {
            socket.getOutputStream()
                    .write("GET / HTTP/1.1\r\nHost: evil.example:80\r\nConnection: close\r\n\r\n"
                            .getBytes(StandardCharsets.US_ASCII));
            assertThat(new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8))
                    .startsWith("HTTP/1.1 421");
        }
    }

    @Test
    void servesTheStylesheetsOfTheHouse() throws Exception {
        assertThat(get("/assets/tidings.css").body()).contains("--tide");
        assertThat(get("/assets/mailbox.css").body()).contains(".mails");
    }

    private void send(String to, String mail) throws IOException {
        try (var client = new SmtpClient(mailbox.smtpPort())) {
            client.reply();
            client.ask("EHLO tester");
            client.ask("MAIL FROM:<from@example.org>");
            client.ask("RCPT TO:<" + to + ">");
            client.ask("DATA");
            assertThat(client.ask(mail.replace("\n", "\r\n") + "\r\n.")).startsWith("250");
        }
    }

    private HttpResponse<String> get(String path) throws Exception {
        var address = URI.create("http://127.0.0.1:" + mailbox.pagePort() + path);
        return browser.send(HttpRequest.newBuilder(address).build(), BodyHandlers.ofString());
    }

    private static String policy(HttpResponse<?> response) {
        return response.headers().firstValue("Content-Security-Policy").orElse("");
    }
}
