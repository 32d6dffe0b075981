package app.tidings.local.prove;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import app.tidings.local.prove.Options.Points;
import app.tidings.local.run.Refusal;
import java.util.List;
import org.junit.jupiter.api.Test;

class OptionsTest {

    @Test
    void areReadAndToldAgain() {
        var options = Options.of(List.of(
                "--kills",
                "60",
                "--subscribers",
                "20000",
                "--seed",
                "7",
                "--points",
                "all",
                "--wipes",
                "2",
                "--replays",
                "3",
                "--policy",
                "resend"));

        assertThat(options).isEqualTo(new Options(60, 20_000, 7, 2, 3, Points.ALL, "resend"));
        assertThat(options.command())
                .isEqualTo("./tidings prove --kills 60 --subscribers 20000 --seed 7 --points all --wipes 2 --replays 3"
                        + " --policy resend");
    }

    @Test
    void haveASeedOfTheirOwnWhereNoneIsGiven() {
        assertThat(Options.of(List.of()).seed())
                .isNotEqualTo(Options.of(List.of()).seed());
    }

    @Test
    void refuseWhatTheyDoNotKnow() {
        for (var words : List.of(
                List.of("--speed", "9"),
                List.of("--kills", "many"),
                List.of("--kills"),
                List.of("--points", "some"),
                List.of("--policy", "hope"),
                List.of("--wipes", "3"),
                List.of("--subscribers", "99"))) {
            assertThatExceptionOfType(Refusal.class)
                    .isThrownBy(() -> Options.of(words))
                    .withMessageContaining("./tidings prove [--kills N]");
        }
    }
}
