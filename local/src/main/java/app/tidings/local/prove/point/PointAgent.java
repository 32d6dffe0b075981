package app.tidings.local.prove.point;

import java.lang.instrument.Instrumentation;
import java.nio.file.Path;

/** The Java agent that plants the crash points of one service in its process. */
public final class PointAgent {

    static final String SERVICE = "tidings.points.of";
    static final String SEEN = "tidings.points.seen";
    static final String ARMED = "tidings.points.armed";

    private PointAgent() {}

    /** The JVM calls this before the service's own main method. */
    public static void premain(String unused, Instrumentation instrumentation) {
        try {
            var points = CrashPoints.all().stream()
                    .filter(point -> point.service().equals(System.getProperty(SERVICE)))
                    .toList();
            var armed = System.getProperty(ARMED);
            Passings.begin(points, armed == null ? null : Armed.of(armed), Path.of(System.getProperty(SEEN)));
            instrumentation.addTransformer(new PlantPoints(points));
        } catch (Exception | Error e) {
            Passings.giveUp("the crash points cannot be planted", e);
        }
    }
}
