package app.tidings.notify.channel;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;
import org.jspecify.annotations.Nullable;

/**
 * A relay on loopback that does what a test tells it to, and keeps what it heard, byte by byte. It knows SMTP only as far
 * as it must: a line, an answer; after DATA everything up to CRLF, dot, CRLF.
 */
public final class ScriptedRelay implements AutoCloseable {

    /** Instead of an answer: the connection is closed. */
    public static final String HANG_UP = "hang up";
    /** Instead of an answer: silence. */
    public static final String STALL = "stall";
    /** The verb of the final dot, for {@link #answer}. */
    public static final String DOT = ".";

    private static final CountDownLatch OPEN = new CountDownLatch(0);

    private final ServerSocket server;
    private final Thread acceptor;
    private final Map<String, Queue<String>> script = new ConcurrentHashMap<>();
    private final Map<String, String> always = new ConcurrentHashMap<>();
    private final Map<String, CountDownLatch> waits = new ConcurrentHashMap<>();
    private final Map<String, CountDownLatch> holds = new ConcurrentHashMap<>();
    private final List<String> commands = Collections.synchronizedList(new ArrayList<>());
    private final List<byte[]> messages = Collections.synchronizedList(new ArrayList<>());
    private final List<Socket> sockets = Collections.synchronizedList(new ArrayList<>());
    private volatile String offers = "250-relay\r\n250-PIPELINING\r\n250 8BITMIME";
    private volatile String greeting = "220 relay";
    private volatile @Nullable SSLContext tls;
    private volatile String afterStarttls = "";

    public ScriptedRelay() {
        try {
            server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        acceptor = Thread.ofVirtual().start(this::accept);
    }

    public int port() {
        return server.getLocalPort();
    }

    /** How many connections were made. */
    public int connections() {
        return sockets.size();
    }

    /** The next answer to that verb; several are given one after another. */
    public ScriptedRelay answer(String verb, String... answers) {
        script.computeIfAbsent(verb, each -> new ConcurrentLinkedQueue<>()).addAll(List.of(answers));
        return this;
    }

    /** The answer to that verb whenever nothing else is told. */
    public ScriptedRelay alwaysAnswer(String verb, String answer) {
        always.put(verb, answer);
        return this;
    }

    /** Answers that verb once only after the latch has opened. */
    public ScriptedRelay answerAfter(String verb, CountDownLatch latch) {
        waits.put(verb, latch);
        return this;
    }

    /** Answers that verb, however often it comes, only after the latch has opened. */
    public ScriptedRelay hold(String verb, CountDownLatch latch) {
        holds.put(verb, latch);
        return this;
    }

    public ScriptedRelay greeting(String text) {
        greeting = text;
        return this;
    }

    /** The extensions that EHLO tells of. */
    public ScriptedRelay offers(String... extensions) {
        var lines = new ArrayList<>(List.of("relay"));
        lines.addAll(List.of(extensions));
        var last = lines.removeLast();
        offers = String.join(
                        "", lines.stream().map(line -> "250-" + line + "\r\n").toList()) + "250 " + last;
        return this;
    }

    /** Can turn private; says the text in the clear right after it said so. */
    public ScriptedRelay tls(SSLContext context, String said) {
        tls = context;
        afterStarttls = said;
        return this;
    }

    /** Every line it was sent outside of mails, over all connections. */
    public List<String> commands() {
        return List.copyOf(commands);
    }

    /** Every mail it was sent in full, as it came, without dot-stuffing. */
    public List<byte[]> messages() {
        return List.copyOf(messages);
    }

    /** Closes what is open and keeps listening. */
    public void hangUpOnEverybody() throws IOException {
        for (var socket : List.copyOf(sockets)) {
            socket.close();
        }
    }

    private void accept() {
        try {
            while (true) {
                var socket = server.accept();
                sockets.add(socket);
                Thread.ofVirtual().start(() -> converse(socket));
            }
        } catch (IOException e) {
            // closed
        }
    }

    private void converse(Socket plain) {
        try (plain) {
            talk(plain);
        } catch (IOException e) {
            // the other side is gone
        }
    }

    private void talk(Socket plain) throws IOException {
        var socket = plain;
        var in = (InputStream) new BufferedInputStream(socket.getInputStream());
        var refused = false;
        if (!say(socket, greeting)) {
            return;
        }
        for (var line = line(in); line != null; line = line(in)) {
            commands.add(line);
            var verb = line.split("[ :]", 2)[0].toUpperCase(Locale.ROOT);
            var answer = answerTo(verb, refused);
            refused = (verb.equals("MAIL") || verb.equals("RCPT"))
                    ? answer.matches("(?s)[45].*") || (refused && verb.equals("RCPT"))
                    : refused;
            if (!say(socket, answer) || verb.equals("QUIT")) {
                return;
            }
            if (verb.equals("DATA") && answer.startsWith("354") && !takeMail(socket, in)) {
                return;
            }
            if (verb.equals("STARTTLS") && answer.startsWith("220")) {
                socket = secured(plain);
                in = new BufferedInputStream(socket.getInputStream());
            }
        }
    }

    private Socket secured(Socket plain) throws IOException {
        plain.getOutputStream().write(afterStarttls.getBytes(UTF_8));
        plain.getOutputStream().flush();
        var socket = (SSLSocket)
                Objects.requireNonNull(tls).getSocketFactory().createSocket(plain, null, plain.getPort(), false);
        socket.setUseClientMode(false);
        socket.startHandshake();
        return socket;
    }

    private boolean takeMail(Socket socket, InputStream in) throws IOException {
        var mail = new ByteArrayOutputStream();
        for (var line = rawLine(in); line != null; line = rawLine(in)) {
            if (line.equals(".\r\n")) {
                messages.add(mail.toByteArray());
                commands.add(DOT);
                return say(socket, answerTo(DOT, false));
            }
            mail.writeBytes((line.startsWith(".") ? line.substring(1) : line).getBytes(ISO_8859_1));
        }
        return false;
    }

    private String answerTo(String verb, boolean refused) {
        var latch = waits.remove(verb);
        if (latch != null) {
            awaitOpen(latch);
        }
        awaitOpen(holds.getOrDefault(verb, OPEN));
        var told = script.get(verb);
        var next = told == null ? null : told.poll();
        return next != null ? next : always.getOrDefault(verb, usual(verb, refused));
    }

    private static void awaitOpen(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private String usual(String verb, boolean refused) {
        return switch (verb) {
            case "EHLO" -> offers;
            case "DATA" -> refused ? "503 nobody to send it to" : "354 go ahead";
            case "QUIT" -> "221 bye";
            case "STARTTLS" -> "220 go ahead";
            case DOT -> "250 2.0.0 queued as Q" + messages.size();
            default -> "250 2.1.0 ok";
        };
    }

    /** Whether the conversation goes on. */
    private static boolean say(Socket socket, String answer) throws IOException {
        if (answer.equals(STALL)) {
            socket.getInputStream().transferTo(OutputStream.nullOutputStream());
        }
        if (answer.equals(STALL) || answer.equals(HANG_UP)) {
            return false;
        }
        socket.getOutputStream().write((answer + "\r\n").getBytes(UTF_8));
        socket.getOutputStream().flush();
        return !answer.startsWith("421");
    }

    private static @Nullable String line(InputStream in) throws IOException {
        var line = rawLine(in);
        return line == null ? null : line.replaceAll("\r\n$", "");
    }

    /** Up to CRLF; a bare CR or LF is part of a line. */
    private static @Nullable String rawLine(InputStream in) throws IOException {
        var line = new ByteArrayOutputStream();
        var last = -1;
        for (var next = in.read(); next >= 0; next = in.read()) {
            line.write(next);
            if (last == '\r' && next == '\n') {
                return line.toString(ISO_8859_1);
            }
            last = next;
        }
        return null;
    }

    @Override
    public void close() throws IOException {
        server.close();
        try {
            acceptor.join(); // until then the system may still take a connection for us
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        hangUpOnEverybody();
    }
}
