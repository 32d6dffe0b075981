package app.tidings.local.prove.point;

import app.tidings.local.prove.point.CrashPoint.Side;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;

/** A main class that takes three steps, with a crash point before and after each, planted as the agent plants them. */
public final class TakeSteps {

    static final List<CrashPoint> POINTS = List.of(
            new CrashPoint("test", "step", Steps.class.getName(), "step", Side.BEFORE),
            new CrashPoint("test", "step", Steps.class.getName(), "step", Side.AFTER));

    private TakeSteps() {}

    /** What is done at each step; one of them has two ways out. */
    public static final class Steps implements Runnable {

        /** Takes the steps. */
        @Override
        public void run() {
            for (var i = 1; i <= 3; i++) {
                System.out.println(step(i));
            }
        }

        private static String step(int number) {
            System.out.println("taking " + number);
            if (number == 2) {
                return "second";
            }
            return number == 1 ? "first" : "third";
        }
    }

    /** The file for what is passed and, if wanted, the point to end at. */
    public static void main(String... arguments) throws Exception {
        Passings.begin(POINTS, arguments.length > 1 ? Armed.of(arguments[1]) : null, Path.of(arguments[0]));
        var type = new Planted().loadClass(Steps.class.getName());
        ((Runnable) type.getConstructor().newInstance()).run();
    }

    /** Loads the class itself, as with the agent; everything else comes from above. */
    private static final class Planted extends ClassLoader {

        @Override
        protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
            if (!name.equals(Steps.class.getName())) {
                return super.loadClass(name, resolve);
            }
            var file = name.replace('.', '/');
            try (var in = TakeSteps.class.getResourceAsStream("/" + file + ".class")) {
                var planted = Objects.requireNonNull(
                        new PlantPoints(POINTS).transform(this, file, null, null, in.readAllBytes()));
                return defineClass(name, planted, 0, planted.length);
            } catch (IOException e) {
                throw new ClassNotFoundException(name, e);
            }
        }
    }
}
