package app.tidings.ingest.feed.charset;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_16BE;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;

import app.tidings.platform.fetch.Body;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * In which characters a document is written: the byte order mark decides, then what the bytes can only be, then the XML
 * declaration and the HTTP header (RFC 7303 §3), then a guess. Servers often name a charset for all their files and programs
 * declare one that they do not write, so neither is believed where the bytes say otherwise.
 */
public final class FeedCharset {

    private static final int HEAD = 1024;
    private static final Charset WINDOWS_1252 = Charset.forName("windows-1252");
    private static final Charset UTF_32LE = Charset.forName("UTF-32LE");
    private static final Charset UTF_32BE = Charset.forName("UTF-32BE");

    /** The beginning of a declaration in EBCDIC, and a charset in which the rest of it can be read. */
    private static final int[] EBCDIC = {0x4c, 0x6f, 0xa7, 0x94};

    private static final Charset ANY_EBCDIC = Charset.forName("IBM037");

    private static final Pattern META =
            Pattern.compile("<meta\\s[^>]*?charset\\s*=\\s*[\"']?([A-Za-z0-9._:-]{2,40})", Pattern.CASE_INSENSITIVE);

    private static final Pattern DECLARATION =
            Pattern.compile("\\s*<\\?xml[^>]*?\\sencoding\\s*=\\s*[\"']([A-Za-z0-9._:-]{2,40})[\"']");

    private FeedCharset() {}

    /**
     * The document's text, perhaps with a byte order mark before it; what cannot be decoded is U+FFFD.
     *
     * @param header the charset of the HTTP header
     */
    public static String text(Body body, @Nullable Charset header) {
        var head = head(body);
        var wide = wide(head);
        if (wide != null) {
            return body.text(wide);
        }
        var declared = declared(head);
        if (startsWith(head, EBCDIC)) {
            return body.text(declared == null ? ANY_EBCDIC : declared);
        }
        // one reading at a time: of a large document two are more than may be in memory
        return first(body, Stream.of(UTF_8), Reading::isSound)
                .map(utf8 -> sound(body, utf8, declared, header))
                .or(() -> first(body, named(declared, header), Reading::isSound))
                .or(() -> first(body, Stream.of(UTF_8), Reading::isNearlySound).map(Reading::mended))
                .or(() -> first(body, named(declared, header), Reading::isNearlySound))
                .or(() -> first(body, Stream.of(UTF_8), Reading::isMostlySound)
                        .map(Reading::mended)
                        .filter(Reading::isSound))
                .or(() -> first(body, Charsets.guess(body), Reading::isSound))
                .orElseGet(() -> Reading.of(body, WINDOWS_1252))
                .text();
    }

    /** Valid UTF-8 is nothing else, but where a charset was named in which the same bytes may mean another text. */
    private static Reading sound(Body body, Reading utf8, @Nullable Charset declared, @Nullable Charset header) {
        return UTF_8.equals(declared) || UTF_8.equals(header)
                ? utf8
                : named(declared, header)
                        .filter(charset -> Charsets.mayHideIn(charset, utf8.text()))
                        .map(charset -> Reading.of(body, charset))
                        .filter(Reading::isSound)
                        .findFirst()
                        .orElse(utf8);
    }

    private static Optional<Reading> first(Body body, Stream<Charset> charsets, Predicate<Reading> accepted) {
        return charsets.map(charset -> Reading.of(body, charset))
                .filter(accepted)
                .findFirst();
    }

    /**
     * What the document and its server say, the more telling first: many a server says Latin-1 of everything. ASCII is nothing
     * to go by, since we come here only with other bytes.
     */
    private static Stream<Charset> named(@Nullable Charset declared, @Nullable Charset header) {
        return (declared != null && Charsets.isAsian(declared)
                        ? Stream.of(declared, header)
                        : Stream.of(header, declared))
                .filter(Objects::nonNull)
                .filter(charset -> !charset.equals(UTF_8) && !charset.equals(US_ASCII))
                .map(Charsets::wider)
                .distinct();
    }

    /** A charset with units of two or four bytes, or what the byte order mark says. */
    private static @Nullable Charset wide(byte[] head) {
        if (startsWith(head, 0xef, 0xbb, 0xbf)) {
            return UTF_8;
        }
        if (startsWith(head, 0xff, 0xfe, 0, 0) || startsWith(head, '<', 0, 0, 0)) {
            return UTF_32LE;
        }
        if (startsWith(head, 0, 0, 0xfe, 0xff) || startsWith(head, 0, 0, 0, '<')) {
            return UTF_32BE;
        }
        if (startsWith(head, 0xff, 0xfe) || (startsWith(head, '<', 0) && head.length > 3 && head[3] == 0)) {
            return UTF_16LE;
        }
        return startsWith(head, 0xfe, 0xff) || startsWith(head, 0, '<', 0) ? UTF_16BE : null;
    }

    private static @Nullable Charset declared(byte[] head) {
        var text = new String(head, startsWith(head, EBCDIC) ? ANY_EBCDIC : ISO_8859_1);
        var declaration = DECLARATION.matcher(text);
        var meta = META.matcher(text);
        var found = declaration.lookingAt() ? declaration : meta.find() ? meta : null;
        var charset = found == null ? null : Charsets.named(found.group(1));
        if (charset == null) {
            return null;
        }
        // the declaration was readable as single bytes, so a charset of wider units is a lie
        return charset.name().startsWith("UTF-16") || charset.name().startsWith("UTF-32") ? UTF_8 : charset;
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
}
