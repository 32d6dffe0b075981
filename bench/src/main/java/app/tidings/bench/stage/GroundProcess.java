package app.tidings.bench.stage;

import app.tidings.local.broker.Broker;
import app.tidings.local.run.Home;
import app.tidings.local.run.Ports;
import app.tidings.local.store.Store;
import java.nio.file.Path;

/** The process of broker and store; its arguments are the directory of their data and the offset of their ports. */
final class GroundProcess {

    private GroundProcess() {}

    /** Opens both, and stays until the process is told to end. */
    public static void main(String... arguments) throws InterruptedException {
        var home = Home.at(Path.of(arguments[0]));
        var ports = new Ports(Integer.parseInt(arguments[1]));
        var store = Store.open(home.store(), ports.store());
        var broker = Broker.open(home.broker(), ports.broker(), ports.controller());
        Runtime.getRuntime().addShutdownHook(new Thread(() -> {
            broker.close();
            store.close();
        }));
        Thread.currentThread().join();
    }
}
