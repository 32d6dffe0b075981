package app.tidings.local.prove.point;

import java.lang.instrument.Instrumentation;
import java.nio.file.Path;

/** The Java agent that plants the crash points of one service in its process. */
public final class PointAgent {

    static final String SERVICE = "tidings.points.of";
    static final String ORDERS = "tidings.points.orders";

    private PointAgent() {}

    /** The JVM calls this before the service's own main method. */
    public static void premain(String unused, Instrumentation instrumentation) {
        try {
            var points = CrashPoints.all().stream()
                    .filter(point -> point.service().equals(System.getProperty(SERVICE)))
                    .toList();
            Passings.begin(points, Path.of(System.getProperty(ORDERS)));
            instrumentation.addTransformer(new PlantPoints(points));
        } catch (Exception | Error e) {
            Passings.giveUp("the crash points cannot be planted", e);
        }
    }
}
