package app.tidings.local.prove.point;

import static org.assertj.core.api.Assertions.assertThat;

import app.tidings.local.EndedJvm;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PlantPointsTest {

    private static final String BEFORE = "test/step.before";
    private static final String AFTER = "test/step.after";

    @TempDir
    private Path directory;

    @Test
    void writesDownEachPassing() throws Exception {
        var ended = run(null);

        assertThat(ended.status()).as(ended.err()).isZero();
        assertThat(ended.out().lines()).containsExactly("taking 1", "first", "taking 2", "second", "taking 3", "third");
        assertThat(passed()).containsExactly(BEFORE, AFTER, BEFORE, AFTER, BEFORE, AFTER);
    }

    @Test
    void endsTheProcessBeforeTheStep() throws Exception {
        var ended = run(new Armed(BEFORE, 2));

        assertThat(ended.status()).as(ended.err()).isEqualTo(Passings.HALTED);
        assertThat(ended.out().lines()).containsExactly("taking 1", "first");
        assertThat(passed()).containsExactly(BEFORE, AFTER, BEFORE);
    }

    @Test
    void endsTheProcessAfterTheStepWhicheverWayOutItTakes() throws Exception {
        var ended = run(new Armed(AFTER, 2));

        assertThat(ended.status()).as(ended.err()).isEqualTo(Passings.HALTED);
        assertThat(ended.out().lines()).containsExactly("taking 1", "first", "taking 2");
    }

    @Test
    void countsAnewWhenItIsToldAnew() throws Exception {
        var ended = EndedJvm.of(
                directory,
                Map.of(),
                List.of(),
                TakeSteps.class,
                orders(null).toString(),
                directory.resolve("seen-anew").toString(),
                BEFORE);

        assertThat(ended.status()).as(ended.err()).isEqualTo(Passings.HALTED);
        assertThat(ended.out().lines()).containsExactly("taking 1", "first", "taking 2", "second");
        assertThat(passed()).containsExactly(BEFORE);
        assertThat(Files.readAllLines(directory.resolve("seen-anew"))).containsExactly(AFTER, BEFORE, AFTER, BEFORE);
    }

    @Test
    void endsTheProcessWhoseClassHasNoSuchMethod() throws Exception {
        var options = AgentJar.in(directory).options("notify", orders(null));

        var ended = EndedJvm.of(directory, Map.of(), options, PassNothing.class);

        assertThat(ended.status()).as(ended.err()).isEqualTo(Passings.NOT_PLANTED);
        assertThat(ended.err()).contains("SendPage has no method");
    }

    private EndedJvm run(@Nullable Armed armed) throws Exception {
        return EndedJvm.of(
                directory, Map.of(), List.of(), TakeSteps.class, orders(armed).toString());
    }

    private Path orders(@Nullable Armed armed) throws IOException {
        var file = directory.resolve("orders");
        new Orders(directory.resolve("seen"), armed).write(file);
        return file;
    }

    private List<String> passed() throws Exception {
        return Files.readAllLines(directory.resolve("seen"));
    }
}
