package app.tidings.ingest.feed.token;

import java.io.Reader;

/** Reads a text without the control characters that no XML may hold and many feeds do. */
final class CleanReader extends Reader {

    private final String text;
    private int at;

    /** Starts at a place of the text. */
    CleanReader(String text, int start) {
        this.text = text;
        this.at = start;
    }

    @Override
    public int read(char[] buffer, int offset, int length) {
        var kept = 0;
        while (kept == 0) {
            var end = Math.min(text.length(), at + length);
            if (at == end) {
                return length == 0 ? 0 : -1;
            }
            text.getChars(at, end, buffer, offset);
            kept = withoutControls(buffer, offset, end - at);
            at = end;
        }
        return kept;
    }

    private static int withoutControls(char[] buffer, int offset, int length) {
        var kept = offset;
        for (var i = offset; i < offset + length; i++) {
            if (!isControl(buffer[i])) {
                buffer[kept++] = buffer[i];
            }
        }
        return kept - offset;
    }

    @Override
    public void close() {
        // nothing is open
    }

    private static boolean isControl(char sign) {
        return (sign < ' ' && sign != '\n' && sign != '\r' && sign != '\t') || sign >= '\ufffe';
    }
}
