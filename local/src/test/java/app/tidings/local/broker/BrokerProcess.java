package app.tidings.local.broker;

import app.tidings.platform.testing.ChildJvm;
import java.nio.file.Path;

/** Runs a broker until it is killed. */
final class BrokerProcess {

    private BrokerProcess() {}

    /** Takes the directory and the two ports. */
    public static void main(String... arguments) throws InterruptedException {
        try (var _ =
                Broker.open(Path.of(arguments[0]), Integer.parseInt(arguments[1]), Integer.parseInt(arguments[2]))) {
            ChildJvm.ready("");
            Thread.currentThread().join();
        }
    }
}
