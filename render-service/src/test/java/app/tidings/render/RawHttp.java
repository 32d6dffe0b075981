package app.tidings.render;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Asks over a socket of its own, so that an address is sent exactly as it is written. */
public record RawHttp(int port) {

    /**
     * What came back.
     *
     * @param raw the body, each byte a character
     */
    public record Answer(int status, Map<String, String> headers, String raw) {

        public byte[] bytes() {
            return raw.getBytes(ISO_8859_1);
        }

        /** A header's value; empty where it is missing. */
        public String header(String name) {
            return headers.getOrDefault(name.toLowerCase(Locale.ROOT), "");
        }

        public String body() {
            return new String(bytes(), UTF_8);
        }
    }

    public Answer get(String path, String... headers) {
        return send("GET", path, headers);
    }

    /** As a browser asks. */
    public Answer browse(String path) {
        return send("GET", path, "Accept: text/html,application/xhtml+xml,*/*;q=0.8");
    }

    public Answer send(String method, String path, String... headers) {
        try (var socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            var request = method + " " + path + " HTTP/1.0\r\nHost: 127.0.0.1\r\n"
                    + Arrays.stream(headers).map(header -> header + "\r\n").collect(Collectors.joining()) + "\r\n";
            socket.getOutputStream().write(request.getBytes(ISO_8859_1));
            return answer(socket.getInputStream().readAllBytes());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Answer answer(byte[] raw) {
        var text = new String(raw, ISO_8859_1);
        var end = text.indexOf("\r\n\r\n");
        List<String> lines = text.substring(0, end).lines().toList();
        var headers = new TreeMap<String, String>();
        lines.stream()
                .skip(1)
                .forEach(line -> headers.put(
                        line.substring(0, line.indexOf(':')).toLowerCase(Locale.ROOT),
                        line.substring(line.indexOf(':') + 1).strip()));
        return new Answer(Integer.parseInt(lines.getFirst().substring(9, 12)), headers, text.substring(end + 4));
    }
}
