package app.tidings.local.prove.point;

import static org.assertj.core.api.Assertions.assertThat;

import app.tidings.local.EndedJvm;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PlantPointsTest {

    private static final String BEFORE = "test/step.before";
    private static final String AFTER = "test/step.after";

    @TempDir
    private Path directory;

    @Test
    void writesDownEachPassing() throws Exception {
        var ended = run();

        assertThat(ended.status()).as(ended.err()).isZero();
        assertThat(ended.out().lines()).containsExactly("taking 1", "first", "taking 2", "second", "taking 3", "third");
        assertThat(passed()).containsExactly(BEFORE, AFTER, BEFORE, AFTER, BEFORE, AFTER);
    }

    @Test
    void endsTheProcessBeforeTheStep() throws Exception {
        var ended = run(new Armed(BEFORE, 2).text());

        assertThat(ended.status()).as(ended.err()).isEqualTo(Passings.HALTED);
        assertThat(ended.out().lines()).containsExactly("taking 1", "first");
        assertThat(passed()).containsExactly(BEFORE, AFTER, BEFORE);
    }

    @Test
    void endsTheProcessAfterTheStepWhicheverWayOutItTakes() throws Exception {
        var ended = run(new Armed(AFTER, 2).text());

        assertThat(ended.status()).as(ended.err()).isEqualTo(Passings.HALTED);
        assertThat(ended.out().lines()).containsExactly("taking 1", "first", "taking 2");
    }

    @Test
    void endsTheProcessWhoseClassHasNoSuchMethod() throws Exception {
        var options = AgentJar.in(directory).options("notify", null, directory.resolve("seen"));

        var ended = EndedJvm.of(directory, Map.of(), options, PassNothing.class);

        assertThat(ended.status()).as(ended.err()).isEqualTo(Passings.NOT_PLANTED);
        assertThat(ended.err()).contains("SendPage has no method");
    }

    private EndedJvm run(String... armed) throws Exception {
        var arguments =
                new java.util.ArrayList<>(List.of(directory.resolve("seen").toString()));
        arguments.addAll(List.of(armed));
        return EndedJvm.of(directory, Map.of(), List.of(), TakeSteps.class, arguments.toArray(String[]::new));
    }

    private List<String> passed() throws Exception {
        return Files.readAllLines(directory.resolve("seen"));
    }
}
