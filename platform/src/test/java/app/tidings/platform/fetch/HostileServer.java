package app.tidings.platform.fetch;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** A server on loopback that says what a test wants, byte for byte, on named paths. */
final class HostileServer implements AutoCloseable {

    /** What happens after the request's head was read; the connection is closed when it returns. */
    @FunctionalInterface
    interface Script {
        void play(Call call) throws IOException, InterruptedException;
    }

    /** One request. */
    record Call(String head, Socket socket) {

        void say(String text) throws IOException {
            say(text.getBytes(ISO_8859_1));
        }

        void say(byte[] bytes) throws IOException {
            out().write(bytes);
            out().flush();
        }

        OutputStream out() throws IOException {
            return socket.getOutputStream();
        }

        /** Reads on until the other side hangs up: a wait that ends by itself. */
        void waitForHangUp() throws IOException {
            socket.getInputStream().readAllBytes();
        }

        /** Says the text again and again, with a pause before each, until the other side hangs up. */
        void drip(String text, int pauseMillis) throws IOException {
            while (!hasHungUpWithin(pauseMillis)) {
                say(text);
            }
        }

        /** Whether the other side hangs up in this time, during which nothing is said. */
        boolean hasHungUpWithin(int millis) throws IOException {
            socket.setSoTimeout(millis);
            try {
                return socket.getInputStream().read() < 0;
            } catch (SocketTimeoutException e) {
                return false;
            }
        }

        /** Says the text as often as the other side takes it. */
        void repeatForever(String text) throws IOException {
            var bytes = text.repeat(1 + 8192 / text.length()).getBytes(ISO_8859_1);
            while (true) {
                out().write(bytes);
            }
        }

        String path() {
            return head.split(" ", 3)[1];
        }

        String header(String name) {
            return head.lines()
                    .filter(line -> line.regionMatches(true, 0, name + ":", 0, name.length() + 1))
                    .map(line -> line.substring(name.length() + 1).strip())
                    .findFirst()
                    .orElse("");
        }
    }

    private final ServerSocket listener;
    private final boolean readsFirst;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final Map<String, Script> scripts = new ConcurrentHashMap<>();
    private final List<Call> calls = new CopyOnWriteArrayList<>();

    HostileServer() throws IOException {
        this(new ServerSocket());
    }

    HostileServer(ServerSocket listener) throws IOException {
        this(listener, true);
    }

    private HostileServer(ServerSocket listener, boolean readsFirst) throws IOException {
        this.listener = listener;
        this.readsFirst = readsFirst;
        listener.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
        threads.execute(this::accept);
    }

    /** A server that plays its script to whoever connects, without waiting for a request. */
    static HostileServer speakingFirst(Script script) throws IOException {
        return new HostileServer(new ServerSocket(), false).on("/", script);
    }

    HostileServer on(String path, Script script) {
        scripts.put(path, script);
        return this;
    }

    HostileServer on(String path, String answer) {
        return on(path, call -> call.say(answer));
    }

    InetSocketAddress address() {
        return (InetSocketAddress) listener.getLocalSocketAddress();
    }

    URI uri(String path) {
        return URI.create("http://127.0.0.1:%d%s".formatted(listener.getLocalPort(), path));
    }

    List<Call> calls() {
        return calls;
    }

    @Override
    public void close() throws IOException {
        listener.close();
        threads.shutdownNow();
    }

    private void accept() {
        while (!listener.isClosed()) {
            try {
                var socket = listener.accept();
                threads.execute(() -> serve(socket));
            } catch (IOException e) {
                if (!listener.isClosed()) {
                    throw new UncheckedIOException(e);
                }
            }
        }
    }

    private void serve(Socket socket) {
        try (socket) {
            var call = new Call(readsFirst ? head(socket.getInputStream()) : "GET / unread", socket);
            calls.add(call);
            var path = call.path().replaceFirst("\\?.*", "");
            scripts.getOrDefault(path, it -> it.say("HTTP/1.1 404 Not Found\r\nContent-Length: 0\r\n\r\n"))
                    .play(call);
        } catch (IOException | InterruptedException e) {
            // the client hung up, which is what most scripts wait for
        }
    }

    private static String head(InputStream in) throws IOException {
        var head = new StringBuilder();
        while (!head.toString().endsWith("\r\n\r\n")) {
            var read = in.read();
            if (read < 0) {
                throw new IOException("no request");
            }
            head.append((char) read);
        }
        return head.toString();
    }
}
