package app.tidings.notify.subscriber;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class EmailAddressTest {

    @ParameterizedTest
    @CsvSource({
        "ada@example.org, ada@example.org",
        "' Ada.Lovelace@Example.ORG ', Ada.Lovelace@example.org",
        "o'hara+news@mail.example.org, o'hara+news@mail.example.org",
        "user@潮汐.example, user@xn--usw99d.example",
        "δοκιμή@example.org, δοκιμή@example.org",
        "a@b.co, a@b.co",
    })
    void readsWhatPeopleType(String typed, String text) {
        assertThat(EmailAddress.of(typed).text()).isEqualTo(text);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "@",
                "ada",
                "ada@",
                "@example.org",
                "ada@localhost",
                "ada@[192.0.2.1]",
                "ada@192.0.2.1",
                "ada@-example.org",
                "ada@exa_mple.org",
                "ada@example..org",
                "ada@example.org.",
                ".ada@example.org",
                "ada.@example.org",
                "a..da@example.org",
                "a da@example.org",
                "\"a da\"@example.org",
                "ada(comment)@example.org",
                "ada<b@example.org",
                "ada@example.org,eve@example.org",
                "Ada <ada@example.org>",
                "ada@example.org\r\nBcc: eve@evil.net",
                "ada\r\n@example.org",
                "ada\n@example.org",
                "ada\r@example.org",
                "ada@example.org\n",
                "ada\u0085@example.org",
                "ada\u2028@example.org",
                "ada\u200b@example.org",
                "ada\u202e@example.org",
                "ada\0@example.org",
                "ada@exam\u0000ple.org",
                "ada@example.org\t",
                "\uFEFFada@example.org",
            })
    void refusesWhatIsNoPlainAddress(String typed) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> EmailAddress.of(typed))
                .satisfies(refused -> assertThat(refused.getMessage()).doesNotContain("\n", "\r", "ada", "eve"));
    }

    @Test
    void knowsHowLongAnAddressMayBe() {
        var domain = "d".repeat(61) + "." + "e".repeat(61) + "." + "f".repeat(61) + ".org";

        assertThat(EmailAddress.of("a".repeat(64) + "@example.org").text()).hasSize(76);
        assertThatIllegalArgumentException().isThrownBy(() -> EmailAddress.of("a".repeat(65) + "@example.org"));
        assertThat(EmailAddress.of("a".repeat(254 - 1 - domain.length()) + "@" + domain)
                        .text())
                .hasSize(254);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> EmailAddress.of("a".repeat(254 - domain.length()) + "@" + domain));
        assertThatIllegalArgumentException().isThrownBy(() -> EmailAddress.of("é".repeat(33) + "@example.org"));
    }

    @Test
    void isTheSameInWhateverCaseItIsTyped() {
        assertThat(EmailAddress.of("Ada@Example.org").canonical()).isEqualTo("ada@example.org");
        assertThat(EmailAddress.of("ada+weekly@example.org").mailbox()).isEqualTo("ada@example.org");
        assertThat(EmailAddress.of("+ada@example.org").mailbox()).isEqualTo("+ada@example.org");
    }

    @Test
    void neverShowsItself() {
        assertThat(EmailAddress.of("ada@example.org")).hasToString("an address at …org");
    }
}
