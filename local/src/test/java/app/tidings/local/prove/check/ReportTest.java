package app.tidings.local.prove.check;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import app.tidings.local.stage.Story;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ReportTest {

    private final ByteArrayOutputStream told = new ByteArrayOutputStream();
    private final Report report = new Report(new Story(new PrintStream(told, true, UTF_8), false));

    @Test
    void tellsThatAllHeld() {
        assertThat(report.tell(List.of(new Verdict("P1", "nobody is lost", "7 rows", List.of()))))
                .isTrue();

        assertThat(told.toString(UTF_8)).contains("✓ P1", "holds: nobody is lost", "7 rows", "All 1 promises held.");
    }

    @Test
    void tellsWhichDidNotAndWhy() {
        var faults = IntStream.rangeClosed(1, 12)
                .mapToObj("row %d is open"::formatted)
                .toList();

        assertThat(report.tell(List.of(
                        new Verdict("P1", "nobody is lost", "7 rows", faults),
                        new Verdict("P2", "nothing twice", "0 twice", List.of()))))
                .isFalse();

        assertThat(told.toString(UTF_8))
                .contains(
                        "✗ P1",
                        "BROKEN: nobody is lost",
                        "! ",
                        "row 10 is open",
                        "… and 2 more",
                        "1 of 2 promises did NOT hold.")
                .doesNotContain("row 11 is open");
    }
}
