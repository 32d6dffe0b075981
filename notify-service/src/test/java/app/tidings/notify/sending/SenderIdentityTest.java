package app.tidings.notify.sending;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SenderIdentityTest {

    private final SenderIdentity sender = new SenderIdentity("news@example.org");

    @Test
    void givesADeliveryTheSameIdWheneverItIsSent() {
        var id = sender.messageId("weekly:1:zh:full", "email", "5f2a");

        assertThat(sender.messageId("weekly:1:zh:full", "email", "5f2a")).isEqualTo(id);
        assertThat(id).matches("<[0-9a-f]{40}@example\\.org>");
        assertThat(sender.messageId("weekly:1:zh:full", "email", "5f2b")).isNotEqualTo(id);
        assertThat(sender.messageId("weekly:1:en:full", "email", "5f2a")).isNotEqualTo(id);
        assertThat(sender.messageId("weekly:1:zh:full", "telegram", "5f2a")).isNotEqualTo(id);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "news", "news@", "a b@example.org", "news@example.org>\r\nBcc: x@y.org", "a@b@c.org"})
    void refusesASenderThatIsNoAddress(String address) {
        assertThatIllegalArgumentException().isThrownBy(() -> new SenderIdentity(address));
    }
}
