package app.tidings.notify.letter;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;

import app.tidings.contracts.Ids;
import app.tidings.notify.letter.Letter.Header;
import java.io.ByteArrayOutputStream;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;

/** A letter encoded once; each copy differs in its links and some headers alone. */
public final class PreparedLetter {

    private static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern("EEE, d MMM yyyy HH:mm:ss Z", Locale.ROOT)
            .withZone(ZoneOffset.UTC);

    private final Letter letter;
    private final String boundary;
    private final String sharedHeaders;
    private final SplicedBody text;
    private final SplicedBody html;

    public PreparedLetter(Letter letter) {
        this.letter = letter;
        // "=_" stands in no quoted-printable or Base64 text, so the boundary stands in no body
        this.boundary = "=_"
                + Ids.contentHash((letter.subject() + letter.text()).getBytes(UTF_8))
                        .substring(0, 32);
        this.text = SplicedBody.of(letter.text(), letter.marks());
        this.html = SplicedBody.of(letter.html(), letter.marks());
        this.sharedHeaders = HeaderText.mailbox("From", letter.sender(), letter.from())
                + HeaderText.unstructured("Subject", letter.subject())
                + lines(letter.headers())
                + line("Content-Language", letter.language())
                + line("MIME-Version", "1.0")
                + "Content-Type: multipart/alternative;\r\n boundary=\"" + boundary + "\"\r\n";
    }

    /** The bytes of one copy, with CRLF line ends. */
    public byte[] copy(Copy copy) {
        var out = new ByteArrayOutputStream();
        var own = line("To", copy.to())
                + line("Date", DATE.format(copy.date()))
                + line("Message-ID", copy.messageId())
                + lines(copy.headers());
        out.writeBytes((own + sharedHeaders + "\r\n").getBytes(UTF_8));
        part(out, "text/plain", text, copy);
        part(out, "text/html", html, copy);
        out.writeBytes(("--" + boundary + "--\r\n").getBytes(US_ASCII));
        return out.toByteArray();
    }

    /** From whom, as the envelope says it too. */
    public String from() {
        return letter.from();
    }

    private void part(ByteArrayOutputStream out, String type, SplicedBody body, Copy copy) {
        var head = "--" + boundary + "\r\n"
                + line("Content-Type", type + "; charset=UTF-8")
                + line("Content-Transfer-Encoding", body.transferEncoding())
                + "\r\n";
        out.writeBytes(head.getBytes(US_ASCII));
        body.writeTo(out, copy.links());
    }

    private static String lines(List<Header> headers) {
        var lines = new StringBuilder();
        headers.forEach(header -> lines.append(line(header.name(), header.value())));
        return lines.toString();
    }

    private static String line(String name, String value) {
        return name + ": " + HeaderText.oneLine(value) + "\r\n";
    }
}
