package app.tidings.local.prove.point;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import app.tidings.local.prove.point.CrashPoint.Side;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.classfile.ClassFile;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class CrashPointsTest {

    private static final String FENCE = "notify fence app.tidings.notify.sending.SendPage fence before,after";

    @Test
    void everyPointOfTheTableIsInTheCompiledClasses() {
        assertThat(problems(CrashPoints.all())).isEmpty();
    }

    @Test
    void findsNamesThatNothingHasAnyMore() {
        var wrong = CrashPoints.read(Stream.of(
                FENCE,
                "notify gone app.tidings.notify.sending.SendPage fenceTwice before",
                "notify nowhere app.tidings.notify.sending.SendPost fence before"));

        assertThat(problems(wrong))
                .containsExactly(
                        "notify/gone.before: app.tidings.notify.sending.SendPage has no method fenceTwice",
                        "notify/nowhere.before: there is no class app.tidings.notify.sending.SendPost");
    }

    @Test
    void namesEverySideOfEveryService() {
        assertThat(CrashPoints.read(Stream.of("# words", "", "render,notify mark a.B c before,after")))
                .containsExactly(
                        new CrashPoint("render", "mark", "a.B", "c", Side.BEFORE),
                        new CrashPoint("render", "mark", "a.B", "c", Side.AFTER),
                        new CrashPoint("notify", "mark", "a.B", "c", Side.BEFORE),
                        new CrashPoint("notify", "mark", "a.B", "c", Side.AFTER))
                .extracting(CrashPoint::name)
                .startsWith("render/mark.before", "render/mark.after");
    }

    @Test
    void refusesLinesThatAreNoPoints() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> CrashPoints.read(Stream.of("notify fence")))
                .withMessageContaining("notify fence");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> CrashPoints.read(Stream.of("notify fence a.B c amid")))
                .withMessageContaining("before or after");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> CrashPoints.read(Stream.of(FENCE, FENCE)))
                .withMessageContaining("notify/fence.before is listed twice");
    }

    private static List<String> problems(List<CrashPoint> points) {
        return points.stream().flatMap(point -> problems(point).stream()).toList();
    }

    private static List<String> problems(CrashPoint point) {
        try (var in = CrashPointsTest.class.getResourceAsStream("/" + point.internalType() + ".class")) {
            return in == null
                    ? List.of("%s: there is no class %s".formatted(point.name(), point.type()))
                    : PlantPoints.problems(point, ClassFile.of().parse(in.readAllBytes()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
