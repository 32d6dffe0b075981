package app.tidings.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import app.tidings.local.run.Refusal;
import java.util.List;
import org.junit.jupiter.api.Test;

class OptionsTest {

    private static final List<String> KNOWN = List.of("feeds", "connections");

    @Test
    void readsNumbers() {
        var options = Options.of(List.of("--feeds", "12", "--connections", "8,50"), KNOWN);

        assertThat(options.number("feeds", 1_000)).isEqualTo(12);
        assertThat(options.numbers("connections", List.of(8))).containsExactly(8, 50);
    }

    @Test
    void readsTexts() {
        var options = Options.of(List.of("--folder", "a b", "--feeds", "3"), KNOWN, List.of("folder"));

        assertThat(options.text("folder")).contains("a b");
        assertThat(options.text("feeds")).isEmpty();
        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(() -> Options.of(List.of("--folder"), KNOWN, List.of("folder")))
                .withMessage("--folder wants a value");
    }

    @Test
    void goesWithoutThem() {
        assertThat(Options.of(List.of(), KNOWN).number("feeds", 1_000)).isEqualTo(1_000);
    }

    @Test
    void namesTheOptionsThatThereAre() {
        refuses("unknown option --feed; there are --feeds, --connections", "--feed", "1");
    }

    @Test
    void refusesWhatIsNoNumber() {
        refuses("--feeds wants a number of 1 or more, not 0", "--feeds", "0");
        refuses("--feeds wants a number of 1 or more, not many", "--feeds", "many");
        refuses("--feeds wants a number", "--feeds");
    }

    private static void refuses(String message, String... words) {
        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(() -> Options.of(List.of(words), KNOWN))
                .withMessage(message);
    }
}
