package app.tidings.render.prose;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class LinesTest {

    @Test
    void makesOneLineOfMany() {
        assertThat(Lines.single(" a\r\n b\u2028c\u0085d\te ")).isEqualTo("a b c d e");
    }

    @Test
    void dropsWhatActsInsteadOfBeingRead() {
        assertThat(Lines.single("in\u202Evoice\u0000 \uD800fdp\u2066")).isEqualTo("invoice \uFFFDfdp");
    }

    @Test
    void leavesEmojiAndJoinersWhole() {
        assertThat(Lines.single("👩‍💻 🐿️")).isEqualTo("👩‍💻 🐿️");
    }

    @Test
    void beginsATextWithinTheLimit() {
        assertThat(Lines.beginning("🦄🦄🦄", 3)).isEqualTo("🦄🦄🦄");
        assertThat(Lines.beginning("🦄🦄🦄🦄", 3)).isEqualTo("🦄🦄…");
    }
}
