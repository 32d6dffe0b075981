package app.tidings.local.store;

import app.tidings.platform.testing.ChildJvm;
import java.nio.file.Path;

/** Runs a store until it is killed. */
final class StoreProcess {

    private StoreProcess() {}

    /** Takes the directory and the port. */
    public static void main(String... arguments) throws InterruptedException {
        try (var _ = Store.open(Path.of(arguments[0]), Integer.parseInt(arguments[1]))) {
            ChildJvm.ready("");
            Thread.currentThread().join();
        }
    }
}
