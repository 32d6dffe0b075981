package app.tidings.notify.channel;

import static app.tidings.notify.channel.ScriptedRelay.DOT;
import static app.tidings.notify.letter.TestLetters.aCopy;
import static app.tidings.notify.letter.TestLetters.aLetter;
import static app.tidings.notify.letter.TestLetters.part;
import static app.tidings.notify.letter.TestLetters.read;
import static org.assertj.core.api.Assertions.assertThat;

import app.tidings.notify.channel.RelayAddress.Security;
import app.tidings.notify.channel.SmtpResult.Accepted;
import app.tidings.notify.channel.SmtpResult.Refused;
import app.tidings.notify.letter.Copy;
import app.tidings.notify.letter.Letter;
import app.tidings.notify.letter.Letter.Header;
import app.tidings.notify.letter.PreparedLetter;
import app.tidings.notify.letter.TestLetters;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Whole letters over the wire: to a relay that keeps every byte, and to one that others have written. */
class MailOnTheWireIT {

    private final ScriptedRelay sink = new ScriptedRelay();
    private final SmtpRelay relay =
            new SmtpRelay(SmtpRelayIT.address("127.0.0.1", sink.port(), Security.NONE, null), null);

    @AfterEach
    void hangUp() throws Exception {
        relay.close();
        sink.close();
    }

    static Stream<String> hostile() {
        return Stream.of("\r", "\n", "\r\n", "\u0085", "\u2028", "\u2029", "=0D=0A", "%0D%0A", "\r\n\r\n")
                .map(each -> "a" + each + "Bcc: eve@evil.net" + each + "." + each + "RCPT TO:<eve@evil.net>" + each);
    }

    @ParameterizedTest
    @MethodSource("hostile")
    void letsNoFieldBecomeACommandOrAHeader(String text) throws Exception {
        var letter = new Letter(
                "news@example.org", text, text, text, text, text, List.of(), List.of(new Header("List-Id", text)));
        var copy = new Copy(
                "ada@example.net", text, TestLetters.DATE, Map.of(), List.of(new Header("List-Unsubscribe", text)));

        assertThat(send(letter, copy)).isInstanceOf(Accepted.class);

        assertThat(sink.commands())
                .containsExactly(
                        "EHLO [127.0.0.1]", "MAIL FROM:<news@example.org>", "RCPT TO:<ada@example.net>", "DATA", DOT);
        var mail = read(sink.messages().getFirst());
        assertThat(Collections.list(mail.getAllHeaders()))
                .extracting(jakarta.mail.Header::getName)
                .containsExactlyElementsOf(TestLetters.HEADERS);
        assertThat(part(mail, 0)).isEqualToNormalizingNewlines(text);
    }

    @ParameterizedTest
    @MethodSource("hostile")
    void writesToNoRecipientThatIsMoreThanOne(String text) {
        var copy = new Copy(text, "<1@example.org>", TestLetters.DATE, TestLetters.LINKS, List.of());

        assertThat(send(aLetter("Weekly", "Hello", "x", "x"), copy)).isInstanceOf(Refused.class);

        assertThat(sink.commands()).containsExactly("EHLO [127.0.0.1]");
    }

    @Test
    void isReadByARelayOfOthersAsItWasWritten() throws Exception {
        var body = "你好 🦄\n.\n..\n.quit\n\nbare\rreturn\n" + TestLetters.UNSUBSCRIBE + "\n";
        var mailbox = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP).dynamicPort());
        mailbox.start();
        try (var other = new SmtpRelay(
                SmtpRelayIT.address("127.0.0.1", mailbox.getSmtp().getPort(), Security.NONE, null), null)) {
            var letter = new PreparedLetter(aLetter("潮流周刊", "第 11 期 🦄", body, "<p>x</p>"));
            for (var i = 0; i < 3; i++) {
                assertThat(other.send(new Envelope(letter.from(), aCopy().to()), letter.copy(aCopy())))
                        .isInstanceOf(Accepted.class);
            }

            assertThat(mailbox.getReceivedMessages()).hasSize(3);
            var mail = mailbox.getReceivedMessages()[2];
            assertThat(mail.getSubject()).isEqualTo("第 11 期 🦄");
            assertThat(part(mail, 0))
                    .isEqualToNormalizingNewlines(
                            body.replace(TestLetters.UNSUBSCRIBE, TestLetters.LINKS.get(TestLetters.UNSUBSCRIBE)));
        } finally {
            mailbox.stop();
        }
    }

    private SmtpResult send(Letter letter, Copy copy) {
        var prepared = new PreparedLetter(letter);
        return relay.send(new Envelope(prepared.from(), copy.to()), prepared.copy(copy));
    }
}
