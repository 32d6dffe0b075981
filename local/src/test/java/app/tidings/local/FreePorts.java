package app.tidings.local;

import app.tidings.local.run.Ports;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.concurrent.ThreadLocalRandom;

/** Ports that were free a moment ago. */
public final class FreePorts {

    private FreePorts() {}

    /** The ports of an installation, below those that the system gives out by itself. */
    public static Ports offset() {
        return ThreadLocalRandom.current()
                .ints(1, 5_000)
                .mapToObj(Ports::new)
                .filter(Ports::areFree)
                .findFirst()
                .orElseThrow();
    }

    /** One such port on the loopback address. */
    public static int one() {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
