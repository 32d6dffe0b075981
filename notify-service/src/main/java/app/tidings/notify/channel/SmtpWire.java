package app.tidings.notify.channel;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.SSLSocketFactory;
import org.jspecify.annotations.Nullable;

/**
 * The bytes of an SMTP conversation: lines out, bounded replies in, each within its time. Writing has a limit too: a
 * watchdog closes the socket of a relay that does not read.
 */
final class SmtpWire implements AutoCloseable {

    private static final int MAX_LINE = 4096;
    private static final int OUT_BUFFER = 64 * 1024;
    private static final ScheduledThreadPoolExecutor WATCHDOG = watchdog();

    private Socket socket;
    private InputStream in;
    private OutputStream out;
    private boolean secure;

    private SmtpWire(Socket socket) throws IOException {
        this.socket = socket;
        this.in = new BufferedInputStream(socket.getInputStream());
        this.out = new BufferedOutputStream(socket.getOutputStream(), OUT_BUFFER);
    }

    /** What was watched in time is forgotten at once: there are several writes to a mail, and minutes to each. */
    private static ScheduledThreadPoolExecutor watchdog() {
        var watchdog = new ScheduledThreadPoolExecutor(
                1, Thread.ofPlatform().daemon().name("smtp-watchdog").factory());
        watchdog.setRemoveOnCancelPolicy(true);
        return watchdog;
    }

    /** How many writes are watched now. */
    static int watched() {
        return WATCHDOG.getQueue().size();
    }

    static SmtpWire connect(RelayAddress address) throws IOException {
        var socket = new Socket();
        try {
            socket.connect(
                    new InetSocketAddress(address.host(), address.port()),
                    Math.toIntExact(address.connect().toMillis()));
            // with Nagle's algorithm each mail would wait for the peer's delayed acknowledgement
            socket.setTcpNoDelay(true);
            return new SmtpWire(socket);
        } catch (IOException | RuntimeException e) {
            socket.close();
            throw e;
        }
    }

    /** Turns the conversation private; the relay's certificate must be good for its host name. */
    void secure(String host, Duration limit, @Nullable SSLSocketFactory trust) throws IOException {
        if (in.available() > 0) {
            throw new IOException("the relay spoke before the way was private");
        }
        var factory = trust == null ? (SSLSocketFactory) SSLSocketFactory.getDefault() : trust;
        var tls = (SSLSocket) factory.createSocket(socket, host, socket.getPort(), true);
        var parameters = tls.getSSLParameters();
        parameters.setEndpointIdentificationAlgorithm("HTTPS");
        tls.setSSLParameters(parameters);
        tls.setSoTimeout(Math.toIntExact(limit.toMillis()));
        within(limit, tls::startHandshake);
        socket = tls;
        in = new BufferedInputStream(tls.getInputStream());
        out = new BufferedOutputStream(tls.getOutputStream(), OUT_BUFFER);
        secure = true;
    }

    boolean isSecure() {
        return secure;
    }

    boolean isLoopback() {
        return socket.getInetAddress().isLoopbackAddress();
    }

    String localAddress() {
        var address = socket.getLocalAddress();
        var text = address.getHostAddress().replaceAll("%.*", "");
        return address.getAddress().length == 4 ? "[" + text + "]" : "[IPv6:" + text + "]";
    }

    /** Puts text into the buffer; {@link #flush} sends it. */
    void put(String text) throws IOException {
        out.write(text.getBytes(UTF_8));
    }

    void put(byte[] bytes, int from, int to) throws IOException {
        out.write(bytes, from, to - from);
    }

    void flush() throws IOException {
        out.flush();
    }

    /** One command and its reply. */
    SmtpReply command(String line, Duration limit) throws IOException {
        put(line + "\r\n");
        within(limit, this::flush);
        return reply(limit);
    }

    SmtpReply reply(Duration limit) throws IOException {
        var deadline = System.nanoTime() + limit.toNanos();
        return SmtpReply.read(() -> line(deadline));
    }

    private String line(long deadline) throws IOException {
        var line = new ByteArrayOutputStream();
        while (line.size() < MAX_LINE) {
            var left = TimeUnit.NANOSECONDS.toMillis(deadline - System.nanoTime());
            if (left <= 0) {
                throw new SocketTimeoutException("the relay does not answer");
            }
            socket.setSoTimeout(Math.toIntExact(left));
            var read = in.read();
            if (read < 0) {
                throw new EOFException("the relay hung up");
            }
            if (read == '\n') {
                return line.toString(ISO_8859_1).replaceAll("\r$", "");
            }
            line.write(read);
        }
        throw new IOException("the relay's line has no end");
    }

    /** Something that writes. */
    @FunctionalInterface
    interface Writing {
        void run() throws IOException;
    }

    /** Runs what may block on a relay that does not read; after the limit the socket is closed and it fails. */
    void within(Duration limit, Writing writing) throws IOException {
        var closing = socket;
        Future<?> bark = WATCHDOG.schedule(() -> close(closing), limit.toMillis(), TimeUnit.MILLISECONDS);
        try {
            writing.run();
        } finally {
            bark.cancel(false);
        }
    }

    @Override
    public void close() {
        close(socket);
    }

    private static void close(Socket socket) {
        try {
            socket.close();
        } catch (IOException e) {
            // it is of no use any more either way
        }
    }
}
