package app.tidings.local.mailbox;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Lines that end with CR LF and with nothing else: a bare LF or CR is part of its line. */
final class CrlfInput {

    /** A line longer than it may be; what was read of it is gone. */
    static final class TooLong extends IOException {
        private static final long serialVersionUID = 1L;
    }

    private final BufferedInputStream in;

    CrlfInput(InputStream in) {
        this.in = new BufferedInputStream(in);
    }

    /** The next line without its end, or nothing at the end of the stream. */
    byte @Nullable [] line(int limit) throws IOException {
        var line = new ByteArrayOutputStream(128);
        boolean afterCr = false;
        for (int next = in.read(); next >= 0; next = in.read()) {
            if (afterCr && next == '\n') {
                return withoutCr(line, limit);
            }
            afterCr = next == '\r';
            if (line.size() <= limit + 1) {
                line.write(next);
            }
        }
        return null;
    }

    /** Whether the other side has sent more already, so that answers may wait for each other. */
    boolean hasMore() throws IOException {
        return in.available() > 0;
    }

    private static byte[] withoutCr(ByteArrayOutputStream line, int limit) throws TooLong {
        if (line.size() > limit + 1) {
            throw new TooLong();
        }
        var bytes = line.toByteArray();
        return Arrays.copyOf(bytes, bytes.length - 1);
    }
}
