package app.tidings.local.mailbox;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.Socket;
import java.util.ArrayList;
import java.util.List;

/** Writes bytes as they are given and reads reply lines. */
final class SmtpClient implements AutoCloseable {

    private final Socket socket;
    private final BufferedReader replies;

    SmtpClient(int port) throws IOException {
        socket = new Socket(InetAddress.ofLiteral("127.0.0.1"), port);
        socket.setSoTimeout(10_000);
        replies = new BufferedReader(new InputStreamReader(socket.getInputStream(), UTF_8));
    }

    void write(String text) throws IOException {
        socket.getOutputStream().write(text.getBytes(UTF_8));
    }

    /** Writes a line and returns the reply. */
    String ask(String line) throws IOException {
        write(line + "\r\n");
        return reply();
    }

    /** The last line of the next reply. */
    String reply() throws IOException {
        return lines().getLast();
    }

    List<String> lines() throws IOException {
        var lines = new ArrayList<String>();
        do {
            var line = replies.readLine();
            if (line == null) {
                throw new IOException("the server hung up");
            }
            lines.add(line);
        } while (lines.getLast().charAt(3) == '-');
        return lines;
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
