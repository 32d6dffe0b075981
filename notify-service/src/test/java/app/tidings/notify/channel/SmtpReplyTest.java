package app.tidings.notify.channel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SmtpReplyTest {

    @Test
    void readsAllLinesOfAReply() throws Exception {
        assertThat(read("250-relay", "250-SIZE 1000", "250 HELP"))
                .isEqualTo(new SmtpReply(250, List.of("relay", "SIZE 1000", "HELP")));
        assertThat(read("250")).isEqualTo(new SmtpReply(250, List.of("")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "25", "hello", "2500 x", "150 x", "650 x", "250x", "250-a,251 b", "250-a,b"})
    void refusesWhatIsNoReply(String lines) {
        assertThatIOException().isThrownBy(() -> read(lines.split(",", -1)));
    }

    @ParameterizedTest
    @CsvSource({
        "'<ada@example.net> unknown', '550 … unknown'",
        "'mailbox ADA is full', '550 mailbox … is full'",
        "'client [192.0.2.7] blocked', '550 client … blocked'",
        "'client 2001:db8::7 blocked', '550 client … blocked'",
        "'5.1.1 queued as 4F3C2', '550 5.1.1 queued as 4F3C2'",
    })
    void showsNothingOfTheRecipient(String text, String shown) {
        assertThat(new SmtpReply(550, List.of(text)).shown("ada@example.net")).isEqualTo(shown);
    }

    @Test
    void showsABoundedLineOfPlainCharacters() {
        var shown = new SmtpReply(550, List.of("a\u0007\u001b[31m", "x".repeat(1000))).shown("");

        assertThat(shown).startsWith("550 a??[31m x").hasSizeLessThan(180);
    }

    private static SmtpReply read(String... lines) throws Exception {
        var source = Arrays.asList(lines).iterator();
        return SmtpReply.read(source::next);
    }
}
