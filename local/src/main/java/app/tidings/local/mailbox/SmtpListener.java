package app.tidings.local.mailbox;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Takes connections on 127.0.0.1 and leads each conversation on a virtual thread of its own. */
public final class SmtpListener implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(SmtpListener.class);
    private static final int IDLE_MILLIS = 300_000;

    private final ServerSocket server;
    private final Inlet inlet;
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();

    private SmtpListener(ServerSocket server, Inlet inlet) {
        this.server = server;
        this.inlet = inlet;
    }

    /** Listens on the port of 127.0.0.1; 0 takes a free one. */
    public static SmtpListener open(int port, Inlet inlet) {
        try {
            var server = new ServerSocket(port, 100, InetAddress.ofLiteral("127.0.0.1"));
            var listener = new SmtpListener(server, inlet);
            Thread.ofVirtual().name("mailbox-smtp").start(listener::accept);
            return listener;
        } catch (IOException e) {
            throw new UncheckedIOException("the mailbox cannot take mail on port " + port, e);
        }
    }

    /** Where it listens. */
    public int port() {
        return server.getLocalPort();
    }

    private void accept() {
        try {
            while (true) {
                var socket = server.accept();
                Thread.ofVirtual().start(() -> converse(socket));
            }
        } catch (IOException e) {
            if (!server.isClosed()) {
                LOG.error("the mailbox takes no more mail", e);
            }
        }
    }

    private void converse(Socket socket) {
        open.add(socket);
        try (socket) {
            socket.setSoTimeout(IDLE_MILLIS);
            new SmtpConversation(socket.getInputStream(), socket.getOutputStream(), inlet).run();
        } catch (IOException e) {
            LOG.debug("a mail client went away", e);
        } finally {
            open.remove(socket);
        }
    }

    @Override
    public void close() {
        try {
            server.close();
            for (var socket : open) {
                socket.close();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
