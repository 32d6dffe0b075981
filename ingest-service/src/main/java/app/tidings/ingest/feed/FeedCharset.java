package app.tidings.ingest.feed;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16BE;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;

import app.tidings.platform.fetch.Body;
import java.io.FilterReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.UnsupportedCharsetException;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * In which characters a document is written: the byte order mark decides, then the HTTP header, then the XML declaration
 * (RFC 7303 §3). Where the last two differ and the bytes are valid UTF-8, one of them naming it, it is UTF-8: servers
 * often name a charset for all their files.
 */
final class FeedCharset {

    private static final int HEAD = 1024;
    private static final Pattern DECLARATION =
            Pattern.compile("\\A\\s*<\\?xml[^>]*?\\sencoding\\s*=\\s*[\"']([A-Za-z0-9._:-]{2,40})[\"']");

    /** Names that stand for more than they say: each is read as the set that contains it. */
    private static final Map<String, String> WIDER = Map.of(
            "GB2312", "GB18030",
            "GBK", "GB18030",
            "ISO-8859-1", "windows-1252",
            "US-ASCII", "windows-1252");

    private FeedCharset() {}

    /** A reader of the document's text, byte order mark skipped; what cannot be decoded becomes U+FFFD. */
    static Reader reader(Body body, @Nullable Charset header) {
        var head = head(body);
        var mark = mark(head);
        var reader = new InputStreamReader(body.stream(), mark != null ? mark : unmarked(body, head, header));
        return new WithoutControls(skipMark(reader, mark != null));
    }

    private static Reader skipMark(Reader reader, boolean marked) {
        if (marked) {
            try {
                var _ = reader.read();
            } catch (IOException e) {
                throw new UncheckedIOException("bytes in memory can always be read", e);
            }
        }
        return reader;
    }

    private static @Nullable Charset mark(byte[] head) {
        if (startsWith(head, 0xef, 0xbb, 0xbf)) {
            return UTF_8;
        }
        if (startsWith(head, 0xff, 0xfe, 0, 0)) {
            return Charset.forName("UTF-32LE");
        }
        if (startsWith(head, 0, 0, 0xfe, 0xff)) {
            return Charset.forName("UTF-32BE");
        }
        return startsWith(head, 0xff, 0xfe) ? UTF_16LE : startsWith(head, 0xfe, 0xff) ? UTF_16BE : null;
    }

    private static Charset unmarked(Body body, byte[] head, @Nullable Charset header) {
        if (startsWith(head, '<', 0)) {
            return head.length > 3 && head[2] == 0 ? Charset.forName("UTF-32LE") : UTF_16LE;
        }
        if (startsWith(head, 0, '<')) {
            return UTF_16BE;
        }
        if (startsWith(head, 0, 0, 0, '<')) {
            return Charset.forName("UTF-32BE");
        }
        var declared = declared(head);
        if (header == null || declared == null || header.equals(declared)) {
            return wider(header != null ? header : declared != null ? declared : UTF_8);
        }
        var utf8Named = header.equals(UTF_8) || declared.equals(UTF_8);
        return utf8Named && isUtf8(body) ? UTF_8 : wider(header.equals(UTF_8) ? declared : header);
    }

    private static @Nullable Charset declared(byte[] head) {
        var declaration = DECLARATION.matcher(new String(head, ISO_8859_1));
        if (!declaration.find()) {
            return null;
        }
        try {
            var charset = Charset.forName(declaration.group(1));
            // the declaration was readable as bytes of ASCII, so a charset of wider units is a lie
            return charset.name().startsWith("UTF-16") || charset.name().startsWith("UTF-32") ? UTF_8 : charset;
        } catch (IllegalCharsetNameException | UnsupportedCharsetException e) {
            return null;
        }
    }

    private static Charset wider(Charset charset) {
        return Charset.forName(WIDER.getOrDefault(charset.name(), charset.name()));
    }

    private static boolean isUtf8(Body body) {
        var strict = UTF_8.newDecoder().onMalformedInput(CodingErrorAction.REPORT);
        try (var reader = new InputStreamReader(body.stream(), strict)) {
            reader.transferTo(Writer.nullWriter());
            return true;
        } catch (CharacterCodingException e) {
            return false;
        } catch (IOException e) {
            throw new UncheckedIOException("bytes in memory can always be read", e);
        }
    }

    private static byte[] head(Body body) {
        try (var in = body.stream()) {
            return in.readNBytes(HEAD);
        } catch (IOException e) {
            throw new UncheckedIOException("bytes in memory can always be read", e);
        }
    }

    private static boolean startsWith(byte[] head, int... octets) {
        if (head.length < octets.length) {
            return false;
        }
        for (var i = 0; i < octets.length; i++) {
            if ((head[i] & 0xff) != octets[i]) {
                return false;
            }
        }
        return true;
    }

    /** Control characters, which no XML may hold and many feeds do, become spaces. */
    private static final class WithoutControls extends FilterReader {

        WithoutControls(Reader in) {
            super(in);
        }

        @Override
        public int read() throws IOException {
            var c = in.read();
            return c >= 0 && isControl((char) c) ? ' ' : c;
        }

        @Override
        public int read(char[] buffer, int offset, int length) throws IOException {
            var read = in.read(buffer, offset, length);
            for (var i = offset; i < offset + read; i++) {
                if (isControl(buffer[i])) {
                    buffer[i] = ' ';
                }
            }
            return read;
        }

        private static boolean isControl(char c) {
            return (c < ' ' && c != '\n' && c != '\r' && c != '\t') || c >= '\ufffe';
        }
    }
}
