package app.tidings.notify.ledger;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import app.tidings.platform.testing.TestStore;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/** The way to the store of the tests, on which the answer to a command is lost: it was done, and nobody is told. */
public final class StumblingStore implements AutoCloseable {

    private final ServerSocket server;
    private final MongoClient client;
    private final AtomicReference<@Nullable String> lost = new AtomicReference<>();

    public StumblingStore() throws IOException {
        server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        Thread.ofVirtual().start(this::accept);
        client = MongoClients.create("mongodb://127.0.0.1:%d/?directConnection=true".formatted(server.getLocalPort()));
    }

    /** A ledger that lies behind this way. */
    public Ledger ledger(String database) {
        return new Ledger(client.getDatabase(database));
    }

    /** Loses the answer to the next command in which the word stands. */
    public void loseTheAnswerTo(String word) {
        lost.set(word);
    }

    private void accept() {
        try {
            while (true) {
                var near = server.accept();
                var store = URI.create(TestStore.uri());
                var far = new Socket(store.getHost(), store.getPort());
                var losing = new AtomicBoolean();
                Thread.ofVirtual()
                        .start(() -> pass(near, far, bytes -> losing.compareAndSet(false, isToBeLost(bytes))));
                Thread.ofVirtual().start(() -> pass(far, near, bytes -> !losing.get()));
            }
        } catch (IOException e) {
            // closed
        }
    }

    private boolean isToBeLost(String bytes) {
        var word = lost.get();
        return word != null && bytes.contains(word) && lost.compareAndSet(word, null);
    }

    /** What is read in one go; whether it is to be passed on. */
    @FunctionalInterface
    private interface Gate {
        boolean passes(String bytes);
    }

    private static void pass(Socket from, Socket to, Gate gate) {
        try (from;
                to) {
            var bytes = new byte[64 * 1024];
            for (var read = from.getInputStream().read(bytes);
                    read >= 0 && gate.passes(new String(bytes, 0, read, ISO_8859_1));
                    read = from.getInputStream().read(bytes)) {
                to.getOutputStream().write(bytes, 0, read);
            }
        } catch (IOException e) {
            // one of the two is gone
        }
    }

    @Override
    public void close() throws IOException {
        client.close();
        server.close();
    }
}
