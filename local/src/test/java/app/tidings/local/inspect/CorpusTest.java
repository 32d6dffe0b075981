package app.tidings.local.inspect;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;

/** What other readers are tested with, where somebody has it: {@code TIDINGS_CORPUS} names the folder. */
@EnabledIfEnvironmentVariable(named = "TIDINGS_CORPUS", matches = ".+")
class CorpusTest {

    @Test
    void readsAllOfItAsOthersDo() {
        var arguments = List.of("score", "--corpus", System.getenv("TIDINGS_CORPUS"));

        assertThat(Inspect.run(arguments, System.out, System.err)).isZero();
    }
}
