package app.tidings.ingest.feed.charset;

import static java.nio.charset.StandardCharsets.UTF_8;

import app.tidings.platform.fetch.Body;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;

/** A document read in one charset, right or wrong. */
record Reading(Body body, Charset charset, String text) {

    private static final char FAULT = '\ufffd';

    /** At one fault in so many characters beyond ASCII the charset is right, and the text was cut or patched. */
    private static final int BEARABLE = 20;

    /** Of a larger document, in bytes, a second reading is more than may be in memory. */
    private static final int LARGE = 2 * 1024 * 1024;

    static Reading of(Body body, Charset charset) {
        return new Reading(body, charset, body.text(charset));
    }

    /** Whether all bytes are of the charset. */
    boolean isSound() {
        return text.indexOf(FAULT) < 0 || (charset.equals(UTF_8) && isStrictlyRead());
    }

    /** Whether so few bytes are not of the charset that it is the right one nevertheless. */
    boolean isNearlySound() {
        return faults() * BEARABLE <= beyondAscii();
    }

    /** Whether most of what is beyond ASCII is of the charset. */
    boolean isMostlySound() {
        return faults() * 2 <= beyondAscii();
    }

    private long faults() {
        return text.chars().filter(sign -> sign == FAULT).count();
    }

    /** The same of a document in UTF-8, with single bytes of windows-1252 read as such. */
    Reading mended() {
        return body.size() > LARGE ? this : new Reading(body, charset, StrayBytes.text(body.bytes()));
    }

    /** How many characters are not ASCII. */
    long beyondAscii() {
        return text.chars().filter(sign -> sign > 0x7f).count();
    }

    /** Tells the sign for a fault from the same sign in the document. */
    private boolean isStrictlyRead() {
        var strict = charset.newDecoder().onMalformedInput(CodingErrorAction.REPORT);
        try (var reader = new InputStreamReader(body.stream(), strict)) {
            reader.transferTo(Writer.nullWriter());
            return true;
        } catch (CharacterCodingException e) {
            return false;
        } catch (IOException e) {
            throw new UncheckedIOException("bytes in memory can always be read", e);
        }
    }
}
