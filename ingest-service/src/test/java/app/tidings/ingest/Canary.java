package app.tidings.ingest;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.net.SocketAddress;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** Listens at one port of every address that this machine has, and remembers who came: nobody should. */
public final class Canary implements AutoCloseable {

    private final ServerSocket door;
    private final List<SocketAddress> callers = new CopyOnWriteArrayList<>();

    public Canary() {
        try {
            door = new ServerSocket(0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Thread.ofVirtual().start(this::listen);
    }

    private void listen() {
        while (!door.isClosed()) {
            try (var caller = door.accept()) {
                callers.add(caller.getRemoteSocketAddress());
            } catch (IOException e) {
                return; // closed
            }
        }
    }

    public int port() {
        return door.getLocalPort();
    }

    public List<SocketAddress> callers() {
        return List.copyOf(callers);
    }

    @Override
    public void close() {
        try {
            door.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
