package app.tidings.bench.measure;

/** How much this process does for a second of its processor: one thread's, with what collecting its garbage takes. */
public final class Pace {

    /** A pass is made again and again for so long. */
    private static final double TURN_SECONDS = 1;

    private Pace() {}

    /**
     * Makes passes for about a second.
     *
     * @param amount what a pass gets through, in any unit
     * @return so much of it for each second of CPU
     */
    public static double of(double amount, Runnable pass) {
        var began = cpuSeconds();
        var passes = 0;
        do {
            pass.run();
            passes++;
        } while (cpuSeconds() - began < TURN_SECONDS);
        return amount * passes / (cpuSeconds() - began);
    }

    private static double cpuSeconds() {
        return Usage.of(ProcessHandle.current().pid()).cpuSeconds();
    }
}
