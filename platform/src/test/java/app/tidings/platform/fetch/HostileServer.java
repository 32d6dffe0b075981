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
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final Map<String, Script> scripts = new ConcurrentHashMap<>();
    private final List<Call> calls = new CopyOnWriteArrayList<>();

    HostileServer() throws IOException {
        this(new ServerSocket());
    }

    HostileServer(ServerSocket listener) throws IOException {
        this.listener = listener;
        listener.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
        threads.execute(this::accept);
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
            var call = new Call(head(socket.getInputStream()), socket);
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
