package app.tidings.local.prove.point;

import app.tidings.local.prove.point.CrashPoint.Side;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;

/** A main class that takes three steps, with a crash point before and after each, planted as the agent plants them. */
public final class TakeSteps {

    static final List<CrashPoint> POINTS = List.of(
            new CrashPoint("test", "step", Steps.class.getName(), "step", Side.BEFORE),
            new CrashPoint("test", "step", Steps.class.getName(), "step", Side.AFTER));

    private static Runnable newOrders = () -> {};

    private TakeSteps() {}

    /** The steps call this from another loader's package. */
    public static void tellAnew() {
        newOrders.run();
    }

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
            if (number == 1) {
                tellAnew();
            }
            if (number == 2) {
                return "second";
            }
            return number == 1 ? "first" : "third";
        }
    }

    /** The file of the orders; then, if it is to be told anew as it takes the first step, the new order's file and
     * the point whose second passing is meant. */
    public static void main(String... arguments) throws Exception {
        var file = Path.of(arguments[0]);
        Passings.begin(POINTS, file);
        if (arguments.length > 1) {
            newOrders = () -> order(file, new Orders(Path.of(arguments[1]), new Armed(arguments[2], 2)));
        }
        var type = new Planted().loadClass(Steps.class.getName());
        ((Runnable) type.getConstructor().newInstance()).run();
    }

    private static void order(Path file, Orders orders) {
        try {
            orders.write(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
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
