package app.tidings.curation.archive;

import static java.nio.charset.StandardCharsets.UTF_16BE;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;

import app.tidings.curation.text.Encoding;
import java.nio.charset.Charset;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a file says, in whatever characters it was saved.
 *
 * @param findings that it is no UTF-8, and what it was taken for
 */
record FileText(String text, List<Finding> findings) {

    private static final char REPLACED = '\ufffd';

    static FileText of(byte[] bytes) {
        var marked = Encoding.byMark(bytes).filter(charset -> !charset.equals(UTF_8));
        if (marked.isPresent()) {
            return new FileText(new String(bytes, marked.get()), List.of());
        }
        var wide = wide(bytes);
        var likely = wide == null ? Encoding.byTrying(bytes) : wide;
        var text = new String(bytes, UTF_8);
        if (likely.equals(UTF_8)) {
            return new FileText(text, List.of());
        }
        return wide == null && isMostlyUtf8(text) ? broken(text) : takenFor(likely, bytes);
    }

    private static FileText takenFor(Charset charset, byte[] bytes) {
        return new FileText(
                new String(bytes, charset),
                List.of(new Finding(
                        1,
                        "the file is no UTF-8, and was read as %s; save it as UTF-8 where that is wrong"
                                .formatted(charset.displayName()))));
    }

    private static FileText broken(String text) {
        var before = text.substring(0, text.indexOf(REPLACED));
        var line = (int) before.lines().count() + (before.endsWith("\n") ? 1 : 0);
        return new FileText(
                text,
                List.of(new Finding(Math.max(1, line), "there are bytes that are no UTF-8; \ufffd stands for them")));
    }

    private static boolean isMostlyUtf8(String text) {
        var replaced = text.chars().filter(sign -> sign == REPLACED).count();
        var others = text.chars().filter(sign -> sign > 0x7f).count() - replaced;
        return replaced * 10 < others;
    }

    /** UTF-16 without a mark: the first or the second byte of many characters is zero. */
    private static @Nullable Charset wide(byte[] bytes) {
        var zeros = new int[2];
        for (var i = 0; i < bytes.length; i++) {
            zeros[i % 2] += bytes[i] == 0 ? 1 : 0;
        }
        if (bytes.length == 0 || (zeros[0] + zeros[1]) * 20 < bytes.length) {
            return null;
        }
        return zeros[0] > zeros[1] ? UTF_16BE : UTF_16LE;
    }
}
