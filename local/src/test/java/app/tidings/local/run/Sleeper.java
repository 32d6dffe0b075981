package app.tidings.local.run;

import app.tidings.platform.testing.ChildJvm;
import java.util.concurrent.locks.LockSupport;

/** A process that waits to be ended; with the argument {@code deaf} it does not end when asked. */
final class Sleeper {

    private Sleeper() {}

    public static void main(String... arguments) throws InterruptedException {
        if (arguments.length > 0) {
            Runtime.getRuntime().addShutdownHook(new Thread(Sleeper::sleep));
        }
        ChildJvm.ready("");
        Thread.currentThread().join();
    }

    private static void sleep() {
        while (true) {
            LockSupport.park();
        }
    }
}
