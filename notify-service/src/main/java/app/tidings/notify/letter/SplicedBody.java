package app.tidings.notify.letter;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeUtility;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * A text encoded for transfer, with gaps where marks stood. Mostly Latin text is encoded piece by piece once, as
 * quoted-printable, and a copy only puts its links between the pieces; other text is shorter in Base64, which has to be
 * made anew for each copy. Either way no line is long, no line break of the text is lost and no bare CR or LF is left.
 */
final class SplicedBody {

    private static final Pattern LINE_FEED = Pattern.compile("\r?\n");
    private static final Pattern ODD = Pattern.compile("\r(?!\n)|[\\p{Cc}&&[^\r\n\t]]");
    private static final byte[] SOFT_BREAK = "=\r\n".getBytes(US_ASCII);
    private static final int LATIN_SHARE = 6;
    private static final Base64.Encoder BASE_64 = Base64.getMimeEncoder(76, "\r\n".getBytes(US_ASCII));

    /** Text, or a mark. */
    private sealed interface Piece {}

    private record Mark(String text) implements Piece {}

    /** As it stands in every copy: encoded already, or the plain bytes. */
    private static final class Text implements Piece {

        private final byte[] bytes;

        Text(byte[] bytes) {
            this.bytes = bytes;
        }
    }

    private final List<Piece> pieces;
    private final boolean quoted;

    private SplicedBody(List<Piece> pieces, boolean quoted) {
        this.pieces = pieces;
        this.quoted = quoted;
    }

    static SplicedBody of(String text, List<String> marks) {
        var lines = LINE_FEED.matcher(text).replaceAll("\r\n");
        var beyondAscii = lines.chars().filter(c -> c > 0x7e).count();
        var quoted = beyondAscii * LATIN_SHARE < lines.length()
                && !ODD.matcher(lines).find();
        var pieces = new ArrayList<Piece>();
        for (var piece : split(lines, marks)) {
            pieces.add(
                    marks.contains(piece) ? new Mark(piece) : new Text(quoted ? quote(piece) : piece.getBytes(UTF_8)));
        }
        return new SplicedBody(List.copyOf(pieces), quoted);
    }

    /** Marks and what stands between them, in order. */
    private static List<String> split(String text, List<String> marks) {
        if (marks.isEmpty()) {
            return List.of(text);
        }
        var anyMark = Pattern.compile(marks.stream().map(Pattern::quote).collect(Collectors.joining("|", "(", ")")));
        return List.of(anyMark.splitWithDelimiters(text, 0));
    }

    String transferEncoding() {
        return quoted ? "quoted-printable" : "base64";
    }

    /** Writes a reader's copy, ending in a line break. */
    void writeTo(ByteArrayOutputStream out, Map<String, String> links) {
        if (quoted) {
            for (var piece : pieces) {
                out.writeBytes(
                        switch (piece) {
                            case Mark mark -> quote(link(mark, links));
                            case Text text -> text.bytes;
                        });
                out.writeBytes(SOFT_BREAK);
            }
        } else {
            var raw = new ByteArrayOutputStream();
            for (var piece : pieces) {
                raw.writeBytes(
                        switch (piece) {
                            case Mark mark -> link(mark, links).getBytes(US_ASCII);
                            case Text text -> text.bytes;
                        });
            }
            out.writeBytes(BASE_64.encode(raw.toByteArray()));
        }
        out.writeBytes("\r\n".getBytes(US_ASCII));
    }

    private static String link(Mark mark, Map<String, String> links) {
        var link = links.get(mark.text());
        if (link == null) {
            throw new IllegalArgumentException("a copy has no link for a mark");
        }
        return link;
    }

    private static byte[] quote(String text) {
        try {
            var bytes = new ByteArrayOutputStream();
            try (var encoder = MimeUtility.encode(bytes, "quoted-printable")) {
                encoder.write(text.getBytes(UTF_8));
            }
            return bytes.toByteArray();
        } catch (IOException | MessagingException e) {
            throw new IllegalStateException("nothing can fail in memory", e);
        }
    }
}
